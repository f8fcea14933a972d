"""Corrections, withdrawals and answers from the command line."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.story.aftermath import LinkKind, StoryLink
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from tests.commands import Command, is_one_line

RALAT = LinkKind.CORRECTION


def saved(home: Path, headline: str, status: Status = Status.PUBLISHED) -> str:
    story = Story(headline=headline, body="Warga panen.", section="Pendidikan", status=status)
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.save(story).id


def read(home: Path, id: str) -> Story:
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.get(id)


def test_a_correction_is_in_what_is_exported(command: Command, home: Path, tmp_path: Path) -> None:
    id = saved(home, "Panen Raya")
    assert command("correct", id[:8], "--text", "Semula 40, seharusnya 45.").out.strip() == id
    story = read(home, id)
    assert (story.status, len(story.corrections)) == (Status.CORRECTED, 1)
    command("export", id, "--to", "html", "--out", tmp_path / "a.html")
    assert "Semula 40, seharusnya 45.</p>" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Semula 40" in command("versions", "list", id).out
    assert "corrections:" in command("show", id).out
    assert command("show", id, "--format", "json").json["corrections"][0]["text"]


def test_what_a_correction_says_is_checked_but_for_what_it_cites(
    command: Command, home: Path, tmp_path: Path
) -> None:
    id = saved(home, "Panen Raya")
    command("correct", id, "--text", "Semula tertulis efesien, seharusnya efektip.")
    (tmp_path / "a.md").write_text(command("show", id).out, encoding="utf-8")
    found = command("check", tmp_path / "a.md", "--format", "json").json["findings"]
    assert [(one["field"], one["text"]) for one in found] == [("corrections[0].text", "efektip")]


def test_a_withdrawn_story_is_exported_as_its_announcement(
    command: Command, home: Path, tmp_path: Path
) -> None:
    id = saved(home, "Panen Raya")
    assert command("withdraw", id, "--reason", "Demi masa depan anak").code == 0
    assert read(home, id).status is Status.WITHDRAWN
    assert command("export", id, "--to", "wxr", "--out", tmp_path / "a.xml").code == 0
    text = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert "Demi masa depan anak." in text
    assert "Warga panen" not in text
    again = command("withdraw", id, "--reason", "Sekali lagi")
    assert (again.code, is_one_line(again.err)) == (2, True)


@pytest.mark.parametrize(("name", "option"), [("correct", "--text"), ("withdraw", "--reason")])
def test_words_are_needed_and_a_story_that_is_out(
    command: Command, home: Path, name: str, option: str
) -> None:
    draft, out = saved(home, "Draf", Status.DRAFT), saved(home, "Tayang")
    early = command(name, draft, option, "Semula 40.")
    assert (early.code, "tidak dapat langsung" in early.err) == (2, True)
    assert command(name, out, option, "  ").code == 2
    assert read(home, out).status is Status.PUBLISHED


def test_an_answer_is_linked_both_ways(command: Command, home: Path) -> None:
    answered, own = saved(home, "Sawah Kering"), saved(home, "Jawaban", Status.DRAFT)
    address = "https://kabar.example/sawah"
    assert command("answer", own, "--to", answered, "--address", address).code == 0
    assert read(home, own).answers == StoryLink("Sawah Kering", address, answered)
    assert [one.id for one in read(home, answered).answered_by] == [own]
    assert command("answer", own, "--to", address, "--headline", "Sawah").code == 0
    assert read(home, own).answers == StoryLink("Sawah", address)
    assert read(home, answered).answered_by == ()
    assert command("answer", own, "--to", answered, "--as", "ralat").code == 0
    assert read(home, own).answers == StoryLink("Sawah Kering", "", answered, None, RALAT)
    assert [one.kind for one in read(home, answered).answered_by] == [RALAT]
    for wrong in (
        ("--to", own),
        ("--to", address),
        ("--to", answered, "--address", "sawah"),
        ("--to", answered, "--as", "bantahan"),
    ):
        refused = command("answer", own, *wrong)
        assert (refused.code, is_one_line(refused.err)) == (2, True)
