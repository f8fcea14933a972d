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
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from newsroom.store.place import DATABASE, HEAD
from newsroom.store.reading import story_of
from newsroom.story.story import Story

_JSON = ("byline", "tags", "details", "sources")
_DATES = ("dateline_date", "taken")
_MOMENTS = ("created", "updated", "embargo")


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
            database.row_factory = sqlite3.Row
            return _read(database)
    except (sqlite3.Error, ValueError, KeyError):
        return None


def _read(database: sqlite3.Connection) -> Glance | None:
    version = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if version is None or version[0] != HEAD:
        return None
    rows = database.execute("SELECT key, value FROM workspace")
    workspace = {row["key"]: json.loads(row["value"]) for row in rows}
    story = database.execute(
        "SELECT * FROM story WHERE id = ? AND discarded IS NULL", (workspace.get("open"),)
    ).fetchone()
    if story is None:
        return Glance(None, workspace)
    photos = database.execute(
        "SELECT * FROM photo WHERE story_number = ? ORDER BY position", (story["number"],)
    )
    row = _typed(story)
    row.photos = [_typed(photo) for photo in photos]
    return Glance(story_of(cast(Any, row)), workspace)


def _typed(row: sqlite3.Row) -> SimpleNamespace:
    """Return a row with the values that SQLAlchemy would give it."""
    values = dict(zip(row.keys(), row, strict=True))
    for name, value in values.items():
        if value is None:
            continue
        if name in _JSON:
            values[name] = json.loads(value)
        elif name in _DATES:
            values[name] = date.fromisoformat(value)
        elif name in _MOMENTS:
            values[name] = datetime.fromisoformat(value).replace(tzinfo=UTC)
        elif name == "lead":
            values[name] = bool(value)
    return SimpleNamespace(**values)
