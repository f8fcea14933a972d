"""The stories in a row: all of them, those of a status, those that hold what is sought."""

from __future__ import annotations

import builtins
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, text

from newsroom.store.database import Database
from newsroom.store.reading import moment_of
from newsroom.store.schema import Base
from newsroom.store.search.asking import firsts, state_of
from newsroom.store.search.expression import Match
from newsroom.store.search.finder import Finder
from newsroom.store.search.hit import Hit, Row
from newsroom.store.search.hits import hits_of, summaries_of
from newsroom.store.search.index import INDEX
from newsroom.store.summary import StorySummary
from newsroom.story.workflow import Status

_STORY = Base.metadata.tables["story"]
SUMMARY = tuple(
    _STORY.c[name]
    for name in (
        *("id", "headline", "status", "byline", "updated", "words"),
        *("embargo", "embargo_offset"),
    )
)
"""What is read of a row for its line in a list."""

_NUMBERS = "q"  # of up to 64 bits


class Listing:
    """Stories outside the bin, page by page. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._finder = Finder()
        self._counted: tuple[tuple[object, ...], dict[Status, int]] | None = None

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
            connection = session.connection()
            if asked.says:
                statement = statement.where(_matching(self._finder.match(connection, asked)))
            return [summary_of(row) for row in connection.execute(statement)]

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
        with self._database.read() as session:
            connection = session.connection()
            match, words = self._finder.ask(connection, asked)
            if asked.says:
                numbers = self._finder.ranked(connection, match, limit, offset)
            else:
                page = _newest(select(_STORY.c.number), status).limit(limit).offset(offset)
                numbers = list(connection.execute(page).scalars())
            return builtins.list(hits_of(connection, numbers, words).values())

    def order(
        self,
        query: str = "",
        *,
        forms: bool = False,
        status: Status | None = None,
        limit: int | None = None,
    ) -> array[int]:
        """Return the numbers of the stories that ``search`` finds, in its order.

        However long the list, this is all that must be held of it: ``rows`` reads the rest
        of those that are looked at.
        """
        asked = self._finder.read(query, forms=forms, status=status)
        if asked.finds_nothing:
            return array(_NUMBERS)
        with self._database.read() as session:
            connection = session.connection()
            if asked.says:
                match = self._finder.match(connection, asked)
                return array(_NUMBERS, self._finder.ranked(connection, match, limit, 0))
            return array(_NUMBERS, firsts(connection, *_order(status, limit)))

    def rows(
        self, numbers: Sequence[int], query: str = "", *, forms: bool = False
    ) -> dict[int, Row]:
        """Return what is shown of some stories of an ``order``, where they still are."""
        asked = self._finder.read(query, forms=forms)
        with self._database.read() as session:
            connection = session.connection()
            if not asked.says:
                found = summaries_of(connection, numbers)
                return {number: Row(story) for number, story in found.items()}
            words = self._finder.ask(connection, asked)[1]
            hits = hits_of(connection, numbers, words)
            return {number: Row(hit.story, hit.snippet) for number, hit in hits.items()}

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
        """Count the stories for every status, also where there are none.

        Counted anew only after something was written: all of a large archive is gone through,
        and the counts stand beside each list of what is found while one types.
        """
        with self._database.read() as session:
            connection = session.connection()
            state = state_of(connection)
            if self._counted is None or self._counted[0] != state:
                self._counted = state, _counts(connection)
            return dict(self._counted[1])


def _counts(connection: Connection) -> dict[Status, int]:
    statement = (
        select(_STORY.c.status, func.count())
        .where(_STORY.c.discarded.is_(None))
        .group_by(_STORY.c.status)
    )
    found: dict[str, int] = dict(connection.execute(statement).all())
    return {status: found.get(status, 0) for status in Status}


def _newest(statement: Select[Any], status: Status | None) -> Select[Any]:
    """Leave out the bin and other statuses, and order by the last change."""
    found = statement.where(_STORY.c.discarded.is_(None))
    if status is not None:
        found = found.where(_STORY.c.status == str(status))
    return found.order_by(_STORY.c.updated.desc(), _STORY.c.number.desc())


def _order(status: Status | None, limit: int | None) -> tuple[str, *tuple[object, ...]]:
    """Return the SQL for the numbers of ``_newest``, and its values."""
    of_status, values = ("", ()) if status is None else ("AND status = ?", (str(status),))
    return (
        f"SELECT number FROM story WHERE discarded IS NULL {of_status} "
        "ORDER BY updated DESC, number DESC LIMIT ?",
        *values,
        -1 if limit is None else limit,
    )


def _matching(match: Match) -> ColumnElement[bool]:
    numbers = text(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :match")
    return _STORY.c.number.in_(numbers.bindparams(match=match.everywhere).columns(_STORY.c.number))


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
