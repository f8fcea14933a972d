"""The portals from the command line, against a real WordPress."""

from __future__ import annotations

import json
import logging
import os
import tomllib
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.portal.passwords import VARIABLE, keep_password
from newsroom.portal.wordpress.account import who_am_i
from newsroom.store.deliveries.records import PushState, Wish
from newsroom.story.story import Story
from tests.commands import Answer, Command, is_one_line
from tests.portal.client.servers import closed_port, safe_site, small_site
from tests.portal.keyrings import Memory
from tests.portal.site import Portal

OWN = """
title = "Portal Uji Kita"
site = "SITE"
time_zone = "Asia/Makassar"
source = "uji.example"
datelines = ["{source} | "]
default_author = "redaksi"
staging = "wp-content/uploads/newsroom-impor"
"""


@pytest.fixture
def password(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> str:
    """The right password of an author, in the environment."""
    monkeypatch.setenv(VARIABLE, portal.passwords["penulis"])
    return portal.passwords["penulis"]


@pytest.fixture
def added(command: Command, portal: Portal, password: str) -> Answer:
    return command("portal", "add", portal.url, "--login", "penulis", "--name", "uji")


def own_profile(home: Path, name: str, site: str) -> Path:
    path = home / "portals" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN.replace("SITE", site), encoding="utf-8")
    return path


# --- added ---


def test_a_portal_is_added_by_its_address_alone(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    mark = uuid.uuid4().hex[:6]
    above = portal.category(f"Daerah {mark}", f"daerah-{mark}")
    portal.category(f"Kota & Desa {mark}", f"a-kota-{mark}", above)
    answer = command("portal", "add", portal.url.removeprefix("http://"), "--login", "penulis")
    assert (answer.code, answer.lines) == (0, ["portal-uji"])
    assert "WordPress ditemukan di" in answer.err
    assert "tidak disimpan" in answer.err
    profile = Newsroom(home).profile("portal-uji")
    assert (profile.title, profile.site, profile.time_zone) == (
        "Portal Uji",
        portal.url,
        "Asia/Jakarta",
    )
    assert profile.default_author == "penulis"
    below = profile.section(f"Kota & Desa {mark}")
    assert below
    assert [one.name for one in profile.lineage(below)] == [f"Daerah {mark}", below.name]
    assert profile.section("uncategorized") is None
    account = Newsroom(home).site_account("portal-uji")
    assert account
    assert account.login == "penulis"
    assert account.facts.account.can("upload_files")
    assert (
        os.name == "nt" or (home / "portals" / "portal-uji.situs.json").stat().st_mode & 0o77 == 0
    )


def test_a_profile_that_is_there_gets_login_and_facts_only(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    path = own_profile(home, "kita", portal.url)
    before = path.read_bytes()
    answer = command("portal", "add", portal.url, "--login", "penulis", "--format", "json")
    assert (answer.json["name"], answer.json["new"]) == ("kita", False)
    assert answer.json["rights"]["upload_files"]
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["kita.situs.json", "kita.toml"]


def test_the_name_of_another_site_is_not_taken(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    answer = command("portal", "add", portal.url, "--login", "penulis", "--name", "infobanten")
    assert answer.code == 2
    assert "sudah ada untuk https://infobanten.id" in answer.err
    assert not (home / "portals").exists()


def test_a_name_that_another_site_has_is_passed_over_where_none_was_given(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    own_profile(home, "portal-uji", "https://lain.example")
    own_profile(home, "127-0-0-1", "https://lain-lagi.example")
    answer = command("portal", "add", portal.url, "--login", "penulis")
    assert answer.lines == ["127-0-0-1-2"]
    assert Newsroom(home).profile("127-0-0-1-2").site == portal.url
    assert command("portal", "add", portal.url, "--login", "penulis").lines == ["127-0-0-1-2"]


def test_the_variable_is_not_for_every_portal(
    command: Command, portal: Portal, home: Path, added: Answer, password: str
) -> None:
    assert Newsroom(home).site_password("uji") == password  # there is no other
    second = ("--login", "penulis", "--name", "polos")
    command("portal", "add", portal.site("polos"), *second)
    assert Newsroom(home).site_password("uji") is None
    assert Newsroom(home).site_password("polos") is None
    assert Newsroom(home).site_password("uji", is_named=True) == password
    assert command("portal", "test", "uji").code == 0


def test_a_site_in_a_folder_without_pretty_links(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    answer = command("portal", "add", portal.site("polos"), "--login", "penulis")
    assert answer.lines == ["portal-uji-polos"]
    assert Newsroom(home).profile("portal-uji-polos").site == portal.site("polos")
    assert command("portal", "test", "portal-uji-polos").code == 0


def test_nothing_is_kept_of_a_login_that_is_refused(
    command: Command, portal: Portal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "bukan sandinya")
    answer = command("portal", "add", portal.url, "--login", "penulis")
    assert (answer.code, answer.out) == (1, "")
    assert "Login ditolak situs." in answer.err
    assert not (home / "portals").exists()
    assert len([one for one in portal.requests() if one["login"]]) == 1  # sites count them


def test_without_a_password_nobody_is_asked_where_nobody_sits(
    command: Command, portal: Portal
) -> None:
    answer = command("portal", "add", portal.url, "--login", "penulis")
    assert answer.code == 2
    assert VARIABLE in answer.err
    assert all(not one["login"] for one in portal.requests())


# --- tested ---


def test_a_good_portal(command: Command, added: Answer) -> None:
    answer = command("portal", "test", "uji")
    assert (answer.code, answer.err) == (0, "")
    assert "login: baik, Penulis Uji (Penulis)" in answer.lines
    assert "mengunggah foto: boleh" in answer.lines
    told = command("portal", "test", "uji", "--format", "json").json
    assert (told["ok"], told["faults"], told["rights"]["publish_posts"]) == (True, [], True)


def fault(answer: Answer) -> str:
    """Return the kind of the one fault that a test found."""
    assert answer.code == 1
    (only,) = answer.json["faults"]
    assert not answer.json["ok"]
    assert only["message"].endswith(".")
    return str(only["kind"])


def test_a_wrong_password(command: Command, added: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "bukan sandinya")
    assert fault(command("portal", "test", "uji", "--format", "json")) == "login_refused"
    assert is_one_line(command("portal", "test", "uji").err)


@pytest.mark.parametrize(
    ("login", "kind"), [("kontributor", "no_upload"), ("pembaca", "no_writing")]
)
def test_too_few_rights(
    command: Command, portal: Portal, monkeypatch: pytest.MonkeyPatch, login: str, kind: str
) -> None:
    monkeypatch.setenv(VARIABLE, portal.passwords[login])
    assert command("portal", "add", portal.url, "--login", login, "--name", "uji").code == 0
    assert fault(command("portal", "test", "uji", "--format", "json")) == kind


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ({"mode": "403html", "path": "users/me"}, "blocked"),
        ({"mode": "html", "path": "users/me"}, "uncertain"),
        ({"mode": "500", "path": "users/me"}, "uncertain"),
        ({"mode": "503", "times": 9}, "busy"),
        ({"mode": "lost"}, "uncertain"),
        ({"mode": "403html", "times": 9}, "blocked"),
        ({"mode": "redirect", "to": "https://lain.example/"}, "redirected"),
        ({"mode": "redirect", "to": "https://lain.example/", "path": "users/me"}, "redirected"),
    ],
)
def test_what_stands_in_the_way(
    command: Command, added: Answer, portal: Portal, rule: dict[str, object], kind: str
) -> None:
    portal.faults(rule)
    assert fault(command("portal", "test", "uji", "--format", "json")) == kind


def test_an_interface_switched_off(
    command: Command, home: Path, portal: Portal, added: Answer
) -> None:
    text = (home / "portals" / "uji.situs.json").read_text(encoding="utf-8")
    off = portal.site("buntu")
    own_profile(home, "tutup", off)
    kept = text.replace(portal.url, off)
    (home / "portals" / "tutup.situs.json").write_text(kept, encoding="utf-8")
    assert fault(command("portal", "test", "tutup", "--format", "json")) == "blocked"


def test_what_is_no_wordpress_or_not_to_be_trusted(command: Command, home: Path) -> None:
    with small_site() as shop, safe_site() as unsure:
        sites = {
            "toko": (shop, "not_word_press"),
            "palsu": (unsure.url, "certificate_fault"),
            "mati": (f"http://127.0.0.1:{closed_port()}", "unreachable"),
        }
        for name, (site, kind) in sites.items():
            own_profile(home, name, site)
            assert fault(command("portal", "test", name, "--format", "json")) == kind


def test_before_the_first_login(command: Command, portal: Portal, home: Path) -> None:
    own_profile(home, "kita", portal.url)
    answer = command("portal", "test", "kita")
    assert answer.code == 1
    assert f"newsroom portal add {portal.url}" in answer.err


@pytest.mark.parametrize(
    ("file", "field", "words"),
    [
        ("uji.situs.json", '"url": "', "mengalihkan"),
        ("uji.situs.json", '"site": "', "portal add"),
        ("uji.toml", 'site = "', "portal add"),
    ],
)
def test_what_was_led_elsewhere_gets_no_password(
    command: Command,
    portal: Portal,
    home: Path,
    added: Answer,
    file: str,
    field: str,
    words: str,
) -> None:
    other = portal.url.replace("127.0.0.1", "localhost")
    path = home / "portals" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(field + portal.url, field + other), encoding="utf-8")
    portal.forget()
    answer = command("portal", "fetch", "uji")
    assert answer.code == 1
    assert words in answer.err
    assert portal.requests() == []


# --- said of a site that takes the login ---


@pytest.mark.parametrize(("again", "mode"), [("test", "404"), ("fetch", "html")])
def test_an_interface_that_has_moved_within_its_site_is_found_anew(
    command: Command, portal: Portal, home: Path, password: str, again: str, mode: str
) -> None:
    command("portal", "add", portal.site("polos"), "--login", "penulis", "--name", "uji")
    file = home / "portals" / "uji.situs.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    # As it was found before pretty links were switched off.
    before = {**kept["root"], "url": portal.site("polos/wp-json/"), "uses_query": False}
    file.write_text(json.dumps({**kept, "root": before}), encoding="utf-8")
    portal.faults({"path": "/polos/wp-json/", "mode": mode, "times": 99})

    answer = command("portal", again, "uji")
    assert answer.code == 0
    assert "sudah pindah, biasanya karena pengaturan permalink diubah. Yang baru" in answer.err
    assert json.loads(file.read_text(encoding="utf-8"))["root"] == kept["root"]
    assert command("portal", again, "uji").err == ""


def test_a_push_finds_an_interface_that_has_moved(
    portal: Portal, home: Path, added: Answer, password: str
) -> None:
    portal.faults({"path": "/wp-json/", "mode": "404", "times": 99})
    with Newsroom(home).connect("uji", password) as client:
        assert who_am_i(client).login == "penulis"
    account = Newsroom(home).site_account("uji")
    assert account
    assert account.root.url == f"{portal.url}/?rest_route=/"


def test_a_clock_that_is_not_the_profiles_is_told(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    own_profile(home, "kita", portal.url)
    told = "(Asia/Jakarta, UTC+7) tidak sama dengan di profil kita (Asia/Makassar, UTC+8)"
    for call in (("add", portal.url, "--login", "penulis"), ("test", "kita"), ("fetch", "kita")):
        assert told in command("portal", *call).err


def test_a_site_whose_clock_is_set_in_hours_is_of_jakarta(
    command: Command, portal: Portal, home: Path, password: str
) -> None:
    answer = command("portal", "add", portal.site("jam"), "--login", "penulis", "--name", "jam")
    assert "Zona waktu situs" not in answer.err
    assert Newsroom(home).profile("jam").time_zone == "Asia/Jakarta"


@pytest.mark.parametrize("call", [("add", "--login", "penulis", "--name", "uji"), ("test", "uji")])
def test_uploads_that_the_site_had_stopped_go_on(
    command: Command, portal: Portal, home: Path, added: Answer, call: tuple[str, ...]
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        story = store.stories.save(Story(headline="Panen Padi Rekaan"))
        push = store.pushes.start(store.pushes.add(story.id, "uji", story.revision, Wish()).id)
        later = datetime.now(UTC) + timedelta(hours=2)
        store.pushes.settle(push.id, PushState.WAITING, "salah", next_try=later, held=True)
    command_, *rest = call
    if command_ == "add":
        rest = [portal.url, *rest]

    answer = command("portal", command_, *rest)

    assert "1 unggahan yang tertahan siap dikirim lagi" in answer.err
    with closing(Newsroom(home).open_store()) as store:
        assert [one.id for one in store.pushes.due()] == [push.id]
    assert "tertahan" not in command("portal", command_, *rest).err


# --- listed, fetched, forgotten ---


def test_portals_are_listed(command: Command, added: Answer) -> None:
    told = {one["name"]: one["login"] for one in command("portal", "list", "--format", "json").json}
    assert told == {"infobanten": None, "uji": "penulis"}
    assert "belum masuk" in command("portal", "list").out


def test_facts_are_fetched_anew(
    command: Command, portal: Portal, home: Path, added: Answer
) -> None:
    slug = f"rubrik-{uuid.uuid4().hex[:6]}"
    portal.category("Rubrik Baru", slug)
    path = home / "portals" / "uji.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\n[[sections]]\nname = "Hilang"\nslug = "hilang"\n', encoding="utf-8")
    answer = command("portal", "fetch", "uji", "--format", "json")
    assert answer.json["lacking_sections"] == ["Hilang"]
    account = Newsroom(home).site_account("uji")
    assert account
    assert slug in [one.slug for one in account.facts.categories]


def test_facts_are_there_offline(
    command: Command, portal: Portal, home: Path, added: Answer
) -> None:
    portal.forget()
    account = Newsroom(home).site_account("uji")
    assert account
    assert account.facts.title == "Portal Uji"
    assert portal.requests() == []


def test_the_keyring_spares_the_asking(
    command: Command, portal: Portal, memory_keyring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, portal.passwords["penulis"])
    answer = command("portal", "add", portal.url, "--login", "penulis", "--name", "uji")
    assert "disimpan di penyimpan sandi sistem" in answer.err
    monkeypatch.delenv(VARIABLE)
    assert command("portal", "test", "uji").code == 0
    assert "dihapus" in command("portal", "forget", "uji").err
    assert memory_keyring.kept == {}
    assert "tidak ada sandi" in command("portal", "forget", "uji").err
    assert command("portal", "test", "uji").code == 2


def test_a_new_password_takes_the_place_of_the_old(
    command: Command, portal: Portal, memory_keyring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_password(portal.url, "penulis", "sandi lama")
    again = ("portal", "add", portal.url, "--login", "penulis", "--name", "uji")
    assert command(*again).code == 2  # the old one is not tried: nobody sits there to be asked
    monkeypatch.setenv(VARIABLE, portal.passwords["penulis"])
    assert command(*again).code == 0
    assert list(memory_keyring.kept.values()) == [portal.passwords["penulis"]]


def test_a_login_kept_badly_is_as_none(command: Command, home: Path, added: Answer) -> None:
    (home / "portals" / "uji.situs.json").write_text('{"login": 3}', encoding="utf-8")
    assert Newsroom(home).site_account("uji") is None
    assert "belum masuk" in command("portal", "list").lines[-1]


# --- the password stays where it is ---


def test_no_password_is_written_or_said(
    command: Command,
    portal: Portal,
    home: Path,
    tmp_path: Path,
    password: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    said = [command("portal", "add", portal.url, "--login", "penulis", "--name", "uji")]
    calls: list[tuple[object, ...]] = [
        ("test", "uji"),
        ("fetch", "uji"),
        ("list",),
        ("forget", "uji"),
    ]
    modes = ["", "401", "403html", "500", "empty", "html", "lost", "cut"]
    for mode in modes:
        portal.faults({"mode": mode, "times": 99}) if mode else portal.faults()
        for call in calls:
            said.append(command("portal", *call))
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    log = json.dumps(portal.requests())
    all_of_it = "".join(one.out + one.err for one in said) + caplog.text + log
    from newsroom.portal.wordpress.login import Login

    secret = Login("penulis", password).header.removeprefix("Basic ")
    for form in (password, password.replace(" ", ""), secret):
        assert form not in all_of_it
        assert form.encode() not in written
    assert (home / "portals" / "uji.toml").is_file()
    assert tomllib.loads((home / "portals" / "uji.toml").read_text(encoding="utf-8"))
