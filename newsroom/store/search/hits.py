"""Stories that were found, as a list shows them.

Fifty of them are read at every key while one types. So they are read as SQLite has them: to
have SQLAlchemy make values of the columns takes as long as the search itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from newsroom.store.reading import moment_of
from newsroom.store.search.asking import rows
from newsroom.store.search.hit import Hit
from newsroom.store.search.snippet import SHOWN, Sought, headline_of, snippet
from newsroom.store.summary import StorySummary
from newsroom.story.workflow import Status

_AT_ONCE = 500  # stories whose texts are in memory together
_SUMMARY = ("id", "headline", "status", "byline", "updated", "words", "embargo", "embargo_offset")
# The numbers go in as one value, so that the statement is always the same and is kept.
_READ = (
    f"SELECT {', '.join(f'story.{name}' for name in ('number', *_SUMMARY, *SHOWN))} "
    "FROM json_each(?) AS found CROSS JOIN story ON story.number = found.value"
)


def hits_of(connection: Connection, numbers: Sequence[int], words: Sought) -> list[Hit]:
    """Return what is shown of stories, in the order in which their numbers are given."""
    found: dict[int, Hit] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = json.dumps(numbers[start : start + _AT_ONCE])
        for row in rows(connection, _READ, part):
            found[row[0]] = _hit(row, words)
    return [found[number] for number in numbers if number in found]


def _hit(row: tuple[Any, ...], words: Sought) -> Hit:
    _, id, headline, status, byline, updated, count, embargo, offset, *texts = row
    summary = StorySummary(
        id=id,
        headline=headline,
        status=Status(status),
        byline=tuple(json.loads(byline)),
        updated=_moment(updated),
        words=count,
        embargo=moment_of(_moment(embargo), offset) if embargo else None,
    )
    return Hit(summary, headline_of(headline, words), snippet(texts, words))


def _moment(text: str) -> datetime:
    """Return a moment as SQLAlchemy keeps it: in UTC, without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
