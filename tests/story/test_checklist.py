"""What an answer to the checklist was given for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.story.checklist import text_sum
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
