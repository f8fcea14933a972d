"""Against what a story is reviewed: what a reporter handed in, with what was accepted since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.app import Newsroom
from newsroom.store.schema import VersionRow
from newsroom.store.store import Store
from newsroom.story.changes.between import Changes
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

WROTE = "Warga Rekaan memanen padi.\n\nPupuk disalurkan."
EDITED = "Warga Rekaan menanam padi.\n\nPupuk dibagikan."


@pytest.fixture
def edited(store: Store) -> Story:
    """A story that Wati handed in, and that Budi has written in since."""
    store.people.set_me(Person("Wati Misal", Role.REPORTER))
    story = store.stories.save(Story(headline="Panen", body=WROTE))
    story = store.stories.save(replace(story, status=Status.SUBMITTED))
    store.people.set_me(Person("Budi Contoh", Role.EDITOR))
    story = store.stories.save(replace(story, status=Status.EDITING))
    return store.stories.save(replace(story, body=EDITED))


def test_a_draft_that_nobody_handed_in_is_reviewed_against_nothing(store):
    story = store.stories.save(Story(headline="Panen", body=WROTE))

    assert store.reviews.of(story.id) is None
    assert store.reviews.of("tidak ada") is None


def test_a_story_is_reviewed_against_what_the_reporter_handed_in(store, edited):
    review = store.reviews.of(edited.id)

    assert (review.base.body, review.base.id) == (WROTE, edited.id)
    assert (review.who, review.reporters) == ("Wati Misal", review.base)


def test_what_was_accepted_is_no_change_any_more_and_the_reporters_version_stays(store, edited):
    review = store.reviews.of(edited.id)
    first = Changes(review.base, edited).all[0]

    assert store.reviews.keep(review, Changes(review.base, edited).accepted([first]))

    later = store.reviews.of(edited.id)
    assert later.base.body == "Warga Rekaan menanam padi.\n\nPupuk disalurkan."
    assert later.reporters.body == WROTE
    assert [one.new for one in Changes(later.base, edited).all] == ["dibagikan"]


def test_handed_in_again_it_is_reviewed_anew(store, edited):
    before = store.reviews.of(edited.id)
    assert store.reviews.keep(before, edited)
    returned = store.stories.save(replace(edited, status=Status.RETURNED))
    again = store.stories.save(replace(returned, body=f"{EDITED} Hujan.", status=Status.SUBMITTED))

    assert store.reviews.of(edited.id).base.body == again.body
    assert not store.reviews.keep(before, edited)
    assert store.reviews.of(edited.id).base.body == again.body


def test_what_was_sent_back_is_known_with_its_note_once_it_is_handed_in_again(store, edited):
    assert store.reviews.of(edited.id).returned is None
    note = Mark(StepKind.STATUS, note="Tambah suara petani.")
    returned = store.stories.save(replace(edited, status=Status.RETURNED), mark=note)
    again = store.stories.save(replace(returned, body=f"{EDITED} Hujan.", status=Status.SUBMITTED))

    review = store.reviews.of(edited.id)

    assert (review.returned.story.body, review.returned.story.id) == (EDITED, edited.id)
    assert (review.returned.who, review.returned.note) == ("Budi Contoh", "Tambah suara petani.")
    assert review.base.body == again.body


def test_a_step_that_a_wrong_clock_has_dated_ahead_is_not_the_last_for_that(store, edited):
    with store._database.write() as session:
        for step in session.query(VersionRow).where(VersionRow.status_after == "submitted"):
            step.moment += timedelta(days=400)
    returned = store.stories.save(replace(edited, status=Status.RETURNED))
    again = store.stories.save(replace(returned, body=f"{EDITED} Hujan.", status=Status.SUBMITTED))

    assert store.reviews.of(edited.id).base.body == again.body
    assert store.versions.last_move(edited.id).before is Status.RETURNED


def test_an_editor_who_puts_it_back_to_the_others_hands_nothing_in(store, edited):
    store.stories.save(replace(edited, status=Status.SUBMITTED))

    assert store.reviews.of(edited.id).base.body == WROTE


def test_an_accepted_text_that_is_damaged_gives_way_to_the_reporters(store, edited, spoil_review):
    review = store.reviews.of(edited.id)
    store.reviews.keep(review, edited)
    spoil_review()

    assert store.reviews.of(edited.id).base.body == WROTE


@pytest.fixture
def spoil_review(store):
    from newsroom.store.schema import ReviewRow

    def spoil() -> None:
        with store._database.write() as session:
            for row in session.query(ReviewRow):
                row.packed = b"rusak"

    return spoil


def test_at_the_editors_desk_a_story_in_a_file_is_reviewed_as_it_was_handed_in(tmp_path):
    wati, budi = Newsroom(tmp_path / "wati"), Newsroom(tmp_path / "budi")
    desk = wati.open_store()
    desk.people.set_me(Person("Wati Misal", Role.REPORTER))
    story = desk.stories.save(Story(headline="Panen", body=WROTE))
    path = wati.hand_over(desk, story.id, tmp_path)

    there = budi.open_store()
    there.people.set_me(Person("Budi Contoh", Role.EDITOR))
    came = budi.take_over(there, path).story
    there.stories.save(replace(came, body=EDITED))

    review = there.reviews.of(story.id)
    assert (review.base.body, review.who) == (WROTE, "Wati Misal")
    assert desk.reviews.of(story.id) is None
    desk.close()
    there.close()
