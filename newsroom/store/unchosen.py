"""Conflicts that nobody has chosen in yet: they stand in the way of what readers get.

The portal's checks run beside the store on other workers, so this reads with the standard
library alone, and reads only.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from newsroom.store.anchors import anchor_in
from newsroom.store.place import DATABASE
from newsroom.story.comments.comment import Anchor

_WAITING = (
    "SELECT comment.id, comment.anchor FROM comment"
    " JOIN story ON story.number = comment.story_number"
    " WHERE story.id = ? AND comment.kind = 'conflict' AND comment.id = comment.thread"
    " AND comment.resolved IS NULL AND comment.removed = 0 ORDER BY comment.id"
)


def unchosen(cursor: sqlite3.Cursor, story_id: str) -> dict[str, Anchor]:
    """Return the conflicts of a story that wait, and where each is. Raises sqlite3.Error."""
    waiting = cursor.execute(_WAITING, (story_id,))
    return {id: anchor_in(kept) or Anchor("body", 0, 0, "") for id, kept in waiting}


def unchosen_at(home: Path, story_id: str) -> list[Anchor]:
    """Return the same of a story of a data folder; nothing if there is no store there."""
    path = home / DATABASE
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return [*unchosen(database.cursor(), story_id).values()]
    except (sqlite3.Error, ValueError):
        return []


def words(count: int) -> str:
    """Return why a story with so many of them goes no further."""
    how = "“Pilih perbedaan…” di menu Tinjau, atau newsroom conflicts"
    return f"{count} perbedaan dari dua meja belum dipilih: {how}."
