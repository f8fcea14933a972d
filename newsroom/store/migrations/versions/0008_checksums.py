"""Each story has a sum of what a person wrote in it, so that damage to a letter shows.

How it is counted is written down here as it was at this version.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_OF_STORY = (
    "status", "headline", "kicker", "subheadline", "dateline_place", "dateline_source",
    "dateline_date", "dateline_pattern", "byline", "editor", "section", "tags", "slug", "summary",
    "embargo", "embargo_offset", "closing", "details", "sources", "body",
)  # fmt: skip
_OF_PHOTO = ("file", "caption", "credit", "alt", "taken", "place", "lead", "digest", "details")
_JSON = ("byline", "tags", "details", "sources")
_DATES = ("dateline_date", "taken")
_AT_ONCE = 100  # all together they may be more than there is room for


def upgrade() -> None:
    # Added as it is, not by making the table anew: the search index hangs on it.
    op.add_column("story", sa.Column("checksum", sa.LargeBinary(8), nullable=True))
    # Rows as they are written down: to have them made values first takes ten times as long.
    connection = op.get_bind()
    stories = f"SELECT number, {', '.join(_OF_STORY)} FROM story WHERE number > ? ORDER BY number"
    photos = f"SELECT story_number, {', '.join(_OF_PHOTO)} FROM photo"
    last = 0
    while rows := connection.exec_driver_sql(f"{stories} LIMIT {_AT_ONCE}", (last,)).all():
        first, last = rows[0][0], rows[-1][0]
        between = f"{photos} WHERE story_number BETWEEN ? AND ? ORDER BY story_number, position"
        of_stories: dict[int, list[Any]] = {}
        for number, *photo in connection.exec_driver_sql(between, (first, last)):
            of_stories.setdefault(number, []).append(photo)
        sums = [(_sum(story, of_stories.get(number, [])), number) for number, *story in rows]
        connection.exec_driver_sql("UPDATE story SET checksum = ? WHERE number = ?", sums)


def _sum(story: list[Any], photos: list[Any]) -> bytes | None:
    try:
        told = [_filled(_OF_STORY, story), *(_filled(_OF_PHOTO, photo) for photo in photos)]
        body = told[0].pop("body", "").encode("utf-8")
        written = json.dumps(told, separators=(",", ":"))
    except (ValueError, TypeError, AttributeError):
        return None  # it was damaged before there were sums: there is nothing to go by
    counted = blake2b(written.encode("ascii"), digest_size=8)
    counted.update(body)
    return counted.digest()


def _filled(names: tuple[str, ...], values: list[Any]) -> dict[str, Any]:
    read = {name: _value(name, value) for name, value in zip(names, values, strict=True)}
    return {name: value for name, value in read.items() if value}


def _value(name: str, written: Any) -> Any:
    """Return what a column means, as JSON can say it."""
    if written is None:
        return None
    if name in _JSON:
        return json.loads(written)
    if name in _DATES:
        return date.fromisoformat(written).isoformat()
    if name == "embargo":
        return datetime.fromisoformat(written).replace(tzinfo=UTC).isoformat()
    return bool(written) if name == "lead" else written
