"""What was told as saved and is not there any more: the end of the log has got lost."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE
from newsroom.store.recovery.noted import last_saved, log_of, needs_look, note_closed
from newsroom.store.recovery.report import Origin, RecoveryReport
from newsroom.store.store import Store
from newsroom.story.story import Story

_HEAD, _FRAME_HEAD = 32, 24


def killed(home: Path, write: Callable[[Store], None]) -> Path:
    """Return a folder as a program leaves it that is killed after it has written."""
    left = home.with_name("mati")
    store = Store.open(home)
    write(store)
    shutil.copytree(home, left)
    store.close()
    return left


def cut_transactions(log: Path, count: int) -> None:
    """Cut the log short before its last transactions, at the very end of the one before."""
    content = log.read_bytes()
    (size,) = struct.unpack_from(">I", content, 8)
    step = _FRAME_HEAD + size
    ends = [
        at + step
        for at in range(_HEAD, len(content) - step + 1, step)
        if struct.unpack_from(">I", content, at + 4)[0]
    ]
    log.write_bytes(content[: ends[-1 - count]])


def opened(home: Path) -> tuple[Store, list[RecoveryReport]]:
    told: list[RecoveryReport] = []
    return open_sound(home, told.append), told


@pytest.mark.parametrize("count", [1, 3])
def test_saves_that_were_cut_off_after_the_backup_are_told_of(home: Path, count: int) -> None:
    def write(store: Store) -> None:
        story = store.stories.save(Story(headline="Panen", body="Lama."))
        assert back_up_if_due(home).first
        for number in range(4):
            story = store.stories.save(replace(story, body=f"Baru {number}."))

    left = killed(home, write)
    cut_transactions(log_of(left / DATABASE), count)

    store, told = opened(left)

    with closing(store):
        (story,) = [store.stories.get(one.id) for one in store.stories.list()]
        assert story.body == f"Baru {3 - count}."
    (report,) = told
    assert [one.origin for one in report.stories] == [Origin.OLDER]
    assert "yang terakhir disimpan" in report.damage
    assert not report.nothing_lost
    store, told = opened(left)
    store.close()
    assert told == []


def test_a_story_that_was_cut_off_as_a_whole_is_told_of(home: Path) -> None:
    def write(store: Store) -> None:
        store.stories.save(Story(headline="Lama"))
        store.stories.save(Story(headline="Baru", id="ab" * 16))

    left = killed(home, write)
    cut_transactions(log_of(left / DATABASE), 1)

    store, (report,) = opened(left)

    store.close()
    assert [(one.id, one.origin) for one in report.of(Origin.LOST)] == [("ab" * 16, Origin.LOST)]


def test_a_log_that_is_gone_as_a_whole_is_noticed_after_a_good_close(home: Path) -> None:
    with closing(Store.open(home)) as store:
        story = store.stories.save(Story(headline="Panen"))
    assert not needs_look(home / DATABASE)
    left = killed(home, lambda store: store.stories.save(replace(story, body="Baru.")) and None)
    log_of(left / DATABASE).unlink()

    store, (report,) = opened(left)

    with closing(store):
        assert store.stories.get(story.id) == story
    assert [one.origin for one in report.stories] == [Origin.OLDER]


def test_nothing_is_told_where_nothing_is_missing(home: Path) -> None:
    def write(store: Store) -> None:
        story = store.stories.save(Story(headline="Panen"))
        store.stories.save(replace(story, body="Baru."))

    left = killed(home, write)

    store, told = opened(left)

    store.close()
    assert told == []
    assert last_saved(left / DATABASE) is None


def test_a_story_that_was_deleted_on_purpose_is_not_missed(home: Path) -> None:
    def write(store: Store) -> None:
        story = store.stories.save(Story(headline="Panen"))
        store.stories.discard(story.id)
        store.stories.delete(story.id)

    store, told = opened(killed(home, write))

    store.close()
    assert told == []


def test_another_window_that_closes_leaves_the_note_alone(home: Path) -> None:
    with closing(Store.open(home)) as store:
        saved = store.stories.save(Story(headline="Panen"))
        note_closed(home / DATABASE)

        assert last_saved(home / DATABASE) == (saved.id, 1)
