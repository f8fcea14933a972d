"""What is left of a remark whose row the disk has damaged: each column by itself, or empty."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

from newsroom.store.anchors import anchor_in, sound
from newsroom.story.comments.comment import Comment, CommentKind, Subject
from newsroom.story.comments.values import subject_of

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = "kind", "who", "text", "moment", "changed", "anchor", "subject"
_KEPT = f"SELECT {', '.join(_COLUMNS)} FROM comment WHERE id = ?"


def salvaged(cursor: sqlite3.Cursor, id: str) -> Comment:
    """Return the first remark of a thread that nobody has settled, as far as it can be read."""
    kept = dict(zip(_COLUMNS, cursor.execute(_KEPT, (id,)).fetchone(), strict=True))
    return Comment(
        who=_text(kept["who"]),
        text=_text(kept["text"]),
        moment=_moment(kept["moment"]),
        changed=_moment(kept["changed"]),
        kind=CommentKind(kept["kind"]),
        anchor=anchor_in(kept["anchor"]),
        subject=_subject(kept["subject"]),
        thread=id,
        id=id,
    )


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _moment(kept: object) -> datetime:
    try:
        return datetime.fromisoformat(_text(kept)).replace(tzinfo=UTC)
    except ValueError:
        return _LONG_AGO


def _subject(kept: object) -> Subject | None:
    try:
        values = json.loads(kept)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return sound(subject_of, values) if isinstance(values, Mapping) else None
