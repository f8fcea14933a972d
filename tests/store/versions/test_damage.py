"""A version that is damaged is told of; the story and the other versions are not harmed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.store.errors import VersionUnreadable
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind


@pytest.fixture
def story(store: Store) -> Story:
    """A story with nine steps, of which the others are packed by the first and the fifth."""
    story = store.stories.save(
        Story(headline="Panen", body="Warga Kampung Rekaan memanen padi. " * 20),
        mark=Mark(StepKind.IMPORT),
    )
    for number in range(8):
        body = f"{story.body}Kalimat {number}. "
        story = store.stories.save(replace(story, body=body), mark=Mark(StepKind.EXPORT))
    return story


def numbers(store: Store, story: Story) -> list[int]:
    return [step.number for step in store.versions.list(story.id)][::-1]


def damage(store: Store, number: int, change: str) -> None:
    with store._database.write() as session:
        session.connection().exec_driver_sql(
            f"UPDATE version SET {change} WHERE number = ?", (number,)
        )


def readable(store: Store, story: Story) -> list[bool]:
    found = []
    for number in numbers(store, story):
        try:
            store.versions.story(number)
            found.append(True)
        except VersionUnreadable:
            found.append(False)
    return found


FLIPPED = "packed = CAST(substr(packed, 1, 5) || x'5A' || substr(packed, 7) AS BLOB)"
AS_TEXT = "packed = 'Warga'"
CUT = "packed = substr(packed, 1, 7)"
EMPTY = "packed = x''"


@pytest.mark.parametrize("change", [FLIPPED, AS_TEXT, CUT, EMPTY, "base = 999999", "base = NULL"])
def test_a_damaged_version_harms_only_those_that_are_packed_by_it(
    store: Store, story: Story, change: str
) -> None:
    steps = numbers(store, story)
    damage(store, steps[7], change)
    assert readable(store, story) == [True] * 7 + [False] + [True]

    damage(store, steps[4], change)
    assert readable(store, story) == [True] * 4 + [False] * 4 + [True]
    faults = store.versions.verify()
    assert len(faults) == 4
    assert all(fault.startswith(f"Naskah {story.id[:8]}: Versi ") for fault in faults)
    assert all("Warga" not in fault for fault in faults)


def test_what_is_no_story_inside_is_told_of(store: Store, story: Story) -> None:
    from newsroom.store.versions.packing import pack

    for content in (b"", b"[]", b"{}", b'{"status":"aneh"}', b'{"status":"draft","photos":[1]}'):
        with store._database.write() as session:
            session.connection().exec_driver_sql(
                "UPDATE version SET packed = ?, base = NULL WHERE number = ?",
                (pack(content), numbers(store, story)[-1]),
            )
        assert readable(store, story)[-1] is False
        assert len(store.versions.verify()) == 1


def test_saving_goes_on_and_what_comes_now_can_be_read(store: Store, story: Story) -> None:
    for number in numbers(store, story):
        damage(store, number, FLIPPED)

    for word in ("satu", "dua", "tiga"):
        story = store.stories.save(replace(story, headline=word), mark=Mark(StepKind.EXPORT))

    assert readable(store, story) == [False] * 9 + [True] * 3
    assert store.versions.story(numbers(store, story)[-1]) == story


def test_pictures_are_not_counted_as_unneeded_where_one_version_cannot_be_read(
    store: Store, story: Story
) -> None:
    assert store.versions.pictures() == set()
    damage(store, numbers(store, story)[0], EMPTY)

    with pytest.raises(VersionUnreadable):
        store.versions.pictures()


def test_bringing_back_a_damaged_version_changes_nothing(store: Store, story: Story) -> None:
    first = numbers(store, story)[0]
    damage(store, first, FLIPPED)

    with pytest.raises(VersionUnreadable, match=rf"Versi {first} rusak .* versi yang lain"):
        store.versions.restore(first)
    assert store.stories.get(story.id) == story


def test_the_list_can_be_read_though_letters_of_it_are_damaged(store: Store, story: Story) -> None:
    steps = numbers(store, story)
    damage(store, steps[2], "kind = 'exporu', status_after = 'drafu', moment = 9223372036854775807")

    assert numbers(store, story) == steps
    assert readable(store, story) == [True] * 9
