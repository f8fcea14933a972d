"""A site's interface is found by its address alone, however that is typed."""

from __future__ import annotations

import socket

import pytest

from newsroom.portal.wordpress.client import Timeouts
from newsroom.portal.wordpress.discovery import discover
from newsroom.portal.wordpress.errors import (
    Blocked,
    CertificateFault,
    Insecure,
    NotWordPress,
    PortalError,
    Redirected,
    Uncertain,
    Unreachable,
)
from tests.portal.client.servers import (
    INDEX,
    Pages,
    closed_port,
    safe_site,
    small_site,
)
from tests.portal.site import Portal


def test_the_address_is_enough(portal: Portal) -> None:
    found = discover(portal.url)
    assert (found.url, found.uses_query) == (f"{portal.url}/wp-json/", False)
    assert found.site == portal.url
    assert found.version.startswith("6.")


@pytest.mark.parametrize("tail", ["", "/", "/wp-admin/", "/?p=1", "/wp-json/wp/v2/posts", "/#x"])
def test_it_may_be_any_address_of_the_site(portal: Portal, tail: str) -> None:
    assert discover(portal.url + tail).url == f"{portal.url}/wp-json/"


def test_the_scheme_may_be_left_out(portal: Portal) -> None:
    assert discover(portal.url.removeprefix("http://")).site == portal.url


def test_pretty_links_may_be_off(portal: Portal) -> None:
    found = discover(portal.site("polos"))
    assert found.uses_query
    assert found.address("wp/v2/posts")[1] == {"rest_route": "/wp/v2/posts"}
    assert found.site == portal.site("polos")


def test_the_site_may_lie_in_a_folder(portal: Portal) -> None:
    found = discover(portal.site("berita"))
    assert (found.url, found.site) == (portal.site("berita/wp-json/"), portal.site("berita"))


def test_pretty_links_may_be_on_but_broken(portal: Portal) -> None:
    portal.faults({"path": "/wp-json", "mode": "403html", "times": 9})
    found = discover(portal.url)
    assert (found.uses_query, found.site) == (True, portal.url)


def test_one_open_to_those_logged_in_is_found(portal: Portal) -> None:
    assert discover(portal.site("tertutup")).url == portal.site("tertutup/wp-json/")


def test_no_password_is_sent(portal: Portal) -> None:
    discover(portal.url)
    assert [one["login"] for one in portal.requests()] == ["", ""]


def test_blocked_before_wordpress(portal: Portal) -> None:
    portal.faults({"path": "wp-json", "mode": "403html"}, {"path": "rest_route", "mode": "403html"})
    with pytest.raises(Blocked, match="dihalangi sebelum sampai ke WordPress"):
        discover(portal.url)


def test_another_site_behind_a_redirect_is_not_taken(portal: Portal) -> None:
    portal.faults({"mode": "redirect", "to": "https://lain.example/", "status": 301})
    with pytest.raises(Redirected, match=r"https://lain\.example"):
        discover(portal.url)


def test_a_step_down_to_http_is_not_taken(portal: Portal) -> None:
    portal.faults({"mode": "redirect", "to": "http://lain.example/", "status": 301})
    with pytest.raises(Insecure, match="tidak memakai https"):
        discover(portal.url)


LINK = b'<html><link rel="https://api.w.org/" href="HERE/api/">'


@pytest.mark.parametrize(
    ("pages", "path", "uses_query"),
    [
        ({"/": (200, LINK), "/api/": (200, INDEX)}, "/api/", False),
        ({"/": (200, b"<html>"), "/wp-json/": (200, INDEX)}, "/wp-json/", False),
        ({"/": (200, b"<html>"), "/?rest_route=/": (200, INDEX)}, "/?rest_route=/", True),
        ({"/": (302, b"/id/"), "/id/": (200, LINK), "/api/": (200, INDEX)}, "/api/", False),
        (
            {"/": (200, LINK), "/api/": (301, b"/rest/"), "/rest/": (200, INDEX)},
            "/rest/",
            False,
        ),
    ],
)
def test_sites_that_tell_less(pages: Pages, path: str, uses_query: bool) -> None:
    with small_site(pages) as url:
        found = discover(url)
        assert (found.url, found.uses_query, found.site) == (url + path, uses_query, url)


@pytest.mark.parametrize(
    ("pages", "kind"),
    [
        ({"/": (200, b"<html>"), "/wp-json/": (200, b'{"a": 1}')}, NotWordPress),
        ({"/": (200, b'<img src="/wp-content/a.png">')}, Blocked),
        ({"/": (200, LINK)}, Blocked),
        ({"/": (403, b"<p>Ditolak.")}, Blocked),
        ({"/": (500, b"<p>Rusak.")}, Uncertain),
        ({"/": (302, b"/")}, NotWordPress),
        ({}, NotWordPress),
    ],
)
def test_sites_that_tell_nothing(pages: Pages, kind: type[PortalError]) -> None:
    with small_site(pages) as url, pytest.raises(kind):
        discover(url)


def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable, match=r"kabar\.example tidak ditemukan"):
        discover("kabar.example/berita/")


def test_a_certificate_of_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with safe_site() as site:
        port = site.url.rpartition(":")[2]
        real = socket.getaddrinfo
        monkeypatch.setattr(
            socket, "getaddrinfo", lambda _, *rest, **more: real("127.0.0.1", *rest, **more)
        )
        with pytest.raises(CertificateFault, match=r"Sertifikat keamanan kabar\.example"):
            discover(f"kabar.example:{port}")


def test_something_else_than_wordpress() -> None:
    with small_site() as url, pytest.raises(NotWordPress, match="bukan WordPress"):
        discover(url)


def test_a_certificate_that_nobody_vouches_for() -> None:
    with safe_site() as site, pytest.raises(CertificateFault, match="dibuat sendiri"):
        discover(site.url)


def test_https_where_there_is_none() -> None:
    with small_site() as url, pytest.raises(CertificateFault, match="sambungan aman"):
        discover(url.replace("http:", "https:"))


def test_nobody_there() -> None:
    with pytest.raises(Unreachable, match="Periksa internet"):
        discover(f"http://127.0.0.1:{closed_port()}")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "//",
        "ftp://kabar.example",
        "http://[::1",
        "kabar. example",
        "<kabar.example>",
    ],
)
def test_no_address_at_all(address: str) -> None:
    with pytest.raises(NotWordPress, match="bukan alamat situs"):
        discover(address)


@pytest.mark.parametrize("address", ["https://wati:rahasia@kabar.example", "wati@kabar.example"])
def test_an_address_with_a_login_in_it_is_not_said_again(address: str) -> None:
    with pytest.raises(NotWordPress, match="nama pengguna atau sandi") as caught:
        discover(address)
    assert "wati" not in str(caught.value)


@pytest.mark.parametrize("address", ["https://kabar.example:99999", "https://[x", "[x"])
def test_an_address_that_is_broken(address: str) -> None:
    with pytest.raises(NotWordPress, match="bukan alamat situs"):
        discover(address)


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("https:/Kabar.Example/wp-login.php", "kabar.example"),
        ("https//kabar.example", "kabar.example"),
        ("//kabar.example/wp-admin/post-new.php", "kabar.example"),
        ("KAFÉ.example", "xn--kaf-dma.example"),
        ("[2001:db8::1]:8443", "2001:db8::1"),
    ],
)
def test_an_address_as_people_type_it(
    monkeypatch: pytest.MonkeyPatch, typed: str, host: str
) -> None:
    asked = []

    def unknown(name: object, *_: object, **__: object) -> None:
        asked.append(name.decode() if isinstance(name, bytes) else name)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable):
        discover(typed)
    assert asked == [host]


def test_a_redirect_to_a_broken_address() -> None:
    with (
        small_site({"/": (302, b"https://[x")}) as url,
        pytest.raises(Redirected, match="alamat yang rusak"),
    ):
        discover(url)


@pytest.mark.parametrize("home", ["https://[x", "https://kabar.example:99999", ""])
def test_a_home_that_is_broken_is_not_gone_by(home: str) -> None:
    index = INDEX.replace(b"HERE", home.encode())
    with small_site({"/": (200, b"<p>Kabar."), "/wp-json/": (200, index)}) as url:
        assert discover(url).site == url


def test_a_broken_link_to_the_interface_is_passed_over() -> None:
    page = b'<link rel="https://api.w.org/" href="https://[x">'
    with small_site({"/": (200, page), "/wp-json/": (200, INDEX)}) as url:
        assert discover(url).site == url


@pytest.mark.parametrize("namespaces", [b"null", b"3", b'"wp/v2"', b"{}"])
def test_an_index_without_a_list_of_namespaces(namespaces: bytes) -> None:
    index = INDEX.replace(b'["wp/v2"]', namespaces)
    with (
        small_site({"/": (200, b"<p>Kabar."), "/wp-json/": (200, index)}) as url,
        pytest.raises(NotWordPress),
    ):
        discover(url)


def test_an_open_line_is_not_asked() -> None:
    with pytest.raises(Insecure):
        discover("http://kabar.example:8080")


def test_too_slow(portal: Portal) -> None:
    portal.faults({"mode": "hold"})
    with pytest.raises(PortalError, match="terlalu lama"):
        discover(portal.url, timeouts=Timeouts(answer=0.3))
    portal.release()
