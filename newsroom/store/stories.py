"""The stories of the store."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.errors import StoryChangedElsewhere, StoryNotFound
from newsroom.store.mapping import fill_row
from newsroom.store.reading import moment_of, story_of
from newsroom.store.schema import StoryRow, WorkspaceRow
from newsroom.store.searched import fold
from newsroom.store.summary import StorySummary
from newsroom.story.story import Story
from newsroom.story.workflow import Status

SHORTEST_PREFIX = 4
LONGEST_QUERY = 1_000
"""Characters of a query that are looked at; a whole pasted article would exceed SQLite's limits."""


class Stories:
    """Stories, saved and found. Every method raises StoreError where the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, story: Story, beside: Mapping[str, Any] | None = None) -> Story:
        """Save the story and return it with its new ``revision`` and its times.

        ``beside`` is what the workspace is to remember by key, in the same
        transaction: where the cursor stood in just this text.

        Raises StoryChangedElsewhere if the store holds another revision than the
        one this story was read at. After any failure the store holds what it held,
        and the same story may be saved again. A story in the bin stays there.
        """
        now = datetime.now(UTC)
        with self._database.write() as session:
            # SQLite locks the whole store for the writer; elsewhere the row must be.
            found = select(StoryRow).where(StoryRow.id == story.id).with_for_update()
            row = session.scalar(found)
            if row is None:
                row = StoryRow(id=story.id, created=story.created or now)
                session.add(row)
            elif row.revision != story.revision:
                raise StoryChangedElsewhere(
                    "Naskah ini sudah diubah dari jendela atau program lain sejak dibuka di sini. "
                    "Tidak ada yang ditimpa; simpan tulisan ini sebagai naskah baru."
                )
            row.revision = story.revision + 1
            row.updated = now
            fill_row(row, story)
            for key, value in (beside or {}).items():
                session.merge(WorkspaceRow(key=key, value=value))
            return replace(story, revision=row.revision, created=row.created, updated=now)

    def get(self, id: str) -> Story:
        """Return the story with this id, or with the only id that begins so.

        A beginning needs four characters. Stories in the bin are found too. Raises
        StoryNotFound.
        """
        with self._database.read() as session:
            return story_of(_row(session, id))

    def list(
        self, status: Status | None = None, query: str = "", limit: int | None = None
    ) -> builtins.list[StorySummary]:
        """List stories outside the bin, the last saved first.

        Each word of ``query`` must occur, in any case, also as a part of a word,
        in what a person wrote in the story; its sources are not looked at.
        """
        columns = (
            StoryRow.id,
            StoryRow.headline,
            StoryRow.status,
            StoryRow.byline,
            StoryRow.updated,
            StoryRow.words,
            StoryRow.embargo,
            StoryRow.embargo_offset,
        )
        statement = (
            select(*columns)
            .where(StoryRow.discarded.is_(None))
            .order_by(StoryRow.updated.desc(), StoryRow.number.desc())
            .limit(limit)
        )
        if status is not None:
            statement = statement.where(StoryRow.status == str(status))
        for word in fold(query[:LONGEST_QUERY]).split():
            statement = statement.where(StoryRow.search_text.contains(word, autoescape=True))
        with self._database.read() as session:
            return [
                StorySummary(
                    id=row.id,
                    headline=row.headline,
                    status=Status(row.status),
                    byline=tuple(row.byline),
                    updated=row.updated,
                    words=row.words,
                    embargo=moment_of(row.embargo, row.embargo_offset),
                )
                for row in session.execute(statement)
            ]

    def counts(self) -> dict[Status, int]:
        """Count the stories outside the bin for every status, also where there are none."""
        statement = (
            select(StoryRow.status, func.count())
            .where(StoryRow.discarded.is_(None))
            .group_by(StoryRow.status)
        )
        with self._database.read() as session:
            found = dict(session.execute(statement).all())
        return {status: found.get(status, 0) for status in Status}

    def discard(self, id: str) -> None:
        """Move a story to the bin: it is kept but no longer listed. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = datetime.now(UTC)

    def restore(self, id: str) -> None:
        """Bring a story back from the bin. Raises StoryNotFound."""
        with self._database.write() as session:
            _row(session, id).discarded = None


def _row(session: Session, id: str) -> StoryRow:
    begins = StoryRow.id.startswith(id, autoescape=True)
    exact = StoryRow.id == id
    statement = select(StoryRow).where(begins if len(id) >= SHORTEST_PREFIX else exact)
    rows = session.scalars(statement.order_by(exact.desc()).limit(2)).all()
    if not rows:
        raise StoryNotFound(f"Naskah {id} tidak ditemukan.")
    if len(rows) > 1 and rows[0].id != id:
        raise StoryNotFound(f"Lebih dari satu naskah berawalan {id}; tulis lebih panjang.")
    return rows[0]
