"""The trail of a story from the store: whole, in the newsroom's zone, and on paper."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from newsroom.app import Newsroom
from newsroom.store.deliveries.records import Delivery, Outcome, PushState, Wish
from newsroom.store.schema import VersionRow
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Comment, CommentKind, Subject, Wording
from newsroom.story.person import Person, Role
from newsroom.story.source import Source
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.commands import Command, is_one_line

BODY = "Perahu itu efesien, kata Badu Contoh."
NOW = datetime(2026, 11, 5, 3, 30, tzinfo=UTC)


def printed_story(home: Path) -> str:
    """Keep a story that was written, returned, put right and sent to a portal."""
    with closing(Newsroom(home).open_store()) as store:
        store.people.set_me(Person("Wati Misal", Role.REPORTER))
        secret = (Source("Karta Rahasia", contact="0812-0000-1234"),)
        story = store.stories.save(Story(headline="Perahu Pustaka", body=BODY, sources=secret))
        story = store.stories.save(replace(story, status=Status.SUBMITTED))
        store.people.set_me(Person("Redi Andaian", Role.EDITOR))
        at = BODY.index("efesien")
        there = anchored("body", BODY, at, at + 7)
        subject = Subject("efesien", Wording("efisien"), rule="spelling")
        note = Comment.new("Redi Andaian", "Sudah ditanya?", NOW, anchor=there)
        reason = Comment.new(
            "Redi Andaian", "", NOW, kind=CommentKind.REASON, anchor=there, subject=subject
        )
        store.comments.add_all(story.id, [note, reason])
        story = store.stories.save(replace(story, status=Status.EDITING))
        body = BODY.replace("efesien", "efisien")
        back = Mark(StepKind.STATUS, note="Cari sumber kedua.")
        story = store.stories.save(replace(story, body=body, status=Status.RETURNED), mark=back)
        push = store.pushes.start(store.pushes.add(story.id, "kabar", 4, Wish()).id)
        number = store.journal.begin(push.id, "post", "new", {})
        store.journal.end(push.id, number, Outcome.DONE, {"id": 41})
        store.pushes.settle(push.id, PushState.DONE)
        store.deliveries.keep(
            Delivery(story.id, "kabar", "https://kabar.example", 41,
                     "https://kabar.example/perahu/", "publish", "perahu", 4, "", "d" * 64,
                     NOW, date=NOW)
        )  # fmt: skip
    return story.id


def test_all_that_happened_is_told_with_who_when_what_and_why(command: Command) -> None:
    id = printed_story(command.home)
    told = command("trail", id[:8], "--format", "json").json
    by_title = {one["title"]: one for one in told["entries"]}
    returned = by_title["Disunting → Dikembalikan"]
    assert (returned["who"], returned["note"]) == ("Redi Andaian", "Cari sumber kedua.")
    (change,) = returned["changes"]
    marks = [(one["mark"], one["text"]) for one in change["stretches"] if one["mark"] != "same"]
    assert marks == [("removed", "efesien"), ("added", "efisien")]
    assert by_title["Draf → Diajukan"]["who"] == "Wati Misal"
    assert by_title["Komentar"]["note"] == "Sudah ditanya?"
    assert by_title["Alasan perubahan"]["source"].startswith("KBBI")
    assert "Tulisan 41" in by_title["Unggah ke kabar: sampai di situs"]["about"][0]
    assert told["portals"][0]["address"] == "https://kabar.example/perahu/"
    assert all(one["moment"].endswith("+07:00") for one in told["entries"])
    text = command("trail", id).out
    assert "Disunting → Dikembalikan · oleh Redi Andaian" in text
    assert "[-efesien-]{+efisien+}" in text
    assert "tayang Kamis (5/11/2026) pukul 10.30 WIB" in text


def test_what_is_no_step_yet_is_told_of_who_sat_here_when_it_was_written(command: Command) -> None:
    id = printed_story(command.home)
    with closing(Newsroom(command.home).open_store()) as store:
        story = store.stories.get(id)
        store.stories.save(replace(story, headline="Perahu Pustaka Singgah"))
        store.people.set_me(Person("Mira Tersebut", Role.MANAGING_EDITOR))
    last = command("trail", id, "--format", "json").json["entries"][-1]
    assert (last["title"], last["who"], last["version"]) == ("Menulis", "Redi Andaian", 0)
    assert [change["field"] for change in last["changes"]] == ["headline"]


def test_the_sums_can_be_counted_again_from_the_store(command: Command) -> None:
    id = printed_story(command.home)
    told = command("trail", id, "--format", "json").json
    shown = command("show", id).out.encode()
    assert told["text_sha256"] == sha256(shown).hexdigest()
    less = command("trail", id, "--format", "json", "--no-comments", "--initials").json
    assert less["entries_sha256"] == told["entries_sha256"]
    assert len(less["entries"]) == len(told["entries"]) - 1
    assert command("move", id, "--to", "submitted").code == 0
    after = command("trail", id, "--format", "json").json
    assert after["entries_sha256"] != told["entries_sha256"]


def test_no_source_is_in_it_in_any_form(command: Command) -> None:
    id = printed_story(command.home)
    for form in ("text", "json"):
        told = command("trail", id, "--whole", "--format", form).out
        assert "Perahu Pustaka" in told
        assert "Rahasia" not in told
        assert "0812" not in told


def test_a_damaged_version_is_told_and_the_others_with_it(command: Command) -> None:
    id = printed_story(command.home)
    with closing(Newsroom(command.home).open_store()) as store:
        last = store.versions.list(id)[0].number
        with store._database.write() as session:
            session.get_one(VersionRow, last).packed = b"rusak"
    entries = command("trail", id, "--format", "json").json["entries"]
    (damaged,) = [one for one in entries if one["version"] == last]
    assert "rusak" in damaged["about"][0]
    assert damaged["note"] == "Cari sumber kedua."


def test_it_is_printed_where_no_screen_is(home: Path, tmp_path: Path) -> None:
    id, out = printed_story(home), tmp_path / "jejak.pdf"
    ask = [sys.executable, "-m", "newsroom", "--data", str(home), "trail", id, "--format", "pdf"]
    done = subprocess.run([*ask, "--out", str(out)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert "Perahu Pustaka".encode("utf-16-be") in out.read_bytes()  # its title


def test_what_can_not_be_written_is_refused_in_one_line(command: Command, tmp_path: Path) -> None:
    id, there = printed_story(command.home), tmp_path / "ada.pdf"
    there.write_bytes(b"penting")
    for wrong, why in (
        (("trail", id, "--format", "pdf"), "sebut berkasnya"),
        (("trail", id, "--format", "pdf", "--out", there), "sudah ada"),
        (("trail", id, "--out", tmp_path / "lain.pdf"), "hanya untuk"),
        (("trail", id, "--format", "docx"), "tidak dikenal"),
        (("trail", "0000"), "tidak ditemukan"),
    ):
        answer = command(*wrong)
        assert (answer.code, answer.out) == (2, "")
        assert is_one_line(answer.err)
        assert why in answer.err
    assert there.read_bytes() == b"penting"
    assert not (tmp_path / "lain.pdf").exists()
