"""What is known of a site, fetched once and kept for offline use."""

from __future__ import annotations

import json
import uuid

import pytest

from newsroom.portal.wordpress.account import who_am_i
from newsroom.portal.wordpress.client import Client
from newsroom.portal.wordpress.errors import Busy
from newsroom.portal.wordpress.facts import SiteFacts, fetch_facts
from tests.portal.client.conftest import Clients
from tests.portal.site import Portal


@pytest.mark.parametrize(
    ("login", "role", "can", "can_not"),
    [
        ("admin", "administrator", "list_users", ""),
        ("redaktur", "editor", "edit_others_posts", "list_users"),
        ("penulis", "author", "upload_files", "edit_others_posts"),
        ("kontributor", "contributor", "edit_posts", "upload_files"),
        ("pembaca", "subscriber", "read", "edit_posts"),
    ],
)
def test_roles_and_rights(as_user: Clients, login: str, role: str, can: str, can_not: str) -> None:
    account = who_am_i(as_user(login))
    assert (account.login, account.roles) == (login, (role,))
    assert account.can(can)
    assert not account.can(can_not)


def test_a_site_and_its_rubrics(penulis: Client, portal: Portal) -> None:
    mark = uuid.uuid4().hex[:6]
    above = portal.category(f"Daerah {mark}", f"daerah-{mark}")
    below = portal.category(f"Kota & Desa {mark}", f"kota-{mark}", above)
    portal.ask("POST", "tags", {"name": f"Pasar & Ikan {mark}"})
    facts = fetch_facts(penulis)
    assert (facts.title, facts.time_zone) == ("Portal Uji", "Asia/Jakarta")
    categories = {one.id: one for one in facts.categories}
    assert categories[below].name == f"Kota & Desa {mark}"
    assert categories[below].parent == above
    assert f"Pasar & Ikan {mark}" in [one.name for one in facts.tags]
    assert "newsroom_uid" in facts.meta_keys
    assert "_yoast_wpseo_title" not in facts.meta_keys
    assert facts.account.login == "penulis"
    assert facts.version.startswith("6.")


def test_custom_fields_that_the_site_does_not_know(as_user: Clients) -> None:
    assert "newsroom_uid" not in fetch_facts(as_user("penulis", site="kosong")).meta_keys


@pytest.mark.parametrize("login", ["admin", "redaktur", "kontributor", "pembaca"])
def test_who_writes_there_as_far_as_one_may_know(as_user: Clients, login: str) -> None:
    users = {one.login for one in fetch_facts(as_user(login)).users}
    assert login in users
    assert ("penulis" in users) == (login == "admin")


HIDDEN = {
    "no such list": {"mode": "redirect", "status": 302, "to": "/index.php?rest_route=/wp/v2/tiada"},
    "no login": {"mode": "401"},
    "a firewall": {"mode": "403html"},
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_site_that_hides_its_users_is_known_all_the_same(
    penulis: Client, portal: Portal, how: str
) -> None:
    fault = dict(HIDDEN[how])
    if "to" in fault:
        fault["to"] = f"{portal.url}{fault['to']}"
    portal.faults({"path": "wp/v2/users?", **fault})

    facts = fetch_facts(penulis)

    assert [one.login for one in facts.users] == ["penulis"]
    assert len(facts.notes) == 1
    assert "menyembunyikan daftar penggunanya" in facts.notes[0]
    assert SiteFacts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


@pytest.mark.parametrize("mode", ["401", "403html", "406", "500", "empty", "html"])
def test_a_site_that_does_not_tell_its_custom_fields(
    penulis: Client, portal: Portal, mode: str
) -> None:
    portal.faults({"method": "OPTIONS", "mode": mode})

    facts = fetch_facts(penulis)

    assert facts.meta_keys == ()
    assert len(facts.notes) == 1
    assert "bidang khusus" in facts.notes[0]


def test_a_site_in_trouble_is_asked_again_later(penulis: Client, portal: Portal) -> None:
    portal.faults({"path": "wp/v2/users?", "mode": "503"})
    with pytest.raises(Busy):
        fetch_facts(penulis)


def test_a_site_that_hides_nothing_has_no_notes(penulis: Client) -> None:
    assert fetch_facts(penulis).notes == ()


def test_facts_are_kept_as_json(penulis: Client, portal: Portal) -> None:
    facts = fetch_facts(penulis)
    kept = json.dumps(facts.to_json())
    assert SiteFacts.from_json(json.loads(kept)) == facts
    assert portal.passwords["penulis"] not in kept


@pytest.mark.parametrize("spoilt", [{}, {"title": "x"}, {"categories": 3}, {"account": []}])
def test_facts_that_are_spoilt(penulis: Client, spoilt: dict[str, object]) -> None:
    whole = fetch_facts(penulis).to_json()
    given = {**whole, **spoilt} if spoilt.get("title") is None and spoilt else spoilt
    with pytest.raises(ValueError, match="facts"):
        SiteFacts.from_json(given)
