from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

import pytest

from newsroom.story.aftermath import Correction, StoryLink
from newsroom.story.checklist import Answer, Verdict
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.stories import Change, compare_stories
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

HARVEST = Photo("panen.jpg", caption="Petani memanen padi.", digest="a" * 64)
BARN = Photo("lumbung.jpg", caption="Lumbung desa.", digest="b" * 64)
NOON = datetime.fromisoformat("2026-03-05T12:00:00+07:00")
STORY = Story(headline="Panen", body="Warga memanen padi.", photos=(HARVEST, BARN))


def told(changes: list[Change]) -> dict[str, list[tuple[str, str]]]:
    return {
        change.field: [(str(piece.kind), piece.text) for piece in change.pieces]
        for change in changes
    }


def photo_change(**changes: Any) -> list[Change]:
    return compare_stories(STORY, replace(STORY, photos=(replace(HARVEST, **changes), BARN)))


def other(value: object) -> object:
    """Return another value of the same kind."""
    match value:
        case Status():
            return Status.HELD
        case str():
            return f"{value} lain"
        case Dateline():
            return Dateline("SERANG")
        case tuple():
            return ()
        case _:
            return NOON


def test_the_same_story_has_no_changes_whatever_the_store_counted() -> None:
    counted = replace(STORY, revision=9, created=NOON, updated=NOON)

    assert compare_stories(STORY, counted) == []


@pytest.mark.parametrize(
    "name",
    [
        field.name
        for field in fields(Story)
        if field.name not in ("id", "revision", "created", "updated")
    ],
)
def test_a_change_of_any_field_is_told(name: str) -> None:
    full = replace(
        STORY,
        byline=("Rina Contoh",),
        tags=("padi",),
        contributors=("Adi Misal",),
        sources=(Source("Ani"),),
        other_sections=("Lebak",),
        unread=(("embargo", "besok sore"),),
        corrections=(Correction(NOON, "Semula tertulis Tirta."),),
        answered_by=(StoryLink("Jawaban Warga"),),
        checklist=(Answer("nama", Verdict.YES, "Sari Umpama", NOON),),
    )
    changed = replace(full, **{name: other(getattr(full, name))})

    (change,) = compare_stories(full, changed)
    assert change.field.split(".")[0] == name
    assert any(piece.kind is not Kind.SAME for piece in change.pieces)


@pytest.mark.parametrize(
    "field", [one for one in fields(Photo) if one.name != "baked"], ids=lambda field: field.name
)
def test_a_change_of_any_field_of_a_photo_is_told(field: Any) -> None:
    values = {
        "taken": date(2026, 3, 5),
        "lead": True,
        "keywords": ("padi",),
        "rights": Rights.AGENCY,
        "embargo": NOON,
        "edits": PhotoEdits(turn=90),
        "digest": "c" * 64,
        "unread": (("taken", "kemarin sore"),),
    }
    changes = photo_change(**{field.name: values.get(field.name, "lain")})

    # Another picture is another photo.
    assert [change.field for change in changes] == [
        "photos" if field.name in ("digest", "origin") else f"photos[0].{field.name}"
    ]


def test_prose_is_compared_by_words_and_lists_by_items() -> None:
    new = replace(STORY, headline="Panen Raya", tags=("padi", "Lebak"))
    changes = compare_stories(replace(STORY, tags=("Banten", "padi")), new)

    assert told(changes) == {
        "headline": [("same", "Panen"), ("added", " Raya")],
        "tags": [("removed", "Banten"), ("same", "padi"), ("added", "Lebak")],
    }
    assert [change.listed for change in changes] == [False, True]


def test_values_are_told_in_words() -> None:
    new = replace(
        STORY,
        status=Status.HELD,
        embargo=NOON,
        dateline=Dateline("SERANG", date=date(2026, 3, 5)),
        sources=(Source("Ani Misal", "petani"),),
        unread=(("deadline", "besok sore"),),
        checklist=(Answer("nama", Verdict.NO, "Sari Umpama", NOON, "Tanya Bu Ani."),),
    )

    assert told(compare_stories(STORY, new)) == {
        "status": [("removed", "Draf"), ("added", "Ditahan")],
        "dateline.place": [("added", "SERANG")],
        "dateline.date": [("added", "Kamis (5/3/2026)")],
        "embargo": [("added", "Kamis (5/3/2026) pukul 12.00 WIB")],
        "sources": [("added", "Ani Misal, petani")],
        "unread": [("added", "deadline: besok sore")],
        "checklist": [("added", "nama: Belum (Tanya Bu Ani.)")],
    }


def test_what_was_done_to_a_picture_is_told_in_words() -> None:
    edits = PhotoEdits(
        turn=90,
        crop=Box(0.1, 0.0, 0.9, 0.75),
        focal=(0.25, 0.5),
        brightness=1.25,
        blurs=(Box(0.2, 0.2, 0.4, 0.5),),
    )

    ((_, text),) = told(photo_change(edits=edits))["photos[0].edits"]
    assert text == (
        "diputar 90°, dipotong menjadi 80% × 75% mulai 10% dari kiri dan 0% dari atas, "
        "titik utama di 25%, 50%, kecerahan 125%, 1 bagian dikaburkan"
    )


def test_a_photo_comes_and_another_goes() -> None:
    new = replace(STORY, photos=(Photo("desa.jpg", digest="c" * 64), BARN))

    assert told(compare_stories(STORY, new)) == {
        "photos": [("removed", "panen.jpg"), ("added", "desa.jpg"), ("same", "lumbung.jpg")]
    }


def test_a_photo_that_moved_is_the_same_one() -> None:
    new = replace(STORY, photos=(BARN, replace(HARVEST, caption="Petani memanen jagung.")))
    changes = told(compare_stories(STORY, new))

    assert {kind for kind, _ in changes["photos"]} == {"same", "removed", "added"}
    assert changes["photos[1].caption"] == [
        ("same", "Petani memanen "),
        ("removed", "padi"),
        ("added", "jagung"),
        ("same", "."),
    ]


def test_the_same_picture_twice_is_two_photos() -> None:
    new = replace(STORY, photos=(HARVEST, HARVEST, BARN))

    assert told(compare_stories(STORY, new)) == {
        "photos": [("same", "panen.jpg"), ("added", "panen.jpg"), ("same", "lumbung.jpg")]
    }
    assert compare_stories(new, new) == []
