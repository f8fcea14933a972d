"""What becomes of a request: each fault has its kind, and its words for the user."""

from __future__ import annotations

import gzip
import json
import threading
import traceback
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, repeat

import pytest

from newsroom.portal.wordpress.account import Account, who_am_i
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.client import Client, Timeouts
from newsroom.portal.wordpress.discovery import discover
from newsroom.portal.wordpress.errors import (
    Blocked,
    Busy,
    Cancelled,
    Gone,
    Insecure,
    LoginRefused,
    NotAllowed,
    PortalError,
    Redirected,
    Rejected,
    TooLarge,
    Uncertain,
    Unreachable,
)
from newsroom.portal.wordpress.facts import fetch_facts
from newsroom.portal.wordpress.login import Login
from newsroom.portal.wordpress.posts import create_post, read_post
from tests.portal.client.conftest import Clients
from tests.portal.client.servers import INDEX, ME, Pages, closed_port, raw_site, small_site
from tests.portal.site import Counts, Portal

NEW = {"title": "Kabar Rekaan", "content": "<p>Isi.</p>", "status": "draft"}

FAULTS: list[tuple[Mapping[str, object], type[PortalError], str]] = [
    ({"mode": "413"}, TooLarge, "lebih besar daripada yang diterima"),
    ({"mode": "401"}, LoginRefused, "Sandi aplikasi salah"),
    ({"mode": "403"}, NotAllowed, "Peran akun ini"),
    ({"mode": "403html"}, Blocked, "dihalangi sebelum sampai ke WordPress"),
    ({"mode": "406"}, Blocked, "dihalangi"),
    ({"mode": "429", "retry_after": 12}, Busy, "Coba 12 detik lagi"),
    ({"mode": "500"}, Uncertain, "belum pasti"),
    ({"mode": "502"}, Uncertain, "belum pasti"),
    ({"mode": "503", "retry_after": "Wed, 21 Oct 2015 07:28:00 GMT"}, Busy, "Coba 0 detik lagi"),
    ({"mode": "empty"}, Uncertain, "jawaban kosong"),
    ({"mode": "html"}, Uncertain, "sebuah halaman, bukan data"),
    ({"mode": "cutupload"}, Uncertain, "terputus"),
]
DONE = ["lost", "cut", "garbled"]


@pytest.mark.parametrize(
    ("fault", "kind", "words"), FAULTS, ids=[str(one[0]["mode"]) for one in FAULTS]
)
def test_what_is_not_done(
    penulis: Client,
    portal: Portal,
    fault: Mapping[str, object],
    kind: type[PortalError],
    words: str,
) -> None:
    before = portal.counts()
    portal.faults({"method": "POST", **fault})
    with pytest.raises(kind, match=words) as caught:
        create_post(penulis, NEW)
    assert caught.type is kind
    assert portal.counts() == before


@pytest.mark.parametrize("mode", DONE)
def test_what_is_done_all_the_same(penulis: Client, portal: Portal, mode: str) -> None:
    before = portal.counts()
    portal.faults({"method": "POST", "mode": mode})
    with pytest.raises(Uncertain) as caught:
        create_post(penulis, NEW)
    assert caught.value.maybe_done
    assert portal.counts() - before == Counts(posts=1, media=0)


def test_too_slow_an_answer(as_user: Clients, portal: Portal) -> None:
    client = as_user("penulis", answer=0.3)
    portal.faults({"method": "POST", "mode": "hold"})
    with pytest.raises(Uncertain, match="terlalu lama tidak menjawab; belum pasti"):
        create_post(client, NEW)
    portal.release()


def test_a_question_leaves_nothing_in_doubt(penulis: Client, portal: Portal) -> None:
    portal.faults({"mode": "500"})
    with pytest.raises(Uncertain) as caught:
        read_post(penulis, 1)
    assert "belum pasti" not in str(caught.value)


def test_the_wait_that_a_site_asks_for(penulis: Client, portal: Portal) -> None:
    portal.faults({"mode": "503", "retry_after": 30})
    with pytest.raises(Busy) as caught:
        who_am_i(penulis)
    assert caught.value.retry_after == 30


def test_a_wrong_password_is_sent_but_once(as_user: Clients, portal: Portal) -> None:
    # Sites that lock accounts count each time.
    for site in ("", "tanpasandi"):
        client = as_user("penulis", site=site, password="bukan sandinya")
        with pytest.raises(LoginRefused, match="andi aplikasi"):
            fetch_facts(client)
        assert [one["login"] for one in portal.requests() if one["login"]] == ["penulis"]


def test_a_wrong_password_says_where_the_right_one_is_made(as_user: Clients) -> None:
    with pytest.raises(LoginRefused, match="Sandi aplikasi dibuat di situs"):
        who_am_i(as_user("penulis", password="bukan sandinya"))


def test_an_unknown_login(portal: Portal) -> None:
    root = ApiRoot(f"{portal.url}/wp-json/", False, portal.url)
    with Client(root, Login("tiada", "x")) as client, pytest.raises(LoginRefused):
        who_am_i(client)


def test_too_few_rights(as_user: Clients) -> None:
    with pytest.raises(NotAllowed, match="tidak boleh membuat yang dikirim ini"):
        create_post(as_user("pembaca"), NEW)


def test_an_interface_switched_off(as_user: Clients) -> None:
    with pytest.raises(Blocked, match=r"Pintu data situs ini \(REST API\) ditutup"):
        who_am_i(as_user("penulis", site="buntu"))


def test_an_interface_for_those_logged_in(as_user: Clients) -> None:
    assert who_am_i(as_user("penulis", site="tertutup")).login == "penulis"


def test_what_wordpress_refuses(penulis: Client) -> None:
    with pytest.raises(Rejected) as caught:
        create_post(penulis, {"status": "draft"})
    assert caught.value.code == "empty_content"
    assert not caught.value.maybe_done


def test_what_is_not_there(penulis: Client) -> None:
    with pytest.raises(Gone):
        read_post(penulis, 999_999)


def test_nobody_there() -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    root = ApiRoot(f"{url}/wp-json/", False, url)
    with Client(root, Login("penulis", "x")) as client, pytest.raises(Unreachable) as caught:
        create_post(client, NEW)
    assert not caught.value.maybe_done


def test_a_redirect_to_another_host_is_not_followed(penulis: Client, portal: Portal) -> None:
    other = portal.url.replace("127.0.0.1", "localhost")
    portal.faults({"mode": "redirect", "to": f"{other}/wp-json/wp/v2/users/me"})
    with pytest.raises(Redirected, match="localhost"):
        who_am_i(penulis)
    assert len(portal.requests()) == 1


def test_a_redirect_within_the_site_is_followed_for_questions(
    penulis: Client, portal: Portal
) -> None:
    there = f"{portal.url}/index.php?rest_route=/wp/v2/users/me&context=edit"
    portal.faults({"mode": "redirect", "to": there, "status": 302})
    assert who_am_i(penulis).login == "penulis"


def test_what_is_sent_follows_no_redirect(penulis: Client, portal: Portal) -> None:
    before = portal.counts()
    portal.faults({"method": "POST", "mode": "redirect", "to": f"{portal.url}/wp-json/wp/v2/posts"})
    with pytest.raises(Redirected):
        create_post(penulis, NEW)
    assert portal.counts() == before


@pytest.mark.parametrize(
    "url", ["http://kabar.example", "http://192.168.1.2", "http://127.0.0.1.kabar.example"]
)
def test_no_password_goes_over_an_open_line(url: str) -> None:
    with pytest.raises(Insecure, match="https"):
        Client(ApiRoot(f"{url}/wp-json/", False, url), Login("penulis", "rahasia"))


def test_no_password_goes_to_another_origin() -> None:
    root = ApiRoot("https://lain.example/wp-json/", False, "https://kabar.example")
    with pytest.raises(Redirected, match=r"lain\.example"):
        Client(root, Login("penulis", "rahasia"))


def test_bytes_are_counted_as_they_go(penulis: Client) -> None:
    told: list[tuple[int, int]] = []
    fields = {**NEW, "content": "a" * 100_000}
    size = len(str(fields))
    penulis.post("wp/v2/posts", json=fields, progress=lambda *sent: told.append(sent))
    assert [sent for sent, _ in told] == sorted(sent for sent, _ in told)
    assert told[-1][0] == told[-1][1] >= size - 100
    assert len(told) > 3


@pytest.mark.parametrize("mode", ["hold", "holddone"])
def test_a_request_is_stopped_from_another_thread(
    penulis: Client, portal: Portal, mode: str
) -> None:
    portal.faults({"method": "POST", "mode": mode})
    told: list[BaseException] = []

    def ask() -> None:
        try:
            create_post(penulis, NEW)
        except BaseException as error:
            told.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert portal.wait_for_held()
    penulis.cancel()
    asking.join(10)
    assert [type(one) for one in told] == [Cancelled]
    portal.release()
    with pytest.raises(Cancelled):
        who_am_i(penulis)


def test_a_site_that_echoes_the_password_is_not_quoted() -> None:
    login = Login("penulis", "RAHA SIA1 2345")
    with small_site() as url:
        root = ApiRoot(f"{url}/wp-json/", False, url)
        with Client(root, login) as client, pytest.raises(Rejected) as caught:
            create_post(client, NEW)
    assert "Authorization: Basic •••" in str(caught.value)


def test_a_fault_carries_no_password(penulis: Client, portal: Portal) -> None:
    secret = Login("penulis", portal.passwords["penulis"]).header
    for mode in ("lost", "401", "hold"):
        portal.faults({"mode": mode})
        if mode == "hold":
            penulis.cancel()
        with pytest.raises((PortalError, Cancelled)) as caught:
            create_post(penulis, NEW)
        # What hangs on a fault is shown by whoever reports it.
        assert caught.value.__context__ is None
        assert secret not in "".join(traceback.format_exception(caught.value))


def test_a_site_without_application_passwords(as_user: Clients) -> None:
    with pytest.raises(LoginRefused, match="tidak menerima sandi aplikasi"):
        who_am_i(as_user("penulis", site="tanpasandi"))


def test_a_refusal_is_told_in_indonesian(as_user: Clients) -> None:
    with pytest.raises(NotAllowed, match="tidak boleh menerbitkan"):
        create_post(as_user("kontributor"), {**NEW, "status": "publish"})
    with pytest.raises(NotAllowed, match="atas nama orang lain"):
        create_post(as_user("penulis"), {**NEW, "author": 1})
    with pytest.raises(Rejected, match="tidak menerima isian categories"):
        create_post(as_user("penulis"), {**NEW, "categories": ["Daerah"]})


def test_a_picture_spoilt_on_the_way_may_be_sent_again(penulis: Client) -> None:
    headers = {
        "Content-Type": "image/png",
        "Content-Disposition": 'attachment; filename="nr-1.png"',
        "Content-MD5": "0" * 32,
    }
    with pytest.raises(Rejected) as caught:
        penulis.post("wp/v2/media", content=b"rusak", headers=headers)
    assert caught.value.is_passing
    assert not caught.value.maybe_done


@pytest.mark.parametrize("target", ["https://[x", "https://kabar.example:99999/", "mailto:a"])
def test_a_redirect_to_a_broken_address(penulis: Client, portal: Portal, target: str) -> None:
    portal.faults({"mode": "redirect", "to": target, "status": 302, "times": 2})
    with pytest.raises(Redirected, match="alamat yang rusak"):
        who_am_i(penulis)
    with pytest.raises(Redirected, match="alamat yang rusak"):
        create_post(penulis, NEW)


def listed(first: int, last: int) -> bytes:
    return json.dumps([{"id": number} for number in range(first, last)]).encode()


LAST_PAGES = {
    "part of a page": (200, listed(100, 130)),
    "nothing": (200, b"[]"),
    "a refusal": (400, b'{"code": "rest_post_invalid_page_number", "message": "", "data": null}'),
}


@pytest.mark.parametrize("last", LAST_PAGES)
def test_pages_go_on_while_one_is_full_where_their_number_is_missing(last: str) -> None:
    path = "/wp-json/wp/v2/tags?per_page=100&page="
    pages: Pages = {f"{path}1": (200, listed(0, 100)), f"{path}2": LAST_PAGES[last]}
    with small_site(pages) as url, Client(ApiRoot(f"{url}/wp-json/", False, url)) as client:
        rows = list(client.pages("wp/v2/tags", 2000))
    assert [one["id"] for one in rows] == list(range(130 if last == "part of a page" else 100))


def test_a_page_that_is_not_full_is_the_last_where_their_number_is_missing() -> None:
    pages: Pages = {"/wp-json/wp/v2/tags?per_page=100&page=1": (200, listed(0, 99))}
    with small_site(pages) as url, Client(ApiRoot(f"{url}/wp-json/", False, url)) as client:
        assert len(list(client.pages("wp/v2/tags", 2000))) == 99


PROXIES = ["socks5://wati:rahasia@127.0.0.1:9", "socks://127.0.0.1:9", "kata://x"]


@pytest.mark.parametrize("proxy", PROXIES)
def test_a_proxy_that_can_not_be_used(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    root = ApiRoot("https://kabar.example/wp-json/", False, "https://kabar.example")
    with pytest.raises(Unreachable, match="hanya proksi http") as caught:
        Client(root, Login("penulis", "x"))
    assert "rahasia" not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(Unreachable, match="hanya proksi http"):
        discover("kabar.example")


# --- the interface is not where it was ---

FOUND: Pages = {
    "/": (200, b'<link rel="https://api.w.org/" href="HERE/index.php?rest_route=/">'),
    "/index.php?rest_route=/": (200, INDEX),
    "/index.php?rest_route=%2Fwp%2Fv2%2Fusers%2Fme&context=edit": (200, ME),
}


def test_it_is_found_anew_within_its_site() -> None:
    moved: list[ApiRoot] = []
    with small_site(FOUND) as url:
        root = ApiRoot(f"{url}/wp-json/", False, url, "6.5")
        with Client(root, Login("penulis", "x"), moved=moved.append) as client:
            assert who_am_i(client).login == "penulis"
            new = ApiRoot(f"{url}/index.php?rest_route=/", True, url, "6.5")
            assert (moved, client.root) == ([new], new)


def test_it_is_not_looked_for_at_another_site() -> None:
    with small_site({"/api/": (200, INDEX)}) as other:
        link = f'<link rel="https://api.w.org/" href="{other}/api/">'.encode()
        with small_site({"/": (200, link)}) as url:
            root = ApiRoot(f"{url}/wp-json/", False, url)
            with Client(root, Login("penulis", "x")) as client, pytest.raises(Blocked):
                who_am_i(client)
            assert client.root == root


def test_it_is_not_looked_for_once_wordpress_has_answered(penulis: Client, portal: Portal) -> None:
    who_am_i(penulis)
    portal.faults({"mode": "404"})
    with pytest.raises(Blocked):
        who_am_i(penulis)
    assert len(portal.requests()) == 2


# --- sites that mean no good ---

HEAD = b"HTTP/1.1 200 OK\r\n"
ENDLESS: dict[str, Callable[[], Iterable[bytes]]] = {
    "body": lambda: chain([HEAD + b"Content-Length: 99999\r\n\r\n"], repeat(b" ")),
    "headers": lambda: chain([HEAD + b"X-Kabar: "], repeat(b"a")),
    "promises": lambda: repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_an_answer_without_end_is_not_waited_for(what: str) -> None:
    with raw_site(ENDLESS[what]) as url:
        root, waiting = ApiRoot(f"{url}/wp-json/", False, url), Timeouts(whole=0.3)
        with Client(root, timeouts=waiting) as client, pytest.raises(Uncertain, match="terlalu la"):
            client.get("wp/v2/tags")


def told_of_me(answer: bytes) -> Account:
    """Return what comes of such an answer to the question who is logged in."""
    with (
        raw_site(lambda: [answer]) as url,
        Client(ApiRoot(f"{url}/wp-json/", False, url)) as client,
    ):
        return who_am_i(client)


ODD = {
    "packed twice": (
        b"Content-Encoding: gzip, gzip\r\n\r\n" + gzip.compress(gzip.compress(ME)),
        "tidak dapat dibaca",
    ),
    "nested": (b"\r\n" + b"[" * 200_000, "bukan data"),
    "too large": (b"\r\n" + b" " * (17 << 20), "terlalu besar"),
}


@pytest.mark.parametrize("what", ODD)
def test_an_answer_made_to_fill_the_memory_is_not_read(what: str) -> None:
    answer, words = ODD[what]
    with pytest.raises(Uncertain, match=words):
        told_of_me(HEAD + answer)


def test_a_refusal_full_of_opened_marks_is_read_at_once() -> None:
    with pytest.raises(Rejected, match="<<<…"):
        told_of_me(b'HTTP/1.1 400 X\r\n\r\n{"code": "x", "message": "' + b"<" * 500_000 + b'"}')


@pytest.mark.parametrize("wait", ["²", "Wed, 21 Oct 2015 07:28:00 -99999999999999999999"])
def test_a_wait_that_can_not_be_read_is_none(wait: str) -> None:
    with pytest.raises(Busy) as caught:
        told_of_me(f"HTTP/1.1 503 X\r\nRetry-After: {wait}\r\n\r\n".encode("latin-1"))
    assert caught.value.retry_after is None


def test_half_a_sign_in_a_name_can_be_kept() -> None:
    account = told_of_me(HEAD + b"\r\n" + ME.replace(b"author", rb"a\ud800"))
    assert account.roles == ("a?",)
