from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.store.errors import StoryNotFound
from newsroom.store.imported import Arriving, Item
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

DAY = timedelta(days=1)


def discarded(store: Store, headline: str = "Dibuang") -> Story:
    story = store.stories.save(Story(headline=headline, body="Warga panen."))
    store.stories.discard(story.id)
    return story


def use_for(store: Store, days: int, start: datetime | None = None, every: int = 1) -> list[str]:
    """Use the program for so many days, and return what was deleted."""
    start = start or datetime.now(UTC)
    gone: list[str] = []
    for day in range(0, days + 1, every):
        gone += store.stories.empty_bin(start + day * DAY)
    return gone


def test_the_bin_is_listed_the_last_thrown_away_first(store: Store) -> None:
    first, second = discarded(store, "Satu"), discarded(store, "Dua")
    store.stories.save(Story(headline="Tetap"))

    binned = store.stories.bin()

    assert [one.story.id for one in binned] == [second.id, first.id]
    assert binned[0].discarded > binned[1].discarded
    assert [one.story.headline for one in store.stories.bin(limit=1, offset=1)] == ["Satu"]


def test_a_story_stays_for_thirty_days_and_then_goes(store: Store) -> None:
    story = discarded(store)
    kept = store.stories.save(Story(headline="Tetap"))

    assert use_for(store, 29) == []
    assert store.stories.get(story.id) == story
    later = datetime.now(UTC) + 30 * DAY + timedelta(minutes=1)
    assert store.stories.empty_bin(later) == [story.id]

    with pytest.raises(StoryNotFound):
        store.stories.get(story.id)
    assert store.stories.get(kept.id) == kept
    assert store.stories.bin() == []


def test_who_uses_the_program_once_a_week_has_thirty_days_too(store: Store) -> None:
    story = discarded(store)

    assert use_for(store, 28, every=7) == []
    assert use_for(store, 35, every=7) == [story.id]


@pytest.mark.parametrize("jump", [365 * DAY, -365 * DAY, 20_000 * DAY])
def test_a_clock_that_jumps_empties_nothing(store: Store, jump: timedelta) -> None:
    story = discarded(store)
    now = datetime.now(UTC)

    gone = [store.stories.empty_bin(now + moment) for moment in (0 * DAY, jump, jump, DAY, 2 * DAY)]

    assert gone == [[]] * 5
    assert store.stories.get(story.id) == story


def test_a_clock_that_jumps_at_each_start_empties_nothing_for_days(store: Store) -> None:
    story = discarded(store)
    now = datetime.now(UTC)

    for start in range(4):
        assert store.stories.empty_bin(now + start * 365 * DAY) == []
    assert store.stories.get(story.id) == story


def test_a_story_thrown_away_under_a_wrong_clock_has_its_thirty_days(store: Store) -> None:
    story = discarded(store)
    years_later = datetime.now(UTC) + 3650 * DAY

    assert use_for(store, 29, years_later) == []
    assert use_for(store, 1, years_later + 30 * DAY) == [story.id]


def test_who_is_brought_back_begins_anew(store: Store) -> None:
    story = discarded(store)
    use_for(store, 25)
    store.stories.restore(story.id)
    store.stories.discard(story.id)

    assert use_for(store, 20, datetime.now(UTC) + 25 * DAY) == []


def test_one_story_is_deleted_at_once_with_all_of_its_own(store: Store, home: Path) -> None:
    story = store.stories.save(Story(headline="Satu", photos=(Photo("a.jpg"),)))
    story = store.stories.save(replace(story, status=Status.SUBMITTED), {f"place:{story.id}": 7})
    other = store.stories.save(Story(headline="Dua"), {"place:x": 1})
    assert store.versions.list(story.id)

    with pytest.raises(StoryNotFound, match="keranjang"):
        store.stories.delete(story.id)
    store.stories.discard(story.id)
    with pytest.raises(StoryNotFound):
        store.stories.delete(story.id[:8])
    store.stories.delete(story.id)

    assert [one.id for one in store.stories.list()] == [other.id]
    assert store.versions.list(story.id) == []
    assert store.workspace.get(f"place:{story.id}") is None
    assert store.workspace.get("place:x") == 1
    with closing(sqlite3.connect(home / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM photo").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM version").fetchone() == (0,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        check = "INSERT INTO story_index (story_index, rank) VALUES ('integrity-check', 1)"
        connection.execute(check)


def test_a_story_open_in_a_window_outlives_its_deletion(store: Store) -> None:
    story = discarded(store)
    store.stories.delete(story.id)

    saved = store.stories.save(replace(story, body="Masih ditulis."))

    assert store.stories.get(story.id) == saved


def test_a_full_bin_is_emptied_bit_by_bit(store: Store) -> None:
    mark = Mark(StepKind.IMPORT)
    store.imported.add(
        [
            Arriving(Story(headline=str(number)), Item((str(number),), "a"), mark, discarded=True)
            for number in range(230)
        ]
    )
    assert use_for(store, 29) == []
    later = datetime.now(UTC) + 31 * DAY

    assert [len(store.stories.empty_bin(later)) for _ in range(3)] == [200, 30, 0]
    assert store.stories.bin() == []


def test_each_story_tells_how_many_days_it_still_stays(store: Store) -> None:
    story = discarded(store)
    now = datetime.now(UTC)

    def left(days: float) -> int:
        (one,) = store.stories.bin(now=now + days * DAY)
        return one.days_left

    assert left(0) == 30
    assert left(3000) == 30  # nobody has used the program since, or the clock is wrong
    use_for(store, 12)
    assert left(12) == 18
    assert left(12.5) == 18
    use_for(store, 17, now + 12 * DAY)
    assert left(29.9) == 1
    assert store.stories.get(story.id) == story


def test_several_go_into_the_bin_and_come_back_together(store: Store) -> None:
    ids = [store.stories.save(Story(headline=str(number))).id for number in range(230)]
    store.stories.discard(ids[0])
    before = store.stories.bin()[0].discarded

    assert sorted(store.stories.discard_many(ids)) == sorted(ids[1:])

    binned = store.stories.bin()
    assert sorted(one.story.id for one in binned) == sorted(ids)
    assert [one.discarded for one in binned if one.story.id == ids[0]] == [before]
    store.stories.restore_many(ids[:210])
    assert sorted(one.story.id for one in store.stories.bin()) == sorted(ids[210:])
    assert len(store.stories.list()) == 210


def test_several_are_deleted_but_none_outside_the_bin(store: Store) -> None:
    binned = [discarded(store, str(number)).id for number in range(205)]
    kept = store.stories.save(Story(headline="Tetap"))

    assert sorted(store.stories.delete_many([*binned, kept.id, "f" * 32])) == sorted(binned)

    assert store.stories.bin() == []
    assert store.stories.get(kept.id) == kept
