"""The test site itself: what the other tests of the portal rely on."""

from __future__ import annotations

import httpx
import pytest

from tests.portal.site import Counts, Portal


@pytest.fixture
def browser(portal: Portal) -> httpx.Client:
    return httpx.Client(base_url=portal.url, trust_env=False, timeout=30)


def test_a_lost_answer_is_done(portal: Portal, browser: httpx.Client) -> None:
    before = portal.counts()
    portal.faults({"method": "POST", "path": "/wp/v2/posts", "mode": "lost"})
    with pytest.raises(httpx.RemoteProtocolError):
        browser.post(
            "/wp-json/wp/v2/posts",
            json={"title": "Kabar Rekaan"},
            auth=("penulis", portal.passwords["penulis"]),
        )
    assert portal.counts() - before == Counts(posts=1, media=0)
    assert [one["login"] for one in portal.requests("POST")] == ["penulis"]


def test_what_is_answered_at_once_is_not_done(portal: Portal, browser: httpx.Client) -> None:
    before = portal.counts()
    portal.faults({"mode": "503", "retry_after": 7, "times": 1})
    answer = browser.post("/wp-json/wp/v2/posts", auth=("admin", portal.passwords["admin"]))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "7")
    assert portal.counts() == before


def test_a_request_is_held_until_released(portal: Portal, browser: httpx.Client) -> None:
    from threading import Thread

    portal.faults({"mode": "hold"})
    asking = Thread(target=browser.get, args=("/wp-json/",))
    asking.start()
    assert portal.wait_for_held()
    portal.release()
    asking.join(30)
    assert not asking.is_alive()
