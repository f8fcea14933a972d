"""Merging tells how far it is from its beginning, and stops where one likes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.restore import restore_into
from newsroom.store.backup.shelf import Shelf
from newsroom.store.backup.whole import back_up_to
from newsroom.store.durable import Stopped
from newsroom.store.place import BACKUPS
from newsroom.store.store import Store
from newsroom.story.story import Story

Add = Callable[..., Story]


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A store with a story and a large picture of its own."""
    folder, picture = tmp_path / "lain", tmp_path / "besar.jpg"
    picture.write_bytes(os.urandom(5_000_000))
    with closing(Store.open(folder)) as other:
        other.stories.save(Story(headline="Yang di sini"))
        other.media.add(picture)
    return folder


def is_backing_up(home: Path) -> bool:
    return bool(list((home / BACKUPS).glob("*.part")))


def headlines(home: Path) -> list[str]:
    with closing(Store.open(home)) as store:
        return sorted(one.headline for one in store.stories.list())


def test_the_backup_before_it_can_be_stopped_and_leaves_nothing(
    home: Path, there: Path, tmp_path: Path, add: Add
) -> None:
    add("Panen")
    path = back_up_to(home, tmp_path / "cadangan").path

    with pytest.raises(Stopped):
        restore_into(there, path, progress=lambda _done, _all: not is_backing_up(there))

    assert [one for one in (there / BACKUPS).iterdir() if one.is_dir()] == []
    assert headlines(there) == ["Yang di sini"]
    assert not list(there.glob(".cadangan-*"))

    restore_into(there, path)
    assert headlines(there) == ["Panen", "Yang di sini"]
    assert [one.manifest.kind for one in Shelf(there / BACKUPS).backups()] == [Kind.RESTORE]


def test_it_tells_how_far_it_is_in_the_backup_before_it_and_with_the_stories(
    home: Path, there: Path, tmp_path: Path, add: Add
) -> None:
    for number in range(120):
        add(f"Berita {number}", f"foto {number}".encode() if number < 3 else b"")
    path = back_up_to(home, tmp_path / "cadangan").path
    told: list[tuple[int, bool]] = []
    totals: set[int] = set()

    def progress(done: int, total: int) -> bool:
        told.append((done, is_backing_up(there)))
        totals.add(total)
        return True

    restore_into(there, path, progress=progress)

    done = [one for one, _ in told]
    assert done == sorted(done)
    assert totals == {done[-1]}
    assert len({one for one, is_before in told if is_before}) > 3
    assert len(set(done[-3:])) == 3  # the stories come last, some at a time
