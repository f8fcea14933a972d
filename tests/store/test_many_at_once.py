"""Statuses of several stories, copies, and searches under a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.store.filters import Filter
from newsroom.store.store import Store
from newsroom.story.aftermath import Withdrawal
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

MOMENT = datetime(2026, 3, 5, 1, 2, tzinfo=UTC)


def test_each_story_goes_or_says_why_not(store: Store) -> None:
    draft, ready, binned, there = (
        store.stories.save(Story(headline=status.label, status=status))
        for status in (Status.DRAFT, Status.READY, Status.DRAFT, Status.SUBMITTED)
    )
    store.stories.discard(binned.id)
    ids = [draft.id, ready.id, binned.id, there.id, "f" * 32]

    changes = store.stories.change_status(ids, Status.SUBMITTED, Mark(StepKind.STATUS, "Bayu"))

    assert [one.id for one in changes] == ids
    assert [one.is_done for one in changes] == [True, False, False, False, False]
    assert changes[0].before is Status.DRAFT
    assert "Dari Siap tayang tidak dapat langsung ke Diajukan" in changes[1].why
    assert "keranjang" in changes[2].why
    assert "sudah berstatus Diajukan" in changes[3].why
    assert "tidak ditemukan" in changes[4].why
    changed = store.stories.get(draft.id)
    assert changed == replace(draft, status=Status.SUBMITTED, revision=2, updated=changed.updated)
    assert store.stories.get(ready.id) == ready
    assert store.stories.get(binned.id) == binned
    (step,) = store.versions.list(draft.id)
    assert (step.who, step.before, step.after) == ("Bayu", Status.DRAFT, Status.SUBMITTED)


def test_a_corrected_story_may_be_corrected_again(store: Store) -> None:
    story = store.stories.save(Story(headline="A", status=Status.CORRECTED))

    (change,) = store.stories.change_status([story.id], Status.CORRECTED)

    assert change.is_done


def test_what_goes_with_a_step_is_saved_in_the_same_revision(store: Store) -> None:
    stories = [
        store.stories.save(Story(headline=name, status=Status.PUBLISHED)) for name in ("A", "B")
    ]
    gone = Withdrawal(MOMENT, "Demi anak.")

    changes = store.stories.change_status(
        [one.id for one in stories],
        Status.WITHDRAWN,
        Mark(StepKind.STATUS, note="Demi anak."),
        lambda story: {"withdrawal": gone, "slug": story.headline.lower()},
    )

    assert all(one.is_done for one in changes)
    for story in stories:
        changed = store.stories.get(story.id)
        assert (changed.withdrawal, changed.slug) == (gone, story.headline.lower())
        assert (changed.revision, changed.status) == (2, Status.WITHDRAWN)
        assert store.versions.list(story.id)[0].note == "Demi anak."


def test_hundreds_of_stories_change_in_one_go(store: Store) -> None:
    ids = [store.stories.save(Story(headline=str(number))).id for number in range(120)]

    changes = store.stories.change_status(ids, Status.SUBMITTED)

    assert all(one.is_done for one in changes)
    assert store.stories.counts()[Status.SUBMITTED] == 120


def test_a_copy_is_a_new_draft_with_all_that_was_written(store: Store) -> None:
    story = store.stories.save(
        Story(
            headline="Panen Raya",
            body="Warga panen.",
            slug="panen-raya",
            status=Status.PUBLISHED,
            photos=(Photo("a.jpg", "Panen.", digest="d" * 64),),
            sources=(Source("Rina Contoh"),),
            tags=("padi",),
            publish=MOMENT,
            deadline=MOMENT,
            embargo=MOMENT,
        )
    )

    copy = store.stories.duplicate(story.id)

    assert store.stories.get(copy.id) == copy
    assert store.stories.get(story.id) == story
    assert copy.id != story.id
    assert (copy.headline, copy.slug, copy.status) == ("Panen Raya (salinan)", "", Status.DRAFT)
    assert (copy.publish, copy.deadline, copy.embargo) == (None, None, MOMENT)
    assert (copy.photos, copy.sources, copy.tags) == (story.photos, story.sources, story.tags)
    assert (copy.revision, copy.created) == (1, copy.updated)
    assert store.versions.list(copy.id) == []


def test_searches_are_kept_under_their_names_in_their_order(store: Store) -> None:
    store.filters.save(Filter("Banjir", "banjir sejak:2024", Status.READY))
    store.filters.save(Filter("  Panen   raya ", " panen "))
    store.filters.save(Filter("BANJIR", "banjir"))

    assert store.filters.list() == [Filter("BANJIR", "banjir"), Filter("Panen raya", "panen")]

    store.filters.remove("panen RAYA")
    store.filters.remove("tidak ada")
    assert [one.name for one in store.filters.list()] == ["BANJIR"]


def test_a_search_needs_a_name(store: Store) -> None:
    with pytest.raises(ValueError, match="belum diberi nama"):
        store.filters.save(Filter("  ", "panen"))
    assert store.filters.list() == []


def test_what_is_no_search_is_passed_over(store: Store) -> None:
    kept = {"name": "Banjir", "query": "banjir", "status": "ready"}
    store.workspace.set("filters", [kept, {"name": "x"}, 7, {**kept, "status": "dari masa depan"}])

    assert store.filters.list() == [Filter("Banjir", "banjir", Status.READY)]


def test_a_search_by_word_forms_stays_one(store: Store) -> None:
    store.filters.save(Filter("Umum", "mengumumkan", None, forms=True))

    assert store.filters.list() == [Filter("Umum", "mengumumkan", None, forms=True)]


def test_a_search_gets_another_name_in_its_place(store: Store) -> None:
    for name in ("Banjir", "Panen", "Pasar"):
        store.filters.save(Filter(name, name.casefold()))

    store.filters.rename("panen", "  Panen   raya ")
    store.filters.rename("Pasar", "PASAR")
    with pytest.raises(ValueError, match="sudah dipakai"):
        store.filters.rename("Pasar", "banjir")
    with pytest.raises(ValueError, match="belum diberi nama"):
        store.filters.rename("Pasar", " ")
    store.filters.rename("tidak ada", "Gempa")

    assert [one.name for one in store.filters.list()] == ["Banjir", "Panen raya", "PASAR"]
    assert store.filters.list()[1].query == "panen"
