"""Rows of stories, read with the standard library alone, as SQLAlchemy would give them."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

_JSON = ("byline", "tags", "details", "sources")
_DATES = ("dateline_date", "taken")
_MOMENTS = ("created", "updated", "embargo", "spell", "discarded")


def plain_row(database: sqlite3.Connection, where: str, value: object) -> Any:
    """Return a story's row with its photos', or None.

    Raises sqlite3.Error, and ValueError where damage has made a value none of its column.
    """
    story = _first(database, f"SELECT * FROM story WHERE {where}", value)
    if story is None:
        return None
    photos = rows_of(
        database, "SELECT * FROM photo WHERE story_number = ? ORDER BY position", story["number"]
    )
    row = _typed(story)
    row.photos = [_typed(photo) for photo in photos]
    return row


def _first(database: sqlite3.Connection, sql: str, value: object) -> dict[str, Any] | None:
    return next(iter(rows_of(database, sql, value)), None)


def rows_of(database: sqlite3.Connection, sql: str, value: object) -> list[dict[str, Any]]:
    """Return the rows of a query, each by the names of its columns. Raises sqlite3.Error."""
    cursor = database.execute(sql, (value,))
    names = [name for name, *_ in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _typed(values: dict[str, Any]) -> SimpleNamespace:
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
