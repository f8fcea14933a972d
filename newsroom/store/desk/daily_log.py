"""The daily log: what passed the desk between two moments, from the version log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from newsroom.store.database import Database
from newsroom.store.search.asking import rows
from newsroom.story.daily_log import LoggedStep
from newsroom.story.workflow import Status

_COLUMNS = """
story.id, story.headline, story.section, story.byline, version.moment,
    version.status_before, version.status_after, version.who, version.note, version.words
"""
# The index on steps that changed a status holds few of all rows. When a story had been
# submitted last is looked for among its own, by the clock: steps of another desk come later.
_MOVED = f"""
SELECT {_COLUMNS}, (
    SELECT max(came.moment) FROM version AS came
    WHERE came.story_number = version.story_number AND came.moment <= version.moment
        AND came.status_after = 'submitted'
)
FROM version JOIN story ON story.number = version.story_number
WHERE version.status_after IS NOT NULL AND version.moment >= ? AND version.moment < ?
ORDER BY version.moment, version.number
"""
# One more ralat changes no status. There are few stories that may have had one, none in the bin.
_CORRECTED = f"""
SELECT {_COLUMNS}, NULL
FROM story CROSS JOIN version ON version.story_number = story.number
WHERE story.discarded IS NULL AND story.status IN ('corrected', 'withdrawn')
    AND version.kind = 'correction' AND version.status_after IS NULL
    AND version.moment >= ? AND version.moment < ?
"""
_AT_DESK = frozenset({Status.EDITING, Status.RETURNED, Status.HELD, Status.READY, Status.PUBLISHED})


class DailyLog:
    """The steps of all stories, also of those in the bin: they were taken. Raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def steps(self, since: datetime, until: datetime) -> list[LoggedStep]:
        """Return the steps from one aware moment to another, that one not included."""
        span = _microseconds(since), _microseconds(until)
        with self._database.read() as session:
            connection = session.connection()
            found = [*rows(connection, _MOVED, *span), *rows(connection, _CORRECTED, *span)]
            return sorted(map(_step, found), key=lambda step: step.moment)


def _step(row: Sequence[Any]) -> LoggedStep:
    id, headline, section, byline, moment, before, after, who, note, words, came = row
    status = Status(after or Status.CORRECTED)
    lay = timedelta(microseconds=moment - came) if came is not None else None
    return LoggedStep(
        story=id,
        headline=headline,
        moment=datetime.fromtimestamp(moment / 1_000_000, UTC),
        before=Status(before or status),
        after=status,
        who=who,
        note=note,
        lay=lay if status in _AT_DESK else None,
        section=section,
        byline=tuple(json.loads(byline)),
        words=words,
    )


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)
