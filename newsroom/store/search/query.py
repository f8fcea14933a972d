"""What a person asks for, read from what they type. Nothing that can be typed is an error.

Words must all occur; ``"rumah sakit"`` as it stands; ``ban*`` as a beginning; ``-kota`` not
at all; ``~umum`` in all its forms. ``penulis:``, ``tag:``, ``rubrik:`` and ``judul:`` say
where the next word stands; ``status:``, ``sejak:`` and ``sampai:`` which stories are looked
through. The last word may still be growing: it stands for a beginning until a blank
follows. A field that says nothing we know (``status:apa``) is two words more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TypeVar

from newsroom.store.search.days import period
from newsroom.story.workflow import Status

LONGEST = 1_000
"""Characters of a query that are read: a whole article may have been pasted."""

MOST = 64
"""Terms of a query that are sought."""

FIELDS = {
    "penulis": "writer_text",
    "tag": "tag_text",
    "rubrik": "section_text",
    "judul": "headline",
}
"""The fields a word may be sought in, with the column of the index."""

_FILTERS = ("status", "sejak", "sampai")
_ALSO_CALLED = {"embargo": Status.HELD}

_UNREADABLE = re.compile(r"[\x00\ud800-\udfff\ue000-\uf8ff]")
_CURLY = str.maketrans("“”„«»", '"' * 5)
_ITEM = re.compile(
    rf"""
    (?P<out>-(?=["~\w]))?
    (?:(?P<field>{"|".join((*FIELDS, *_FILTERS))}):\s*)?
    (?P<forms>~(?=\w))?
    (?:"(?P<phrase>[^"]*)(?P<closed>"?)(?P<star>\*)?|(?P<word>[^\s"]*))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHUNK = re.compile(r"\S+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together, anywhere or in one column; ``out``: nowhere.

    ``begins``: the last of them is but the beginning of a word. ``forms``: any word of the
    same root does. ``may_bend``: it is one that was not quoted, so that forms may be asked for.
    """

    text: str
    column: str = ""
    begins: bool = False
    forms: bool = False
    out: bool = False
    may_bend: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought, in which stories; ``says`` is False if nothing was asked at all."""

    terms: tuple[Term, ...] = ()
    statuses: frozenset[Status] | None = None
    since: date | None = None
    until: date | None = None
    says: bool = False

    @property
    def finds_nothing(self) -> bool:
        """True if there is nothing in it that could be found."""
        filters = (self.statuses, self.since, self.until)
        return self.says and not self.terms and all(one is None for one in filters)


def read_query(text: str, today: date, *, growing: bool = True) -> Query:
    """Read a query; ``growing`` is False if its last word is whole.

    >>> banjir, kota = read_query("tag:banjir -kota ", date(2026, 6, 3)).terms
    >>> banjir.column, kota.out
    ('tag_text', True)
    """
    reader = _Reader(_UNREADABLE.sub(" ", text[:LONGEST]).translate(_CURLY), today)
    reader.read()
    terms = list(dict.fromkeys(reader.terms))[:MOST]
    if growing and reader.last is not None:
        terms = _grown(terms, reader.last)
    statuses = None if reader.statuses is None else frozenset(reader.statuses)
    return Query(tuple(terms), statuses, reader.since, reader.until, reader.says)


def with_forms(query: Query) -> Query:
    """Return the query with every single word sought in all its forms."""
    return replace(
        query, terms=tuple(replace(term, forms=term.forms or term.may_bend) for term in query.terms)
    )


class _Reader:
    """Reads a query from its start; ``last`` is the term that it ends in, if it ends in one."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self.terms: list[Term] = []
        self.last: Term | None = None
        self.statuses: set[Status] | None = None
        self.since: date | None = None
        self.until: date | None = None
        self.says = False

    def read(self) -> None:
        """Read it all."""
        while chunk := _CHUNK.search(self._text, self._at):
            item = _ITEM.match(self._text, chunk.start())
            assert item is not None  # it matches anything, and nothing
            self._at = max(item.end(), chunk.start() + 1)
            name = (item["field"] or "").lower()
            if name and not (item["phrase"] or item["word"]):
                continue  # its word is still to be typed
            self.says = True
            if name in _FILTERS:
                if self._is_filter(name, item):
                    continue
                self.terms.append(Term(name))
            self._take(item, FIELDS.get(name, ""))

    def _take(self, item: re.Match[str], column: str) -> None:
        """Take in a word or a phrase, if there is a letter or a figure in it."""
        is_phrase = item["phrase"] is not None
        text: str = item["phrase"] if is_phrase else item["word"]
        if not any(map(str.isalnum, text)):
            return
        begins = bool(item["star"]) if is_phrase else text.endswith("*")
        term = Term(text, column, begins, bool(item["forms"]), bool(item["out"]), not is_phrase)
        self.terms.append(term)
        is_open = not item["closed"] and not term.out and text[-1].isalnum()
        self.last = term if is_open and self._at >= len(self._text) else None

    def _is_filter(self, name: str, item: re.Match[str]) -> bool:
        """Take in which stories are meant; False if a filter says nothing that we know."""
        if name == "status":
            meant = self._longest(item, 2, _statuses)
            if meant and item["out"]:
                meant = set(Status) - meant
            if meant:
                self.statuses = (self.statuses or set()) | meant
            return bool(meant)
        days = self._longest(item, 3, lambda text: period(text, self._today))
        if days and name == "sejak":
            self.since = days[0]
        elif days:
            self.until = days[1]
        return days is not None

    def _longest(
        self, item: re.Match[str], most: int, reads: Callable[[str], T | None]
    ) -> T | None:
        """Read as many of the next words as mean something together, and step over them."""
        if item["phrase"] is not None:
            return reads(item["phrase"])
        start = item.start("word")
        ends = [chunk.end() for chunk in islice(_CHUNK.finditer(self._text, start), most)]
        for end in reversed(ends):
            if found := reads(self._text[start:end]):
                self._at = end
                return found
        return None


def _grown(terms: list[Term], last: Term) -> list[Term]:
    """Take the last word for a beginning. One letter, after other words, is none yet."""
    letters = re.split(r"[\W_]", last.text)[-1]
    if len(letters) > 1:
        return [replace(term, begins=True) if term == last else term for term in terms]
    others = [term for term in terms if term != last]
    return others if others and last.text.isalpha() else terms


def _statuses(text: str) -> set[Status] | None:
    """Return the statuses that a text names, also by the beginning of their names."""
    found: set[Status] = set()
    for name in text.lower().replace("-", " ").split(","):
        meant = _called(name.strip())
        if not meant:
            return None
        found |= meant
    return found


def _called(name: str) -> set[Status]:
    if name in _ALSO_CALLED:
        return {_ALSO_CALLED[name]}
    exact = {status for status in Status if name in (status.value, status.label.lower())}
    if exact or not name:
        return exact
    return {status for status in Status if status.label.lower().startswith(name)}
