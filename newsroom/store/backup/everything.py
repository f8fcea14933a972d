"""All stories of a store, one after another, also those in the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from newsroom.store.database import Database
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Everything:
    """The stories of a store, read when they are asked for."""

    database: Database

    def count(self) -> int:
        """Return how many there are. Raises StoreError."""
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(StoryRow)) or 0

    def revisions(self) -> list[tuple[str, int]]:
        """Return the id and the revision of each, the oldest first. Raises StoreError."""
        ordered = select(StoryRow.id, StoryRow.revision).order_by(StoryRow.number)
        with self.database.read() as session:
            return [(row.id, row.revision) for row in session.execute(ordered)]

    def stories(self, ids: list[str]) -> Iterator[tuple[Story, bool]]:
        """Yield stories, and of each whether it is in the bin. Raises StoreError.

        One that has been deleted for good since is left out.
        """
        for id in ids:
            with self.database.read() as session:
                row = session.scalar(select(StoryRow).where(StoryRow.id == id))
                found = (story_of(row), row.discarded is not None) if row else None
            if found:
                yield found
