"""The bin: what was thrown away, kept for a while, then deleted for good.

Both must say that its time is over: the days that ``days_used`` counts, and the clock. So
a clock that is wrong, now or when a story was thrown away, deletes nothing.
"""

from __future__ import annotations

import builtins
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from newsroom.store.days_used import DaysUsed
from newsroom.store.errors import StoryNotFound
from newsroom.store.listing import SUMMARY, Listing, summary_of
from newsroom.store.recovery.noted import forget_saved, last_saved
from newsroom.store.schema import StoryRow, WorkspaceRow
from newsroom.store.summary import StorySummary

DAYS = 30
"""How long the bin keeps a story."""

_KEY = "bin"
_AT_ONCE = 200  # stories deleted in one transaction; the others go the next time


@dataclass(frozen=True, slots=True)
class BinnedStory:
    """A story in the bin, when it was thrown away, and for how many days it surely stays."""

    story: StorySummary
    discarded: datetime
    days_left: int = DAYS


class Binned(Listing):
    """The stories in the bin. Every method raises StoreError where the disk fails."""

    def bin(
        self, limit: int | None = None, offset: int = 0, now: datetime | None = None
    ) -> builtins.list[BinnedStory]:
        """List the stories in the bin, the last thrown away first. ``now`` is aware."""
        now = now or datetime.now(UTC)
        statement = (
            select(*SUMMARY, StoryRow.discarded)
            .where(StoryRow.discarded.is_not(None))
            .order_by(StoryRow.discarded.desc(), StoryRow.number.desc())
        )
        with self._database.read() as session:
            page = session.execute(statement.limit(limit).offset(offset)).all()
            told = session.get(WorkspaceRow, _KEY)
            used = DaysUsed(told.value if told else None, now)
            return [
                BinnedStory(summary_of(row), row.discarded, _left(used, row.id, row.discarded, now))
                for row in page
            ]

    def discard_many(self, ids: Collection[str]) -> builtins.list[str]:
        """Move stories to the bin, all at once; return those that were not there yet."""
        here = StoryRow.discarded.is_(None)
        moved: builtins.list[str] = []
        with self._database.write() as session:
            now = datetime.now(UTC)
            for part in _parts(ids):
                chosen = StoryRow.id.in_(part), here
                moved += session.scalars(select(StoryRow.id).where(*chosen))
                session.execute(update(StoryRow).where(*chosen).values(discarded=now))
        return moved

    def restore_many(self, ids: Collection[str]) -> None:
        """Bring stories back from the bin, all at once; what is not there stays as it is."""
        with self._database.write() as session:
            for part in _parts(ids):
                chosen = update(StoryRow).where(StoryRow.id.in_(part))
                session.execute(chosen.values(discarded=None))

    def delete_many(self, ids: Collection[str]) -> builtins.list[str]:
        """Delete for good those of the stories that are in the bin; return their ids.

        What is done is done some at a time, so that who types meanwhile need not wait.
        """
        gone: builtins.list[str] = []
        for part in _parts(ids):
            binned = StoryRow.id.in_(part), StoryRow.discarded.is_not(None)
            with self._database.write() as session:
                found = session.scalars(select(StoryRow.id).where(*binned)).all()
                _delete(session, found, self._database.path)
            gone += found
        return gone

    def delete(self, id: str) -> None:
        """Delete a story that is in the bin for good, with its versions.

        Its pictures stay until nothing refers to them. Raises StoryNotFound, also for a
        story that is not in the bin, or by the beginning of an id alone.
        """
        found = select(StoryRow.id).where(StoryRow.id == id, StoryRow.discarded.is_not(None))
        with self._database.write() as session:
            if session.scalar(found) is None:
                raise StoryNotFound(f"Naskah {id} tidak ada di keranjang.")
            _delete(session, [id], self._database.path)

    def empty_bin(self, now: datetime, days: int = DAYS) -> builtins.list[str]:
        """Delete for good what has been in the bin for so many days; return the ids.

        To be called now and then while the program is used. ``now`` is aware.
        """
        binned = select(StoryRow.id, StoryRow.discarded).where(StoryRow.discarded.is_not(None))
        with self._database.write() as session:
            row = session.get(WorkspaceRow, _KEY)
            used = DaysUsed(row.value if row else None, now)
            since = {id: when for id, when in session.execute(binned) if when is not None}
            # Whoever brings a story back and throws it away again begins anew.
            names = {id: _name(id, when) for id, when in since.items()}
            long = timedelta(days=days)
            over = [
                id
                for id, when in since.items()
                if used.of(names[id]) >= days and abs(now - when) >= long
            ][:_AT_ONCE]
            if over:
                _delete(session, over, self._database.path)
            if names or row:
                left = [names[id] for id in names.keys() - set(over)]
                session.merge(WorkspaceRow(key=_KEY, value=used.as_value(left)))
            return over


def _name(id: str, when: datetime) -> str:
    """Return what a story's time in the bin is counted under."""
    return f"{id} {when}"


def _left(used: DaysUsed, id: str, when: datetime, now: datetime) -> int:
    """Return the days until both say that a story's time is over, begun ones as whole."""
    passed = min(used.of(_name(id, when)), abs(now - when) / timedelta(days=1))
    return max(ceil(DAYS - passed), 0)


def _parts(ids: Collection[str]) -> Iterator[builtins.list[str]]:
    """Yield ids in parts that are no more than one transaction should hold."""
    all_of_them = list(ids)
    for start in range(0, len(all_of_them), _AT_ONCE):
        yield all_of_them[start : start + _AT_ONCE]


def _delete(session: Session, ids: Collection[str], database: Path) -> None:
    """Delete stories; versions and photos go with them, and what the window remembers."""
    if (last := last_saved(database)) and last[0] in ids:
        forget_saved(database)
    session.execute(delete(StoryRow).where(StoryRow.id.in_(ids)))
    of_them = [
        key for key in session.scalars(select(WorkspaceRow.key)) if key.rpartition(":")[2] in ids
    ]
    session.execute(delete(WorkspaceRow).where(WorkspaceRow.key.in_(of_them)))
