from __future__ import annotations

from dataclasses import fields

import pytest

from newsroom.story.source import Source
from newsroom.story.story import Photo, Story
from newsroom.story.version import NOT_RESTORED, RESTORED, StepKind, restored
from newsroom.story.workflow import Status

NOW = Story(headline="Tanam", body="Warga menanam.", status=Status.EDITING, revision=7)
THEN = Story(
    headline="Panen",
    body="Warga memanen.",
    photos=(Photo("panen.jpg"),),
    sources=(Source("Ani Misal"),),
    revision=2,
)


def test_every_field_is_either_brought_back_or_not() -> None:
    assert {*RESTORED} | NOT_RESTORED == {field.name for field in fields(Story)}


def test_all_comes_back_but_the_status_and_what_the_store_counts() -> None:
    back = restored(NOW, THEN)

    assert (back.headline, back.body) == (THEN.headline, THEN.body)
    assert (back.photos, back.sources) == (THEN.photos, THEN.sources)
    assert (back.status, back.id, back.revision) == (Status.EDITING, NOW.id, 7)


def test_a_part_comes_back() -> None:
    back = restored(NOW, THEN, ["photos"])

    assert back.photos == THEN.photos
    assert back.body == NOW.body


@pytest.mark.parametrize("name", ["status", "revision", "isi"])
def test_what_cannot_come_back_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        restored(NOW, THEN, ["body", name])


def test_every_kind_of_step_has_a_name() -> None:
    assert all(kind.label for kind in StepKind)
