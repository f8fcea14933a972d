"""Running heads, feet and page numbers in a text whose pages nothing parts.

A line goes only where it shows itself to be none of the text: it recurs, and stands in
the middle of sentences that go on behind it, or beside a page's number. In doubt it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsroom.exchange.plain.repeated import PAGE, Repeated, names_page, repeated

ENDS_SENTENCE = re.compile(r"[.?!…:;][”\"’')\]*_]*\Z|[”\"’]\Z")

_LABEL = re.compile(r"\w{1,12}:")
_FULL = 0.72  # of the width: a line that is longer may go on in the next
_MOST = 6  # lines where a page ends and another begins
_APART = 4  # lines from one edge of a page to the next, at least
_MANY = 3  # pages that leave no doubt; one as long as those of the text must recur on as many


def without_running(lines: Sequence[str], width: int) -> list[str]:
    """Take out the lines of pages that have no breaks between them.

    ``width`` is what the lines of the text were broken at, 0 if they were not. What may
    be the title stays: words that open the text.

    >>> lines = "Pupuk dibagikan kepada warga|Hal. 1|yang menanam padi|hari ini.|Hal. 2".split("|")
    >>> without_running(lines, 28)
    ['Pupuk dibagikan kepada warga', 'yang menanam padi', 'hari ini.']
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    pages = _Pages([lines[at].strip() for at in filled], width)
    gone = {filled[place] for place in pages.lines()}
    title = filled[0] if pages.has_title else -1
    kept: list[str] = []
    for at, line in enumerate(lines):
        if at not in gone:
            kept += [line, ""] if at == title else [line]
    return kept


class _Pages:
    """The lines of a text that are not empty, and which of them are those of pages."""

    def __init__(self, lines: Sequence[str], width: int) -> None:
        self._lines = lines
        self._full = _FULL * width
        self.has_title = False  # the first line was kept, though others like it were not

    def lines(self) -> set[int]:
        """Return where the lines of pages stand."""
        sure = self._numbers()
        known = ((place, line) for place, line in enumerate(self._lines) if place not in sure)
        groups = [same for same in repeated(known) if _may_be_of_pages(same)]
        for same in groups:
            if not same.is_still and all(names_page(self._lines[at]) for at in same.places):
                sure.update(same.places)
        beside, within, at_ends = self._boundaries(sure, groups)
        gone = {*sure}
        for same in groups:
            if self._is_running({*same.places}, beside, within, at_ends):
                opens = same.places[0] == 0 and same.may_be_title
                self.has_title |= opens
                gone.update(same.places[opens:])
        return gone

    def _numbers(self) -> set[int]:
        """Return where numbers stand alone that count on, as only pages do, or are named so."""
        found = [
            (place, int(page[1]), names_page(line))
            for place, line in enumerate(self._lines)
            if (page := PAGE.fullmatch(line))
        ]
        counted = len(found) > 1 and all(b - a == 1 for (_, a, _), (_, b, _) in pairwise(found))
        return {place for place, _, named in found if counted or named}

    def _boundaries(
        self, sure: set[int], groups: Iterable[Repeated]
    ) -> tuple[set[int], set[int], set[int]]:
        """Return the places beside page numbers, within sentences, and at the text's ends."""
        beside: set[int] = set()
        within: set[int] = set()
        at_ends: set[int] = set()
        for run in _runs({*sure, *(place for same in groups for place in same.places)}):
            if len(run) > _MOST:  # the same text twice
                continue
            if not sure.isdisjoint(run):
                beside.update(run)
            elif self._interrupts(run):
                within.update(run)
            elif run.start == 0 or run.stop == len(self._lines):
                at_ends.update(run)
        return beside, within, at_ends

    def _interrupts(self, run: range) -> bool:
        """Say whether a sentence goes on behind lines that are too short to be a part of it."""
        if run.start == 0 or run.stop == len(self._lines):
            return False
        before, after = self._lines[run.start - 1], self._lines[run.stop]
        return (
            len(before) > self._full > 0
            and not ENDS_SENTENCE.search(before)
            and after[0].islower()
            and not _LABEL.match(after)
            and not any(self._is_full(place) for place in run)
        )

    def _is_full(self, place: int) -> bool:
        return len(self._lines[place]) > self._full

    def _is_running(
        self, places: set[int], beside: set[int], within: set[int], at_ends: set[int]
    ) -> bool:
        if any(map(self._is_full, places)):
            return len(places) >= _MANY and places <= beside | at_ends
        sure = len(places & (beside | within))
        known = sure + len(places & at_ends)
        return sure > 0 and known > 1 and (sure >= _MANY or 2 * known >= len(places))


def _may_be_of_pages(same: Repeated) -> bool:
    """Say whether lines stand as far apart as pages end, their numbers counting if they change."""
    gaps = [b - a for a, b in pairwise(same.places)]
    if any(gap < _APART for gap in (gaps[:-1] or gaps)):  # the last page may be short
        return False
    pages = range(len(same))
    return same.is_still or any(same.counts([step * page for page in pages]) for step in (1, 2))


def _runs(places: Iterable[int]) -> Iterator[range]:
    """Yield each run of neighbours among some places."""
    start = stop = -1
    for place in sorted(places):
        if place != stop:
            if start >= 0:
                yield range(start, stop)
            start = place
        stop = place + 1
    if start >= 0:
        yield range(start, stop)
