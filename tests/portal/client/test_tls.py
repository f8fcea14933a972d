"""A site that proves itself by a certificate."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from newsroom.portal.wordpress import lines
from newsroom.portal.wordpress.account import who_am_i
from newsroom.portal.wordpress.api_root import ApiRoot
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.discovery import discover
from newsroom.portal.wordpress.errors import Cancelled, CertificateFault
from newsroom.portal.wordpress.login import Login
from tests.portal.client.servers import INDEX, ME, Pages, SafeSite, safe_site

PAGES: Pages = {
    # Behind a proxy WordPress may not know that readers come by https.
    "/": (200, b'<link rel="https://api.w.org/" href="http://127.0.0.1/wp-json/">'),
    "/wp-json/": (200, INDEX),
    "/wp-json/wp/v2/users/me?context=edit": (200, ME),
    "/wp-json/wp/v2/tags": (0, b""),
}

Trusting = Callable[[SafeSite], None]


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Trusting:
    """Trust the certificate of a site that a test made."""
    return lambda site: monkeypatch.setattr(lines, "_verifying", lambda _: site.trust)


def test_the_way_there_and_the_login(trusting: Trusting) -> None:
    with safe_site(PAGES) as site:
        trusting(site)
        root = discover(site.url)
        assert (root.url, root.site) == (f"{site.url}/wp-json/", site.url)
        with Client(root, Login("penulis", "rahasia")) as client:
            assert who_am_i(client).roles == ("author",)


def test_no_password_without_a_good_certificate() -> None:
    with safe_site(PAGES) as site:
        root = ApiRoot(f"{site.url}/wp-json/", False, site.url)
        with Client(root, Login("penulis", "rahasia")) as client, pytest.raises(CertificateFault):
            who_am_i(client)


def test_a_request_is_stopped_from_another_thread(trusting: Trusting) -> None:
    with safe_site(PAGES) as site:
        trusting(site)
        root = ApiRoot(f"{site.url}/wp-json/", False, site.url)
        with Client(root, Login("penulis", "rahasia")) as client:
            stopping = threading.Thread(target=lambda: site.asked.wait(30) and client.cancel())
            stopping.start()
            with pytest.raises(Cancelled):
                client.get("wp/v2/tags")
            stopping.join(30)
