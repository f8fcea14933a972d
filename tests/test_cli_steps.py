"""Who sits here, and the steps of stories, from the command line."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.app import DEFAULT_PORTAL, Newsroom
from newsroom.app.publishing import NotReady
from newsroom.store.deliveries.records import Wish
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from tests.commands import Command, is_one_line


def saved(home: Path, headline: str = "Panen Raya", status: Status = Status.DRAFT) -> str:
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.save(Story(headline=headline, body="Warga panen.", status=status)).id


def read(home: Path, id: str) -> Story:
    with closing(Newsroom(home).open_store()) as store:
        return store.stories.get(id)


def test_who_sits_here_is_told_once_and_stands_in_every_step(command: Command, home: Path) -> None:
    assert command("me", "--format", "json").json == {"name": "", "role": "all"}
    answer = command("me", "--name", "Wati  Misal", "--role", "reporter", "--format", "json")
    assert answer.json == {"name": "Wati Misal", "role": "reporter"}
    id = saved(home)
    assert command("move", id[:8], "--to", "submitted").out.strip() == id
    assert "Wati Misal" in command("versions", "list", id).out
    assert command("me").out == "Wati Misal\tWartawan\n"


def test_a_role_without_a_name_is_refused(command: Command) -> None:
    answer = command("me", "--role", "editor")
    assert (answer.code, is_one_line(answer.err)) == (2, True)
    assert command("me", "--role", "raja", "--name", "Wati").code == 2


def test_a_step_that_is_somebody_elses_is_refused_in_one_line(command: Command, home: Path) -> None:
    command("me", "--name", "Wati Misal", "--role", "reporter")
    id = saved(home, status=Status.SUBMITTED)
    answer = command("move", id, "--to", "editing")
    assert (answer.code, answer.out) == (2, "")
    assert is_one_line(answer.err)
    assert "redaktur" in answer.err
    assert read(home, id).status is Status.SUBMITTED


def test_what_goes_back_needs_a_note_and_those_that_can_go_do(command: Command, home: Path) -> None:
    first, second = saved(home, status=Status.EDITING), saved(home, status=Status.READY)
    assert is_one_line(command("move", first, "--to", "returned").err)
    answer = command("move", first, second, "--to", "returned", "--note", "Cek angka.")
    assert (answer.code, answer.lines) == (2, [first])
    assert is_one_line(answer.err)
    assert second[:8] in answer.err
    assert "Cek angka." in command("versions", "list", first).out


def test_a_held_story_has_its_time(command: Command, home: Path) -> None:
    id = saved(home, status=Status.EDITING)
    assert command("move", id, "--to", "held", "--until", "besok").code == 2
    assert command("move", id, "--to", "ready", "--until", "2031-05-17T07:30").code == 2
    assert command("move", id, "--to", "held", "--until", "2031-05-17T07:30").code == 0
    story = read(home, id)
    assert story.embargo is not None
    assert (story.status, story.embargo.isoformat()) == (Status.HELD, "2031-05-17T07:30:00+07:00")


def test_a_time_that_is_past_holds_nothing_any_more(command: Command, home: Path) -> None:
    story = Story(status=Status.EDITING, embargo=datetime(2021, 5, 17, tzinfo=UTC))
    with closing(Newsroom(home).open_store()) as store:
        id = store.stories.save(story).id
    assert command("move", id, "--to", "held").code == 0
    assert read(home, id).embargo is None


def test_what_another_is_editing_is_taken_over_only_when_asked_for(
    command: Command, home: Path
) -> None:
    command("me", "--name", "Budi Misal", "--role", "editor")
    id = saved(home, status=Status.SUBMITTED)
    command("move", id, "--to", "editing")
    command("me", "--name", "Tuti Misal")
    answer = command("move", id, "--to", "held")
    assert (answer.code, "Budi Misal" in answer.err) == (2, True)
    assert command("move", id, "--to", "held", "--take-over").code == 0


def test_a_story_is_ready_once_its_checklist_is_answered(command: Command, home: Path) -> None:
    id = saved(home, status=Status.EDITING)
    answer = command("move", id, "--to", "ready")
    assert (answer.code, is_one_line(answer.err)) == (2, True)
    assert "1 butir wajib" in answer.err
    command("checklist", id, "--answer", "nama=ya")
    assert command("move", id, "--to", "ready").out.strip() == id


def test_what_readers_are_to_see_is_published_by_those_whose_work_that_is(home: Path) -> None:
    id = saved(home, status=Status.READY)
    newsroom = Newsroom(home)
    with closing(newsroom.open_store()) as store:
        store.people.set_me(Person("Budi Misal", Role.EDITOR))
        with pytest.raises(NotReady, match="tugas pengunggah atau redaktur pelaksana"):
            newsroom.queue_story(store, id, DEFAULT_PORTAL, Wish("publish", confirmed=True))
        store.people.set_me(Person("Nana Misal", Role.UPLOADER))
        with pytest.raises(NotReady, match="belum siap dikirim"):  # for what it lacks
            newsroom.queue_story(store, id, DEFAULT_PORTAL, Wish("publish", confirmed=True))


def test_a_story_that_an_editor_takes_is_theirs_unless_it_is_anothers(
    command: Command, home: Path
) -> None:
    mine, others = (saved(home, status=Status.SUBMITTED) for _ in range(2))
    with closing(Newsroom(home).open_store()) as store:
        store.stories.save(replace(store.stories.get(others), editor="Budi Contoh"))
    command("me", "--name", "Sari Umpama", "--role", "editor")
    command("move", mine, others, "--to", "editing")
    assert [read(home, id).editor for id in (mine, others)] == ["Sari Umpama", "Budi Contoh"]
