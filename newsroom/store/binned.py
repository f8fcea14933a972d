"""The bin: what was thrown away, kept for a while, then deleted for good.

Both must say that its time is over: the days that ``days_used`` counts, and the clock. So
a clock that is wrong, now or when a story was thrown away, deletes nothing.
"""

from __future__ import annotations

import builtins
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from newsroom.store.days_used import DaysUsed
from newsroom.store.errors import StoryNotFound
from newsroom.store.listing import SUMMARY, Listing, summary_of
from newsroom.store.schema import StoryRow, WorkspaceRow
from newsroom.store.summary import StorySummary

DAYS = 30
"""How long the bin keeps a story."""

_KEY = "bin"
_AT_ONCE = 200  # stories deleted in one transaction; the others go the next time


@dataclass(frozen=True, slots=True)
class BinnedStory:
    """A story in the bin, and when it was thrown away."""

    story: StorySummary
    discarded: datetime


class Binned(Listing):
    """The stories in the bin. Every method raises StoreError where the disk fails."""

    def bin(self, limit: int | None = None, offset: int = 0) -> builtins.list[BinnedStory]:
        """List the stories in the bin, the last thrown away first."""
        statement = (
            select(*SUMMARY, StoryRow.discarded)
            .where(StoryRow.discarded.is_not(None))
            .order_by(StoryRow.discarded.desc(), StoryRow.number.desc())
        )
        with self._database.read() as session:
            page = session.execute(statement.limit(limit).offset(offset))
            return [BinnedStory(summary_of(row), row.discarded) for row in page]

    def delete(self, id: str) -> None:
        """Delete a story that is in the bin for good, with its versions.

        Its pictures stay until nothing refers to them. Raises StoryNotFound, also for a
        story that is not in the bin, or by the beginning of an id alone.
        """
        found = select(StoryRow.id).where(StoryRow.id == id, StoryRow.discarded.is_not(None))
        with self._database.write() as session:
            if session.scalar(found) is None:
                raise StoryNotFound(f"Naskah {id} tidak ada di keranjang.")
            _delete(session, [id])

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
            names = {id: f"{id} {when}" for id, when in since.items()}
            long = timedelta(days=days)
            over = [
                id
                for id, when in since.items()
                if used.of(names[id]) >= days and abs(now - when) >= long
            ][:_AT_ONCE]
            if over:
                _delete(session, over)
            if names or row:
                left = [names[id] for id in names.keys() - set(over)]
                session.merge(WorkspaceRow(key=_KEY, value=used.as_value(left)))
            return over


def _delete(session: Session, ids: Collection[str]) -> None:
    """Delete stories; versions and photos go with them, and what the window remembers."""
    session.execute(delete(StoryRow).where(StoryRow.id.in_(ids)))
    of_them = [
        key for key in session.scalars(select(WorkspaceRow.key)) if key.rpartition(":")[2] in ids
    ]
    session.execute(delete(WorkspaceRow).where(WorkspaceRow.key.in_(of_them)))
