"""Who has a story, who took which step, and since when it stands where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from newsroom.store.backup.merge import Verdict, merge_stories
from newsroom.store.backup.merge_rows import merge_rest
from newsroom.store.store import Store
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status, is_taken

WATI = Person("Wati Misal", Role.REPORTER)
BUDI = Person("Budi Misal", Role.EDITOR)
TUTI = Person("Tuti Misal", Role.EDITOR)
CHIEF = Person("Rini Misal", Role.MANAGING_EDITOR)


def handed_in(store: Store) -> Story:
    """Return a story that Wati has written and handed in."""
    store.people.set_me(WATI)
    story = store.stories.save(Story(headline="Panen raya", body="Warga panen."))
    assert move(store, story, Status.SUBMITTED) == ""
    return store.stories.get(story.id)


def move(
    store: Store, story: Story, status: Status, note: str = "", *, take_over: bool = False
) -> str:
    """Move a story as who sits here; return why it did not go."""
    mark = Mark(StepKind.STATUS, note=note)
    (change,) = store.stories.change_status([story.id], status, mark, take_over=take_over)
    return change.why


def test_every_step_carries_the_name_of_who_sat_here_when_it_was_written(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    story = store.stories.get(story.id)
    edited = store.stories.save(replace(story, body="Warga panen raya."))
    store.versions.mark(edited, Mark(StepKind.EXPORT))
    store.people.set_me(TUTI)
    move(store, story, Status.READY, take_over=True)
    steps = [(step.kind, step.who) for step in reversed(store.versions.list(story.id))]
    assert steps == [
        (StepKind.STATUS, "Wati Misal"),
        (StepKind.STATUS, "Budi Misal"),
        (StepKind.EXPORT, "Budi Misal"),
        (StepKind.STATUS, "Tuti Misal"),
    ]


def test_what_one_wrote_is_not_put_down_to_the_next_at_the_same_computer(store: Store) -> None:
    store.people.set_me(WATI)
    story = store.stories.save(Story(headline="Panen raya", body="Warga panen."))
    store.people.set_me(BUDI)
    move(store, story, Status.SUBMITTED)
    last, first = store.versions.list(story.id)
    assert (first.kind, first.who) == (StepKind.WRITING, "Wati Misal")
    assert (last.kind, last.who) == (StepKind.STATUS, "Budi Misal")


def test_a_step_that_is_somebody_elses_is_refused_and_says_whose_it_is(store: Store) -> None:
    story = handed_in(store)
    why = move(store, story, Status.EDITING)
    assert why == (
        "Dari Diajukan ke Disunting: tugas redaktur atau redaktur pelaksana, bukan wartawan."
    )
    assert store.stories.get(story.id).status is Status.SUBMITTED
    assert move(store, story, Status.DRAFT) == ""  # what was handed in may be taken back


def test_a_story_is_returned_only_with_a_word_on_what_to_do(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    assert move(store, story, Status.RETURNED, "  ") == "Tulis catatan: apa yang perlu diperbaiki."
    assert move(store, story, Status.RETURNED, "Minta tanggapan dinas.") == ""
    last = store.versions.last_move(story.id)
    assert last is not None
    assert (last.who, last.note) == ("Budi Misal", "Minta tanggapan dinas.")


def test_what_somebody_is_editing_moves_for_others_only_knowingly(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    note = store.desk.of([story.id])[story.id]
    assert (note.holder, note.role, is_taken(note.status, note.holder, "Tuti Misal")) == (
        "Budi Misal",
        Role.EDITOR,
        True,
    )
    store.people.set_me(TUTI)
    assert "sedang disunting Budi Misal" in move(store, story, Status.READY)
    assert store.stories.get(story.id).status is Status.EDITING
    assert store.desk.take_over(story.id) == ""
    assert store.desk.of([story.id])[story.id].holder == "Tuti Misal"
    taken = store.versions.list(story.id)[0]
    assert (taken.kind, taken.who, taken.note) == (StepKind.TAKING, "Tuti Misal", "dari Budi Misal")
    assert move(store, story, Status.READY) == ""


def test_the_managing_editor_moves_at_once_what_another_is_editing(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    store.people.set_me(CHIEF)
    assert move(store, story, Status.HELD) == ""


def test_a_reporter_takes_no_story_over(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    store.people.set_me(WATI)
    assert store.desk.take_over(story.id) == "Naskah diambil alih oleh redaktur, bukan wartawan."
    assert store.desk.of([story.id])[story.id].holder == "Budi Misal"


def test_what_is_given_back_to_the_queue_is_nobodys(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    assert move(store, story, Status.SUBMITTED) == ""
    note = store.desk.of([story.id])[story.id]
    assert (note.holder, note.taken) == ("", None)


def test_what_the_uploader_stops_goes_back_to_who_passed_it_with_the_reason(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    move(store, story, Status.EDITING)
    move(store, story, Status.READY)
    store.people.set_me(Person("Nana Misal", Role.UPLOADER))
    assert move(store, story, Status.EDITING) != ""
    assert move(store, story, Status.EDITING, "Foto buram.") == ""
    assert store.desk.of([story.id])[story.id].holder == "Budi Misal"


def test_who_does_all_alone_is_asked_nothing(store: Store) -> None:
    story = store.stories.save(Story(headline="Panen raya"))
    for status in (Status.SUBMITTED, Status.EDITING, Status.READY, Status.PUBLISHED):
        assert move(store, story, status) == ""
    assert store.desk.of([story.id])[story.id].holder == ""


def test_since_is_when_the_story_came_to_its_status_whatever_is_written_later(
    store: Store,
) -> None:
    story = handed_in(store)
    moved = store.versions.list(story.id)[0].moment
    store.stories.save(replace(story, body="Warga panen raya."))
    assert store.desk.of([story.id])[story.id].since == moved
    # A story of before the desk noted it: its last step says so.
    with store._database.write() as session:
        session.execute(text("DELETE FROM desk"))
    assert store.desk.of([story.id])[story.id].since == moved


def test_findings_are_kept_with_the_revision_they_were_counted_in(store: Store) -> None:
    story = handed_in(store)
    store.desk.note_findings(story.id, story.revision, "infobanten", 2, 1, 0)
    found = store.desk.of([story.id])[story.id].found
    assert found is not None
    assert (found.revision, found.house, found.errors, found.warnings) == (
        story.revision,
        "infobanten",
        2,
        1,
    )


def test_what_another_desk_took_to_be_edited_nobody_has_here(store: Store) -> None:
    story = handed_in(store)
    store.people.set_me(BUDI)
    came = Mark(StepKind.HANDOVER, "Budi Misal", "dari meja lain")
    store.stories.save(replace(story, status=Status.EDITING), mark=came)
    assert store.desk.of([story.id])[story.id].holder == ""


def test_the_desk_comes_along_when_databases_are_merged_and_goes_with_its_story(
    store: Store, tmp_path: Path
) -> None:
    story = handed_in(store)
    other = Store.open(tmp_path / "other")
    try:
        merge_stories(store._database, other._database, lambda *_: Verdict.NEW)
        merge_rest(store._database, other._database)
        store.people.set_me(BUDI)
        move(store, story, Status.EDITING)
        merge_stories(store._database, other._database, lambda *_: Verdict.NEWER)
        merge_rest(store._database, other._database)
        ours, theirs = (one.desk.of([story.id])[story.id] for one in (store, other))
        assert theirs == ours
        assert theirs.holder == "Budi Misal"
        other.stories.discard(story.id)
        other.stories.delete(story.id)
        assert other.desk.of([story.id]) == {}
        with other._database.read() as session:
            assert session.scalar(text("SELECT count(*) FROM desk")) == 0
    finally:
        other.close()


def test_who_it_is_counts_at_once_in_another_program(open_store: Callable[[], Store]) -> None:
    one, other = open_store(), open_store()
    story = handed_in(one)
    other.people.set_me(BUDI)
    assert move(one, story, Status.EDITING) == ""
    assert one.versions.list(story.id)[0].who == "Budi Misal"


@pytest.mark.parametrize("told", ['"x"', "[]", '{"name": 3, "role": "king", "earlier": [[1]]}'])
def test_a_damaged_answer_to_who_it_is_stops_nobody(store: Store, told: str) -> None:
    with store._database.write() as session:
        session.execute(
            text("INSERT INTO workspace (key, value) VALUES ('person', :told)"), {"told": told}
        )
    assert store.people.me() == Person()
    story = store.stories.save(Story(headline="Panen"))
    assert move(store, story, Status.SUBMITTED) == ""
