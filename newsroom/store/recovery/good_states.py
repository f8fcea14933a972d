"""States of a story that are surely as they were saved: out of the version log, or a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.backup.automatic import first_place, read_settings
from newsroom.store.backup.making import scratch
from newsroom.store.backup.opened import opened
from newsroom.store.backup.shelf import Kept, Shelf
from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import open_database
from newsroom.store.errors import StoreError
from newsroom.store.mapping import fill_row
from newsroom.store.place import DATABASE
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.store.sums import is_as_saved, sum_of
from newsroom.store.versions.versions import sound_states
from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Good:
    """A state of a story that is surely as it was saved, and the backup that has it, if one."""

    story: Story
    kept: Kept | None = None


def from_log(session: Session, number: int, most: int) -> Good | None:
    """Return the newest state in the version log that can be read, of a revision up to ``most``."""
    newest: Story | None = None
    with suppress(ValueError, TypeError):
        for state in sound_states(session, number):
            if newest is None or newest.revision <= state.revision <= most:
                newest = state
    return Good(newest) if newest else None


def from_backups(home: Path, id: str, most: int) -> Good | None:
    """Return the state in the newest backup in which it is sound, of a revision up to ``most``."""
    for kept in open_backups(home):
        # Copied out, and so proved, only where it is worth it.
        story = _in_backup(home, kept, id) if _is_in(kept.path / DATABASE, id) else None
        if story and story.revision <= most:
            return Good(story, kept)
    return None


def newer(one: Good | None, other: Good | None) -> Good | None:
    """Return the newer of two states, the first of two of the same revision."""
    if one is None or other is None:
        return one or other
    return other if other.story.revision > one.story.revision else one


def open_backups(home: Path) -> Iterator[Kept]:
    """Yield the backups that open without a passphrase, the newest first."""
    second = read_settings(home).second
    shelves = [first_place(home), *([Shelf(second)] if second else [])]
    found = [kept for shelf in shelves for kept in shelf.backups() if not kept.manifest.sealed]
    yield from sorted(found, key=lambda one: (one.manifest.made, one.manifest.sequence))[::-1]


def is_what_was_saved(state: Story, row: StoryRow) -> bool:
    """Say whether a state is just the one whose sum stands in the damaged row."""
    if state.revision != row.revision:
        return False
    probe = StoryRow()
    fill_row(probe, state)
    return row.checksum in (None, probe.checksum) or probe.checksum == sum_of(row)


def _is_in(database: Path, id: str) -> bool:
    try:
        with closing(read_only(database)) as store:
            return bool(store.execute("SELECT 1 FROM story WHERE id = ?", (id,)).fetchone())
    except sqlite3.Error:
        return False


def _in_backup(home: Path, kept: Kept, id: str) -> Story | None:
    try:
        with opened(kept.path) as backup, scratch(home) as folder:
            backup.database(folder / DATABASE)
            source = open_database(folder / DATABASE, with_backup=False)
            try:
                with source.read() as session:
                    row = session.scalar(select(StoryRow).where(StoryRow.id == id))
                    return story_of(row) if row and is_as_saved(row) else None
            finally:
                source.close()
    except (StoreError, OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
