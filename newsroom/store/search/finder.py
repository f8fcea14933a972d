"""Asking the index: which stories hold what is sought, the best of them first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from newsroom.store.search.asking import firsts
from newsroom.store.search.expression import Match, match_of
from newsroom.store.search.index import INDEX, VOCABULARY, WEIGHTS
from newsroom.store.search.query import Query, Term, read_query, with_forms
from newsroom.store.search.snippet import Sought, plain, sought
from newsroom.story.workflow import Status

if TYPE_CHECKING:
    from newsroom.store.search.forms import WordForms

RANKED = 1_000
"""Of more hits than this those with the words in the headline come first, the last begun first.

Then the last begun of the others, ranked; then the rest. What is in so many stories is no
longer found by how often a word stands in one; and to weigh 100,000 would take a third of a
second, at every key.
"""

_NEWEST = f"SELECT rowid AS number FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY rowid DESC LIMIT ?"
_IS_MANY = f"{_NEWEST} OFFSET {RANKED}"
# Stories that score alike in two figures are equals: the last begun comes first.
_RANKED = (
    f"SELECT number FROM (SELECT rowid AS number, bm25({INDEX}, "
    f"{', '.join(map(str, WEIGHTS.values()))}) AS score FROM {INDEX} WHERE {INDEX} MATCH ? "
    f"ORDER BY rowid DESC LIMIT {RANKED}) "
    "ORDER BY CAST(printf('%.1e', score) AS REAL), number DESC LIMIT ?"
)


class Finder:
    """Reads queries, and finds the numbers of stories. It keeps nothing but the word lists."""

    @cached_property
    def _forms(self) -> WordForms:
        # It loads what the checker of the language is made of.
        from newsroom.store.search.forms import WordForms

        return WordForms()

    def read(
        self, text: str, *, forms: bool = False, status: Status | None = None, growing: bool = True
    ) -> Query:
        """Read what a person typed; ``status`` narrows it further."""
        query = read_query(text, date.today(), growing=growing)
        if status is not None:
            both = {status} if query.statuses is None else query.statuses & {status}
            query = replace(query, statuses=frozenset(both))
        return with_forms(query) if forms else query

    def match(self, connection: Connection, query: Query) -> Match:
        """Return what is asked of the index."""
        return self.ask(connection, query)[0]

    def ask(self, connection: Connection, query: Query) -> tuple[Match, Sought]:
        """Return what is asked of the index, and what is to be marked in what it finds."""
        forms_of = self._forms_of(connection)
        return match_of(query, forms_of), sought(query, forms_of)

    def ranked(
        self, connection: Connection, match: Match, limit: int | None, offset: int
    ) -> list[int]:
        """Return the numbers of the stories that match, the best first."""

        end = -1 if limit is None else offset + limit
        ways = [(_RANKED, match.everywhere)]
        if firsts(connection, _IS_MANY, match.everywhere, 1):
            ways.append((_NEWEST, match.everywhere))
            if match.in_headline:
                ways.insert(0, (_NEWEST, match.in_headline))
        best: dict[int, None] = {}
        for sql, words in ways:
            best |= dict.fromkeys(firsts(connection, sql, words, -1 if best else end))
            if 0 <= end <= len(best):
                break
        return list(best)[offset : None if limit is None else end]

    def count(self, connection: Connection, match: Match) -> int:
        """Count the stories that match."""
        sql = f"SELECT count(*) FROM {INDEX} WHERE {INDEX} MATCH ?"
        return int(firsts(connection, sql, match.everywhere)[0])

    def _forms_of(self, connection: Connection) -> Callable[[Term], list[str]]:
        sql = f"SELECT term FROM {VOCABULARY} WHERE term >= ? AND term < ?"

        def between(first: str, last: str) -> list[str]:
            return firsts(connection, sql, first, last)

        known: dict[str, list[str]] = {}

        def forms_of(term: Term) -> list[str]:
            word = plain(term.text)
            if word not in known:
                known[word] = self._forms.of(word, between)
            return known[word]

        return forms_of
