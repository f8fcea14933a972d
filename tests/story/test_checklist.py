"""What an answer to the checklist was given for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.story.checklist import Answer, Item, Verdict, answered, standings, text_sum
from newsroom.story.story import Photo, Story

PHOTO = Photo("warga.jpg", caption="Warga.", credit="Wati Misal")
STORY = Story("Panen", kicker="Desa", subheadline="Hujan", body="Warga panen.", photos=(PHOTO,))


@pytest.mark.parametrize(
    "changed",
    [
        {"kicker": "Kota"},
        {"headline": "Tanam"},
        {"subheadline": "Kemarau"},
        {"body": "Warga tanam."},
        {"photos": (replace(PHOTO, caption="Petani."),)},
        {"photos": (replace(PHOTO, credit="Budi Contoh"),)},
    ],
)
def test_the_sum_is_another_for_all_that_readers_are_told(changed: dict[str, object]) -> None:
    assert text_sum(replace(STORY, **changed)) != text_sum(STORY)


def test_the_sum_is_the_same_whatever_readers_are_not_told() -> None:
    assert text_sum(replace(STORY, slug="panen", editor="Sari Umpama")) == text_sum(STORY)


def test_another_answer_to_an_item_takes_the_place_of_the_first() -> None:
    noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
    names, figures = (Answer(item, Verdict.NO, "Sari Umpama", noon) for item in ("nama", "angka"))
    known = replace(names, verdict=Verdict.YES)

    assert answered(replace(STORY, checklist=(names, figures)), known) == (known, figures)


def test_items_of_a_section_are_asked_of_all_stories_that_are_in_it() -> None:
    court = Item("sidang", "…", sections=("Hukum",))

    assert standings([court], replace(STORY, section="Lebak", other_sections=("Hukum",)), ())
    assert not standings([court], replace(STORY, section="Lebak"), ())
