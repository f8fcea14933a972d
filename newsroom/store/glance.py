"""The story that lay open last, read at once at the program's start.

The window is to be there before SQLAlchemy has been loaded (a fifth of a second),
so this reads with the standard library alone, and reads only. The store, once it
is open, has the last word.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.store.place import DATABASE, HEAD
from newsroom.store.plain_rows import plain_row
from newsroom.store.reading import story_of
from newsroom.store.sums import is_as_saved
from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Glance:
    """What the window shows first: the open story, if any, and what it remembers."""

    story: Story | None
    workspace: dict[str, Any]


def glance(home: Path) -> Glance | None:
    """Read what lay open last; None if there is no store, or none that can be read so."""
    path = home / DATABASE
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return _read(database)
    except (sqlite3.Error, ValueError, KeyError):
        return None


def _read(database: sqlite3.Connection) -> Glance | None:
    version = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if version is None or version[0] != HEAD:
        return None
    rows = database.execute("SELECT key, value FROM workspace")
    workspace = {key: json.loads(value) for key, value in rows}
    row = plain_row(database, "id = ? AND discarded IS NULL", workspace.get("open"))
    if row is None or not is_as_saved(row):  # one that has changed by itself the store mends
        return Glance(None, workspace)
    return Glance(story_of(row), workspace)
