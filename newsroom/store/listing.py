"""The stories in a row: all of them, those of a status, those that hold what is sought."""

from __future__ import annotations

import builtins
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.orm import InstrumentedAttribute

from newsroom.store.database import Database
from newsroom.store.reading import moment_of
from newsroom.store.schema import StoryRow
from newsroom.store.search.expression import Match
from newsroom.store.search.finder import Finder
from newsroom.store.search.hit import Hit
from newsroom.store.search.index import INDEX
from newsroom.store.search.snippet import Sought, headline_of, snippet
from newsroom.store.summary import StorySummary
from newsroom.story.workflow import Status

_AT_ONCE = 500  # stories that are asked for by number
SUMMARY: tuple[InstrumentedAttribute[Any], ...] = (
    StoryRow.id,
    StoryRow.headline,
    StoryRow.status,
    StoryRow.byline,
    StoryRow.updated,
    StoryRow.words,
    StoryRow.embargo,
    StoryRow.embargo_offset,
)
"""What is read of a row for its line in a list."""
_SHOWN = (
    StoryRow.body,
    StoryRow.caption_text,
    StoryRow.writer_text,
    StoryRow.name_text,
    StoryRow.tag_text,
    StoryRow.section_text,
    StoryRow.other_text,
)


class Listing:
    """Stories outside the bin, page by page. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._finder = Finder()

    def list(
        self,
        status: Status | None = None,
        query: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> builtins.list[StorySummary]:
        """List stories, the last saved first, from the one at ``offset`` on.

        ``query`` is read as by ``search``; one that says nothing leaves the list as it is.
        """
        asked = self._finder.read(query)
        if asked.finds_nothing:
            return []
        statement = _newest(select(*SUMMARY), status).limit(limit).offset(offset)
        with self._database.read() as session:
            if asked.says:
                match = self._finder.match(session.connection(), asked)
                statement = statement.where(_matching(match))
            return [summary_of(row) for row in session.execute(statement)]

    def search(
        self,
        query: str,
        *,
        forms: bool = False,
        status: Status | None = None,
        growing: bool = True,
        limit: int | None = 50,
        offset: int = 0,
    ) -> builtins.list[Hit]:
        """Find stories, the best first, with the words in their place.

        What may be asked is told in ``search/query.py``: nothing is an error. ``forms``
        seeks every word by its root; ``growing`` says that the last word is still being
        typed. A query that says nothing finds all stories, the last saved first.
        """
        asked = self._finder.read(query, forms=forms, status=status, growing=growing)
        if asked.finds_nothing:
            return []
        columns = select(StoryRow.number, *SUMMARY, *_SHOWN)
        with self._database.read() as session:
            connection = session.connection()
            match, words = self._finder.ask(connection, asked)
            if not asked.says:
                page = _newest(columns, status).limit(limit).offset(offset)
                return [_hit(row, words) for row in session.execute(page)]
            numbers = self._finder.ranked(connection, match, limit, offset)
            hits: dict[int, Hit] = {}
            for start in range(0, len(numbers), _AT_ONCE):
                part = columns.where(StoryRow.number.in_(numbers[start : start + _AT_ONCE]))
                hits |= {row.number: _hit(row, words) for row in session.execute(part)}
        return [hits[number] for number in numbers]

    def count(
        self,
        query: str = "",
        *,
        forms: bool = False,
        status: Status | None = None,
        growing: bool = True,
    ) -> int:
        """Count the stories that hold what is sought, on all pages together."""
        asked = self._finder.read(query, forms=forms, status=status, growing=growing)
        if asked.finds_nothing:
            return 0
        if not asked.says:
            counts = self.counts()
            return sum(counts.values()) if status is None else counts[status]
        with self._database.read() as session:
            connection = session.connection()
            return self._finder.count(connection, self._finder.match(connection, asked))

    def counts(self) -> dict[Status, int]:
        """Count the stories for every status, also where there are none."""
        statement = (
            select(StoryRow.status, func.count())
            .where(StoryRow.discarded.is_(None))
            .group_by(StoryRow.status)
        )
        with self._database.read() as session:
            found = dict(session.execute(statement).all())
        return {status: found.get(status, 0) for status in Status}


def _newest(statement: Select[Any], status: Status | None) -> Select[Any]:
    """Leave out the bin and other statuses, and order by the last change."""
    found = statement.where(StoryRow.discarded.is_(None))
    if status is not None:
        found = found.where(StoryRow.status == str(status))
    return found.order_by(StoryRow.updated.desc(), StoryRow.number.desc())


def _matching(match: Match) -> ColumnElement[bool]:
    numbers = text(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :match")
    return StoryRow.number.in_(numbers.bindparams(match=match.everywhere).columns(StoryRow.number))


def summary_of(row: Any) -> StorySummary:
    """Return the line of the list that a row with the columns of ``SUMMARY`` makes."""
    return StorySummary(
        id=row.id,
        headline=row.headline,
        status=Status(row.status),
        byline=tuple(row.byline),
        updated=row.updated,
        words=row.words,
        embargo=moment_of(row.embargo, row.embargo_offset),
    )


def _hit(row: Any, words: Sought) -> Hit:
    texts = {column.key: getattr(row, column.key) for column in _SHOWN}
    return Hit(summary_of(row), headline_of(row.headline, words), snippet(texts, words))
