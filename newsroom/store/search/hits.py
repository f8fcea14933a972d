"""Stories that were found, as a list shows them.

Fifty of them are read at every key while one types. So they are read as SQLite has them: to
have SQLAlchemy make values of the columns takes as long as the search itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection

from newsroom.store.reading import moment_of
from newsroom.store.search.asking import rows
from newsroom.store.search.hit import Hit
from newsroom.store.search.snippet import SHOWN, Sought, headline_of, snippet
from newsroom.store.summary import StorySummary
from newsroom.story.workflow import Status

T = TypeVar("T")

_AT_ONCE = 500  # stories whose texts are in memory together
_SUMMARY = ("id", "headline", "status", "byline", "updated", "words", "embargo", "embargo_offset")
# The numbers go in as one value, so that the statement is always the same and is kept.
_FROM = "FROM json_each(?) AS found CROSS JOIN story ON story.number = found.value"
_COLUMNS = ", ".join(f"story.{name}" for name in ("number", *_SUMMARY))
_READ = f"SELECT {_COLUMNS} {_FROM}"
_READ_TEXTS = f"SELECT {_COLUMNS}, {', '.join(f'story.{name}' for name in SHOWN)} {_FROM}"


def hits_of(connection: Connection, numbers: Sequence[int], words: Sought) -> dict[int, Hit]:
    """Return what is shown of stories by their numbers, in the order in which they are given."""
    return _by_number(connection, _READ_TEXTS, numbers, partial(_hit, words=words))


def summaries_of(connection: Connection, numbers: Sequence[int]) -> dict[int, StorySummary]:
    """Return the lines of the list that stories make, by their numbers, in the order given."""
    return _by_number(connection, _READ, numbers, _summary)


def _by_number(
    connection: Connection,
    sql: str,
    numbers: Sequence[int],
    make: Callable[[tuple[Any, ...]], T],
) -> dict[int, T]:
    found: dict[int, T] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = json.dumps(list(numbers[start : start + _AT_ONCE]))
        found |= {row[0]: make(row) for row in rows(connection, sql, part)}
    return found


def _hit(row: tuple[Any, ...], words: Sought) -> Hit:
    summary, texts = _summary(row), row[1 + len(_SUMMARY) :]
    return Hit(summary, headline_of(summary.headline, words), snippet(texts, words))


def _summary(row: tuple[Any, ...]) -> StorySummary:
    _, id, headline, status, byline, updated, count, embargo, offset, *_ = row
    return StorySummary(
        id=id,
        headline=headline,
        status=Status(status),
        byline=tuple(json.loads(byline)),
        updated=_moment(updated),
        words=count,
        embargo=moment_of(_moment(embargo), offset) if embargo else None,
    )


def _moment(text: str) -> datetime:
    """Return a moment as SQLAlchemy keeps it: in UTC, without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
