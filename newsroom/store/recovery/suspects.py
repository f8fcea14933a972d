"""Finding the stories whose letters have changed by themselves on the disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator

from newsroom.store.failures import is_damage
from newsroom.store.plain_rows import plain_row
from newsroom.store.reading import story_of
from newsroom.store.sums import is_as_saved

_AT_ONCE = 100  # numbers fetched together; no transaction is held between


def suspects(
    store: sqlite3.Connection, after: int = 0, patience: float | None = None
) -> tuple[list[str], int]:
    """Return the ids of the stories that are not as they were saved.

    ``after`` is the number of the story to go on behind. Also returned is the one that was
    looked at last, 0 once all have been; with ``patience`` (seconds) the look ends before.
    Raises sqlite3.Error.
    """
    until = None if patience is None else time.monotonic() + patience
    found: list[str] = []
    for number, id in _numbers(store, after):
        if not is_sound(store, "number = ?", number):
            found.append(id)
        if until is not None and time.monotonic() > until:
            return found, number
    return found, 0


def _numbers(store: sqlite3.Connection, after: int) -> Iterator[tuple[int, str]]:
    while some := store.execute(
        "SELECT number, id FROM story WHERE number > ? ORDER BY number LIMIT ?", (after, _AT_ONCE)
    ).fetchall():
        yield from some
        after = some[-1][0]


def is_sound(store: sqlite3.Connection, where: str, value: object) -> bool:
    """Say whether a story is there as it was saved; one that is not there is not damaged.

    Raises sqlite3.Error where it is more than values of this story that can't be read.
    """
    try:
        row = plain_row(store, where, value)
        if row is not None:
            story_of(row)
        return row is None or is_as_saved(row)
    except Exception as error:
        if is_damage(error) and not _is_of_file(error):
            return False
        raise


def _is_of_file(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and "UTF-8" not in str(error)
