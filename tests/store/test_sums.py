"""The sum in a story's row: of all that a person wrote, and always the same."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from newsroom.store.mapping import fill_row
from newsroom.store.schema import StoryRow
from newsroom.store.sums import is_as_saved
from newsroom.story.aftermath import LinkKind
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story
from tests.store.test_story_round_trip import EVERYTHING

COUNTED = {"id", "revision", "created", "updated"}


def the_sum(story: Story) -> bytes:
    row = StoryRow(revision=1)
    fill_row(row, story)
    assert row.checksum is not None
    assert is_as_saved(row)
    return row.checksum


def test_it_is_counted_as_in_every_store_there_is() -> None:
    # Counted otherwise, all stories would look damaged: it takes a migration of its own.
    photos = tuple(replace(one, origin="", baked=PhotoEdits()) for one in EVERYTHING.photos)
    noted = replace(EVERYTHING, photos=photos, checklist=())  # as before there were desks
    before = replace(noted, corrections=(), answers=None, answered_by=(), withdrawal=None)
    assert the_sum(before).hex() == "6bfe08db2c35c5b2"
    answers = tuple(one for one in noted.answered_by if one.kind is LinkKind.ANSWER)
    assert the_sum(replace(noted, answered_by=answers)).hex() == "620ac231a4037d53"
    assert the_sum(noted).hex() == "4236b50be3f83ed8"
    assert the_sum(Story(headline="Panen", body="Warga.")).hex() == "7be643cd7c862172"


@pytest.mark.parametrize("name", [one.name for one in fields(Story) if one.name not in COUNTED])
def test_every_field_of_a_story_is_in_it(name: str) -> None:
    without = replace(EVERYTHING, **{name: getattr(Story(), name)})

    assert the_sum(without) != the_sum(EVERYTHING)


@pytest.mark.parametrize("name", [one.name for one in fields(Photo)])
def test_every_field_of_a_photo_is_in_it(name: str) -> None:
    photo, *others = EVERYTHING.photos
    without = replace(photo, **{name: getattr(Photo(""), name)})

    assert the_sum(replace(EVERYTHING, photos=(without, *others))) != the_sum(EVERYTHING)


def test_the_order_of_photos_is_in_it() -> None:
    turned = replace(EVERYTHING, photos=EVERYTHING.photos[::-1])

    assert the_sum(turned) != the_sum(EVERYTHING)


def test_what_the_store_counts_is_not_in_it() -> None:
    moved = replace(EVERYTHING, id="b" * 32, revision=9, updated=datetime.now(UTC))

    assert the_sum(moved) == the_sum(EVERYTHING)


def test_a_row_without_a_sum_is_taken_as_it_is() -> None:
    row = StoryRow(revision=1)
    fill_row(row, EVERYTHING)
    row.checksum = None

    assert is_as_saved(row)
    row.checksum = bytes(8)
    assert not is_as_saved(row)
