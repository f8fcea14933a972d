"""Which stories of one database are in another just so: told for many in one go.

Sums are not gone by. A story may have changed by itself under its sum, on either side, and
proving that it has not takes reading all of it; so SQLite compares what the sums are of, the
columns themselves, which holds for stories that have no sum as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache

from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import Database
from newsroom.store.plain_rows import plain_row
from newsroom.store.reading import story_of
from newsroom.store.schema import Base

Alike = Callable[[Sequence[str]], dict[str, str]]
"""Told ids, returns the headlines of the stories that are alike, by their ids."""

# What the store counts, and what it makes of the rest; a column that is not named here counts.
_COUNTED = {"number", "id", "revision", "created", "updated", "discarded", "kept", "spell"}
_MADE = {"words", "checksum", "caption_text", "writer_text", "name_text", "tag_text"}
_MADE |= {"section_text", "other_text"}


@contextmanager
def comparing(source: Database, target: Database) -> Iterator[Alike]:
    """Give what tells which stories of ``source`` are in ``target`` with all that is in them.

    One of which that can't be said so, be it that it can't be read, is not among them:
    whoever reads it by itself is told why. Raises sqlite3.Error where a file can't be opened.
    """
    with closing(read_only(source.path)) as both:
        both.execute("ATTACH ? AS ours", (f"{target.path.absolute().as_uri()}?mode=ro",))

        def alike(ids: Sequence[str]) -> dict[str, str]:
            same: dict[str, str] = {}
            # Damage takes any form, and half a letter stops the reading of all of them.
            with suppress(sqlite3.Error):
                numbers = both.execute(_same(len(ids)), list(ids)).fetchall()
                for (number,) in numbers:
                    with suppress(Exception):
                        story = story_of(plain_row(both, "number = ?", number))
                        same[story.id] = story.headline
            return same

        yield alike


@cache
def _same(count: int) -> str:
    """Return the question for the numbers of those alike, of so many ids."""
    story, photo = (
        [column.name for column in Base.metadata.tables[table].columns if column.name not in but]
        for table, but in (("story", _COUNTED | _MADE), ("photo", {"story_number"}))
    )
    of_theirs = "FROM main.photo AS photo WHERE photo.story_number = theirs.number"
    of_ours = "FROM ours.photo AS other WHERE other.story_number = mine.number"
    return (
        "SELECT theirs.number FROM main.story AS theirs "
        "JOIN ours.story AS mine ON mine.id = theirs.id "
        f"WHERE theirs.id IN ({', '.join('?' * count)}) "
        f"AND {_equal(story, 'theirs', 'mine')} "
        f"AND (SELECT count(*) {of_theirs}) = (SELECT count(*) {of_ours}) "
        f"AND NOT EXISTS (SELECT 1 {of_theirs} AND NOT EXISTS "
        f"(SELECT 1 {of_ours} AND {_equal(photo, 'photo', 'other')}))"
    )


def _equal(columns: Sequence[str], one: str, other: str) -> str:
    return " AND ".join(f"{one}.{name} IS {other}.{name}" for name in columns)
