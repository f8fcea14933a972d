"""A story's rows as they stand on the disk, also where what stands there is no text any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from newsroom.store.plain_rows import plain_row, rows_of
from newsroom.store.reading import story_of
from newsroom.store.recovery.pages import Blob
from newsroom.store.recovery.shapes import Shape, shapes_of
from newsroom.store.recovery.suspects import is_sound

_EMPTY = {"byline": "[]", "tags": "[]", "details": "{}", "sources": "[]"}


@dataclass(frozen=True, slots=True)
class RawRows:
    """The rows of one story; bytes that are no text are in the texts still."""

    story: dict[str, Any]
    photos: list[dict[str, Any]]

    @property
    def number(self) -> int:
        """The story's number."""
        return int(self.story["number"])

    @property
    def revision(self) -> int:
        """The story's revision; 0 where that is no number any more."""
        revision = self.story["revision"]
        return revision if isinstance(revision, int) else 0

    def as_json(self) -> str:
        """Return all of it, to be kept in a file."""
        told = {"story": self.story, "photos": self.photos}
        return json.dumps(told, indent=2, default=bytes.hex) + "\n"


def damaged_rows(session: Session, id: str) -> RawRows | None:
    """Return the rows of a story; None if there is none, or it is as it was saved."""
    store = _store_of(session)
    if is_sound(store, "id = ?", id):
        return None
    with _reading_all(store):
        (story,) = rows_of(store, "SELECT * FROM story WHERE id = ?", id)
        photos = "SELECT * FROM photo WHERE story_number = ? ORDER BY position"
        return RawRows(story, rows_of(store, photos, story["number"]))


def make_readable(session: Session, rows: RawRows) -> set[str]:
    """Put a value of its column where there is none, so that the rows can be read.

    Return the columns of the story's row that were changed.
    """
    store = _store_of(session)
    shapes = shapes_of(store)
    story = _mended(shapes["story"], rows.story)
    photos = [_mended(shapes["photo"], photo) for photo in rows.photos]
    _write(session, "story", story, ("number",))
    for photo in photos:
        _write(session, "photo", photo, ("story_number", "position"))
    try:
        story_of(plain_row(store, "number = ?", rows.number))
    except (ValueError, TypeError, KeyError, AttributeError):
        # It is JSON, and says what no story has: better without it than without the text.
        _write(session, "story", {"number": rows.number, **_EMPTY}, ("number",))
        for photo in photos:
            emptied = {name: photo[name] for name in ("story_number", "position")}
            _write(session, "photo", {**emptied, "details": "{}"}, ("story_number", "position"))
    return {name for name, value in story.items() if value != rows.story[name]}


def _store_of(session: Session) -> Any:
    """Return SQLite's own connection of a session."""
    return session.connection().connection.driver_connection


@contextmanager
def _reading_all(store: Any) -> Iterator[None]:
    """Have SQLite's own connection read also what is no text."""
    before = store.text_factory
    store.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        store.text_factory = before


def _mended(shape: Shape, values: dict[str, Any]) -> dict[str, Any]:
    clean = [
        value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if isinstance(value, str)
        else Blob(value)
        if isinstance(value, bytes)
        else value
        for value in values.values()
    ]
    return dict(zip(values, shape.mended(clean) or clean, strict=True))


def _write(session: Session, table: str, values: dict[str, Any], keys: tuple[str, ...]) -> None:
    names = [name for name in values if name not in keys]
    sql = (
        f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} "
        f"WHERE {' AND '.join(f'{name} = ?' for name in keys)}"
    )
    given = tuple(values[name] for name in (*names, *keys))
    session.connection().exec_driver_sql(sql, given)
