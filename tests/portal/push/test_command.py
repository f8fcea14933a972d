"""``newsroom publish``, as people and programs use it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsroom.app import Newsroom
from newsroom.store.deliveries.records import PushState, Wish
from newsroom.store.deliveries.turn import release, site_turn
from newsroom.story.version import StepKind
from tests.portal.push.program import Program
from tests.portal.site import Counts, Portal

NEXT_YEAR = datetime.now(UTC).year + 1


def test_a_story_is_sent_and_updated_by_a_command(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, before = program.write(1001), portal.counts()

    told = program.publish(story.id)

    assert (told["state"], told["status"], told["new"]) == ("done", "draft", True)
    assert told["differences"] == []
    with closing(program.store()) as store:
        step = store.versions.list(story.id)[0]
        assert (step.kind, step.revision) == (StepKind.EXPORT, story.revision)
        assert step.note.startswith("dikirim ke kabar; draf; ")
    program.rewrite(story, body="Warga menjemur padi, Sabtu (28/11/2026).\n\nPadi kering.")
    out = program.run("publish", story.id, "--portal", "kabar")
    assert out == f"{told['link']}\n"
    assert "menjemur" in portal.post(told["id"])["content"]["raw"]
    assert portal.counts() - before == Counts(posts=1, media=2)


def test_what_is_not_ready_is_not_sent(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.rewrite(program.write(1002), section="")

    out = program.run("publish", story.id, "--portal", "kabar", code=1)

    assert (out, portal.requests()) == ("", [])
    assert "Rubrik" in program.said
    told = program.publish(story.id, "--override", "diminta redaktur")
    assert told["state"] == "done"
    with closing(program.store()) as store:
        assert "diminta redaktur" in store.versions.list(story.id)[0].note


def test_publishing_takes_a_yes_and_a_time_to_come(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.write(1003)

    program.run("publish", story.id, "--portal", "kabar", "--status", "publish", code=2)
    assert "--yes" in program.said
    past = ("--status", "publish", "--yes", "--at", "2020-01-01T07:30")
    program.run("publish", story.id, "--portal", "kabar", *past, code=2)
    assert "sudah lewat" in program.said
    program.run("publish", story.id, "--portal", "kabar", "--at", "besok", code=2)
    assert portal.requests() == []

    told = program.publish(story.id, "--status", "publish", "--yes")
    assert told["status"] == "publish"


def test_a_time_alone_schedules_nothing_and_that_is_said(
    make_program: Callable[..., Program],
) -> None:
    program = make_program()

    told = program.publish(program.write(1016).id, "--at", f"{NEXT_YEAR}-03-05T07:30")

    assert told["status"] == "draft"
    assert "belum dijadwalkan" in program.said


@pytest.mark.parametrize(
    ("machine", "zone", "at", "expected"),
    [
        ("America/New_York", "Asia/Jakarta", "{year}-03-05T07:30", "{year}-03-05T07:30+07:00"),
        ("America/New_York", "Asia/Jayapura", "{year}-07-01T00:10", "{year}-07-01T00:10+09:00"),
        ("Asia/Makassar", "Asia/Jakarta", "{year}-03-05T07:30Z", "{year}-03-05T07:30+00:00"),
    ],
)
def test_a_time_is_the_portals_wherever_the_machine_is(
    make_program: Callable[..., Program],
    portal: Portal,
    machine: str,
    zone: str,
    at: str,
    expected: str,
) -> None:
    program = make_program(zone=zone)
    story = program.write(1100 + len(machine + zone))
    wish = ("--status", "publish", "--yes", "--at", at.format(year=NEXT_YEAR))

    told = program.publish(story.id, *wish, zone=machine)

    assert (told["status"], told["differences"]) == ("future", [])
    moment = datetime.fromisoformat(expected.format(year=NEXT_YEAR))
    assert datetime.fromisoformat(told["date"]) == moment
    there = datetime.fromisoformat(portal.post(told["id"])["date"])
    assert there.replace(tzinfo=ZoneInfo("Asia/Jakarta")) == moment  # by the site's own clock


def test_the_times_of_a_story_are_kept_on_another_machine(
    make_program: Callable[..., Program],
) -> None:
    program = make_program()
    embargo = datetime(NEXT_YEAR, 7, 1, 0, 10, tzinfo=UTC)
    story = program.rewrite(program.write(1004), embargo=embargo)

    early = (embargo - timedelta(hours=1)).isoformat()
    wish = ("--status", "publish", "--yes")
    program.run("publish", story.id, "--portal", "kabar", *wish, "--at", early, code=1)
    assert "mendahului embargo" in program.said
    told = program.publish(story.id, *wish, zone="America/New_York")
    assert told["status"] == "future"
    assert datetime.fromisoformat(told["date"]) == embargo


def test_what_the_portal_refuses_waits_and_is_resumed(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    first, second, before = program.write(1005), program.write(1006), portal.counts()
    portal.faults({"path": "users/me", "mode": "401"})
    told = program.publish(first.id, code=1)
    assert (told["state"], told["question"]) == ("waiting", {})
    portal.faults({"mode": "403html"})
    assert program.publish(second.id, code=1)["state"] == "waiting"

    listed = program.run("publish", "--list", zone="Asia/Makassar").splitlines()

    assert [line.split()[0] for line in listed] == [first.id[:8], second.id[:8]]
    again = re.compile(r" menunggu, dicoba lagi \d\d/\d\d/\d{4} \d\d\.\d\d WITA ")
    assert all(again.search(line) for line in listed)
    told = program.run("publish", "--resume")
    assert len(told.splitlines()) == 2
    assert program.run("publish", "--list") == ""
    assert portal.counts() - before == Counts(posts=2, media=4)


def test_where_the_site_is_at_fault_the_others_wait_untried(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    newsroom, password = Newsroom(program.home), portal.passwords[program.login]
    with closing(program.store()) as store:
        for number in (1012, 1013):
            newsroom.queue_story(store, program.write(number).id, "kabar", Wish())
        (refused,) = newsroom.send_due(store, "kabar", "bukan sandinya")
        assert refused.push.held
        portal.forget()

        assert list(newsroom.send_due(store, "kabar", password)) == []
        assert portal.requests() == []

        release(store.pushes, "kabar")  # somebody has logged in
        results = list(newsroom.send_due(store, "kabar", password))
    assert [one.push.state for one in results] == [PushState.DONE, PushState.DONE]
    assert results[-1].push.id == refused.push.id  # what was stopped stops no other


def test_a_portal_that_is_gone_stops_no_other(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, before = program.write(1014), portal.counts()
    with closing(program.store()) as store:
        store.pushes.add(story.id, "hilang", story.revision, Wish())
        store.pushes.add(story.id, "kabar", story.revision, Wish())

    told = json.loads(program.run("publish", "--resume", "--format", "json", code=1))

    assert [(one["portal"], one["state"]) for one in told] == [("kabar", "done")]
    assert "hilang" in program.said
    assert portal.counts() - before == Counts(posts=1, media=2)


def test_a_password_of_one_portal_goes_to_no_other(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.write(1015)
    for kept in ("kabar.toml", "kabar.situs.json"):
        path = program.home / "portals" / kept
        text = path.read_text(encoding="utf-8").replace(portal.url, portal.site("polos"))
        path.with_name(kept.replace("kabar", "lain")).write_text(text, encoding="utf-8")
    with closing(program.store()) as store:
        for name in ("kabar", "lain"):
            store.pushes.add(story.id, name, story.revision, Wish())

    told = program.run("publish", "--resume", "--format", "json", code=1)

    assert json.loads(told) == []
    assert "--portal kabar" in program.said
    assert "--portal lain" in program.said
    assert portal.requests() == []
    told = program.run("publish", "--resume", "--portal", "kabar", "--format", "json")
    assert [one["portal"] for one in json.loads(told)] == ["kabar"]


def test_a_push_is_cancelled_and_taken_up_again(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, before = program.write(1007), portal.counts()
    portal.faults({"method": "POST", "path": "wp/v2/posts", "mode": "413"})
    assert program.publish(story.id, code=1)["state"] == "failed"

    assert program.publish(story.id, "--cancel")["state"] == "cancelled"

    assert program.run("publish", "--list") == ""
    assert f"publish {story.id[:8]} --portal kabar --resume" in program.said
    assert program.publish(story.id, "--resume")["state"] == "done"
    program.run("publish", "--list")
    assert program.said == ""
    assert portal.counts() - before == Counts(posts=1, media=2)


def test_what_became_of_a_draft_on_the_site_is_seen(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    stories = [program.write(number) for number in (1011, 1012)]
    out, draft = (program.publish(story.id)["id"] for story in stories)
    portal.edit(out, status="publish", title="Judul dari Redaktur Situs")
    portal.forget()

    told = program.publish("--check")

    by_id = {one["id"]: one for one in told}
    assert set(by_id) == {out, draft}
    assert (by_id[draft]["status"], by_id[draft]["changed"]) == ("draft", [])
    assert (by_id[out]["status"], by_id[out]["changed"]) == ("publish", ["title"])
    assert by_id[out]["link"] == portal.post(out)["link"]
    assert portal.requests("POST") == []
    with closing(program.store()) as store:
        (kept,) = store.deliveries.of_story(stories[0].id)
        assert (kept.status, kept.link) == ("publish", portal.post(out)["link"])
        assert kept.date is not None
    assert [one["id"] for one in program.publish("--check")] == [draft]
    portal.trash(draft)
    line = program.run("publish", stories[1].id, "--check", code=1)
    assert "di tempat sampah" in line
    portal.delete(draft)
    assert program.publish(stories[1].id, "--check", code=1)[0]["status"] == "deleted"


def test_a_new_headline_leaves_what_is_published_at_its_address(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.write(1013)
    first = program.publish(story.id, "--status", "publish", "--yes")
    program.rewrite(story, headline="Judul yang Lain Sama Sekali 1013")

    again = program.publish(story.id, "--yes")

    assert (again["id"], again["link"]) == (first["id"], first["link"])
    assert portal.post(first["id"])["title"]["raw"] == "Judul yang Lain Sama Sekali 1013"


def test_both_texts_are_shown_where_somebody_changed_the_post(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.write(1008)
    told = program.publish(story.id)
    portal.edit(told["id"], title="Judul di Situs")
    program.rewrite(story, headline="Judul Baru dari Naskah Ini")

    asked = program.publish(story.id, code=1)

    assert (asked["state"], asked["question"]["kind"]) == ("person", "conflict")
    assert asked["conflict"] == [
        {"field": "title", "ours": "Judul Baru dari Naskah Ini", "theirs": "Judul di Situs"}
    ]
    program.run("publish", story.id, "--resume", code=1)
    assert "timpa" in program.said
    assert program.publish(story.id, "--answer", "timpa")["state"] == "done"
    assert portal.post(told["id"])["title"]["raw"] == "Judul Baru dari Naskah Ini"


def test_two_programs_never_send_to_a_portal_at_once(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, before = program.write(1009), portal.counts()

    with site_turn(program.home, portal.url):
        program.run("publish", story.id, "--portal", "kabar", code=1)
        assert "sedang dikerjakan program lain" in program.said
        assert portal.requests() == []

    assert program.publish(story.id, "--resume")["state"] == "done"
    assert portal.counts() - before == Counts(posts=1, media=2)


def test_two_programs_started_together_make_one_post(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story, before = program.write(1010), portal.counts()

    both = [program.begin("publish", story.id, "--portal", "kabar") for _ in range(2)]
    for process in both:
        process.communicate(timeout=120)

    program.run("publish", "--resume")
    assert portal.counts() - before == Counts(posts=1, media=2)


def test_without_a_login_it_says_what_to_do(
    make_program: Callable[..., Program], portal: Portal
) -> None:
    program = make_program()
    story = program.write(1011)
    (program.home / "portals" / "kabar.situs.json").unlink()

    program.run("publish", story.id, "--portal", "kabar", code=1)

    assert "portal add" in program.said


def test_a_command_that_can_not_be_meant_says_so(make_program: Callable[..., Program]) -> None:
    program = make_program()
    for arguments, said in (
        ((), "ID naskah belum ditulis"),
        (("--list", "--resume"), "pilih satu saja"),
        (("--status", "tayang"), "--status tayang tidak dikenal"),
        (("abcd1234",), "tidak ditemukan"),
        (("--answer", "ya"), "--answer ya tidak dikenal"),
    ):
        program.run("publish", *arguments, code=2)

        assert said in program.said
