"""The stories as a desk has them before it: all lines of its table in one question."""

from __future__ import annotations

import builtins
import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from newsroom.store.database import Database
from newsroom.store.desk.line import DeskLine, name_in
from newsroom.store.reading import moment_of
from newsroom.store.search.asking import rows
from newsroom.story.workflow import Status

# Read as SQLite has it, like the rows of the list: see search/hits.py. A deadline stands
# behind the long text of its row, so it is read only of those that still have one. A story
# that the desk has noted no step of came to its status with the last one in its versions.
# Comments are counted story by story: the desk has few of all that an archive has.
_LINES = """
SELECT story.id, story.revision, story.status, story.headline, story.kicker, story.section,
    story.byline, story.editor, story.words, story.embargo, story.embargo_offset,
    CASE WHEN story.status IN ('published', 'corrected', 'withdrawn') THEN NULL
        ELSE json_extract(story.details, '$.deadline') END,
    desk.since, desk.holder, desk.taken,
    CASE WHEN desk.since IS NULL THEN (
        SELECT max(version.moment) FROM version
        WHERE version.story_number = story.number AND version.status_after = story.status
    ) END,
    story.updated, desk.checked = story.revision AND desk.house = ?1,
    desk.errors, desk.warnings, desk.hints, (
        SELECT count(*) FROM comment
        WHERE comment.story_number = story.number AND comment.thread = comment.id
            AND comment.kind <> 'reason' AND comment.resolved IS NULL AND NOT comment.removed
    )
FROM story LEFT JOIN desk ON desk.story_number = story.number
WHERE story.discarded IS NULL AND story.status IN (SELECT value FROM json_each(?2))
ORDER BY story.number
"""


class DeskList:
    """Stories outside the bin, with what is known of them at the desk. Raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, statuses: Collection[Status], house: str = "") -> builtins.list[DeskLine]:
        """Return the stories of some statuses, the first that was stored first.

        ``house`` says by which style findings are to have been counted.
        """
        asked = json.dumps([str(status) for status in statuses])
        with self._database.read() as session:
            return [_line(row) for row in rows(session.connection(), _LINES, house, asked)]


def _line(row: Sequence[Any]) -> DeskLine:
    id, revision, status, headline, kicker, section, byline, editor, words, *more = row
    embargo, offset, deadline, since, holder, taken, moved, updated, is_counted, *counts = more
    *found, comments = counts
    return DeskLine(
        id=id,
        revision=revision,
        status=Status(status),
        since=_moment(since) or _of_microseconds(moved) or _sure_moment(updated),
        headline=headline,
        kicker=kicker,
        section=section,
        byline=tuple(json.loads(byline)),
        editor=editor,
        holder=name_in(holder),
        taken=_moment(taken),
        words=words,
        embargo=moment_of(_moment(embargo), offset),
        deadline=_aware(deadline),
        found=(found[0], found[1], found[2]) if is_counted and _are_counts(found) else None,
        comments=comments,
    )


def _are_counts(found: Sequence[Any]) -> bool:
    return all(isinstance(count, int) for count in found)


def _moment(text: str | None) -> datetime | None:
    """Return a moment, where there is one that damage has left."""
    with suppress(TypeError, ValueError):
        return _sure_moment(text) if text else None
    return None


def _sure_moment(text: str) -> datetime:
    """Return a moment as SQLAlchemy keeps it: in UTC, without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _of_microseconds(count: int | None) -> datetime | None:
    return None if count is None else datetime.fromtimestamp(count / 1_000_000, UTC)


def _aware(text: str | None) -> datetime | None:
    """Return a deadline; one that damage has made none is none, and the desk is shown."""
    with suppress(TypeError, ValueError):
        moment = datetime.fromisoformat(text or "")
        return moment if moment.tzinfo else None
    return None
