"""A sum of what a person wrote in a story, kept in its row: SQLite itself has none.

A letter that changes on the disk by itself shows by it. The sum is of what the columns mean,
not of how they are written down; columns that are empty do not count, so one that comes later
changes no sum. Nothing here needs SQLAlchemy: the look at the start reads without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

SUM_SIZE = 8

_OF_STORY = (
    "status",
    "headline",
    "kicker",
    "subheadline",
    "dateline_place",
    "dateline_source",
    "dateline_date",
    "dateline_pattern",
    "byline",
    "editor",
    "section",
    "tags",
    "slug",
    "summary",
    "embargo",
    "embargo_offset",
    "closing",
    "details",
    "sources",
    "body",
)
_OF_PHOTO = ("file", "caption", "credit", "alt", "taken", "place", "lead", "digest", "details")


def sum_of(row: Any, changed: Mapping[str, Any] | None = None) -> bytes:
    """Return the sum of a story's row and its photos'; ``changed`` goes before the row's own."""
    changed = changed or {}
    values = {name: changed[name] if name in changed else getattr(row, name) for name in _OF_STORY}
    photos = [{name: getattr(photo, name) for name in _OF_PHOTO} for photo in row.photos]
    return _sum(values, photos)


def is_as_saved(row: Any) -> bool:
    """Say whether a row is what was saved; one that has no sum is taken for it."""
    # Saving counts on the revision; it is in no sum, for it is nothing that a person wrote.
    return isinstance(row.revision, int) and row.checksum in (None, sum_of(row))


def _sum(story: Mapping[str, Any], photos: Iterable[Mapping[str, Any]]) -> bytes:
    body = story["body"] or ""
    if not isinstance(body, str):
        raise TypeError(body)
    told = [_filled({**story, "body": ""}), *map(_filled, photos)]
    written = json.dumps(told, default=_plain, separators=(",", ":"))
    counted = blake2b(written.encode("ascii"), digest_size=SUM_SIZE)
    # Apart: a long text as JSON would keep the window waiting for its turn.
    counted.update(body.encode("utf-8", "surrogatepass"))
    return counted.digest()


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _plain(value: object) -> str:
    """Return a day or a moment as text, whatever zone the moment is told in."""
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
