"""A query as FTS5 reads it. Every word is quoted, so that none is taken for an operator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.store.search.index import MARK
from newsroom.store.search.query import Query, Term

# A time that has no beginning or no end reaches so far: no story is of another year.
_FIRST = date(1945, 1, 1)
_YEARS_AHEAD = 10
_NO_STORYS = "none"  # a mark


@dataclass(frozen=True, slots=True)
class Match:
    """What is asked of the index; ``in_headline`` asks for the words in the headline alone."""

    everywhere: str
    in_headline: str | None


def match_of(query: Query, forms_of: Callable[[Term], Iterable[str]]) -> Match:
    """Return a query for the index. ``forms_of`` knows the words of a word's root."""
    sought = [(term, _term(term, forms_of)) for term in query.terms]
    anywhere = [text for term, text in sought if not term.out and not term.column]
    rest = [_in(term.column, text) for term, text in sought if not term.out and term.column]
    rest += _filters(query)
    out = [_in(term.column, text) for term, text in sought if term.out]
    everywhere = _all([*anywhere, *rest], out)
    if not anywhere:
        return Match(everywhere, None)
    return Match(everywhere, _all([_in("headline", " AND ".join(anywhere)), *rest], out))


def _all(wanted: list[str], out: list[str]) -> str:
    found = " AND ".join(wanted) or _marked([""])
    return f"({found}) NOT ({' OR '.join(out)})" if out else found


def _term(term: Term, forms_of: Callable[[Term], Iterable[str]]) -> str:
    texts = [_quoted(term.text) + (" *" if term.begins else "")]
    if term.forms:
        texts += map(_quoted, forms_of(term))
    return texts[0] if len(texts) == 1 else f"({' OR '.join(texts)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _in(column: str, text: str) -> str:
    return f"{column} : ({text})" if column else text


def _filters(query: Query) -> Iterator[str]:
    if query.statuses is not None:
        yield _marked(sorted(query.statuses))
    if query.since or query.until:
        end = date(date.today().year + _YEARS_AHEAD, 12, 31)
        first = max(query.since or _FIRST, _FIRST)
        last = min(query.until or end, end)
        yield _marked(_days(first, last))


def _marked(marks: list[str]) -> str:
    """Ask for stories with one of the marks; without any, for none."""
    return _in("marks", " OR ".join(_quoted(MARK + mark) for mark in marks or [_NO_STORYS]))


def _days(first: date, last: date) -> list[str]:
    """Return the marks of the years, months and days that make up a time.

    >>> _days(date(2026, 1, 30), date(2027, 12, 31))[:4]
    ['d20260130', 'd20260131', 'm202602', 'm202603']
    >>> _days(date(2026, 1, 30), date(2027, 12, 31))[-1]
    'y2027'
    """
    found: list[str] = []
    day = first
    while day <= last:
        year_end, month_end = date(day.year, 12, 31), _month_end(day)
        if day == date(day.year, 1, 1) and year_end <= last:
            found.append(f"y{day:%Y}")
            end = year_end
        elif day.day == 1 and month_end <= last:
            found.append(f"m{day:%Y%m}")
            end = month_end
        else:
            found.append(f"d{day:%Y%m%d}")
            end = day
        day = end + timedelta(1)
    return found


def _month_end(day: date) -> date:
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(1)
