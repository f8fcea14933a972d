"""The daily log and what the desk knows, from the command line."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsroom.app import Newsroom
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from tests.commands import Command, is_one_line


@pytest.fixture
def returned(home: Path) -> str:
    """A story that was sent back just now."""
    with closing(Newsroom(home).open_store()) as store:
        story = store.stories.save(Story(headline="Panen Raya", status=Status.SUBMITTED))
        store.people.set_me(Person("Budi Misal", Role.EDITOR))
        mark = Mark(StepKind.STATUS, note="Tanya dinas.")
        store.stories.change_status([story.id], Status.RETURNED, mark)
        return story.id


def today(home: Path) -> str:
    return datetime.now(Newsroom(home).profile().zone).date().isoformat()


def test_the_log_of_today_is_told_in_three_forms(
    command: Command, home: Path, returned: str, tmp_path: Path
) -> None:
    assert "Budi Misal: 1 dikembalikan" in command("log").lines
    told = command("log", "--date", today(home), "--format", "json").json
    [step] = told["steps"]
    assert (step["story"], step["to"], step["note"]) == (returned, "returned", "Tanya dinas.")
    assert told["people"] == [{"who": "Budi Misal", "totals": {"returned": 1}}]
    path = tmp_path / "log.csv"
    assert command("log", "--out", path).out.strip() == str(path)
    [row] = list(csv.DictReader(path.open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert row["Catatan"] == "Tanya dinas."


def test_a_span_of_days_ends_today_unless_it_is_said(
    command: Command, home: Path, returned: str
) -> None:
    week_ago = (datetime.now().date() - timedelta(days=7)).isoformat()
    assert len(command("log", "--from", week_ago, "--format", "json").json["steps"]) == 1
    before = command("log", "--from", week_ago, "--to", week_ago, "--format", "json")
    assert before.json["steps"] == []


@pytest.mark.parametrize(
    "asked",
    [
        ("--date", "besok"),
        ("--from", "2026-11-04", "--to", "2026-11-03"),
        ("--date", "2026-11-03", "--to", "2026-11-04"),
        ("--format", "pdf"),
    ],
)
def test_days_that_are_none_are_refused_in_one_line(command: Command, asked: tuple) -> None:
    answer = command("log", *asked)
    assert answer.code == 2
    assert is_one_line(answer.err)


def test_a_list_tells_in_json_who_has_a_story_and_what_was_counted(
    command: Command, home: Path, returned: str
) -> None:
    with closing(Newsroom(home).open_store()) as store:
        store.desk.note_findings(
            returned, store.stories.get(returned).revision, "infobanten", 1, 2, 3
        )
    [told] = command("list", "--status", "returned", "--format", "json").json
    assert told["findings"] == {"errors": 1, "warnings": 2, "hints": 3}
    assert (told["holder"], told["deadline"], told["comments"]) == ("", None, 0)
    assert datetime.fromisoformat(told["since"]).tzinfo is not None
