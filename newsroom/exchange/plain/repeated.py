"""Lines that recur in a text, alike but for a number that counts pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

PAGE = re.compile(
    r"[-–—|]?\s*(?:(?:halaman|hal\.?|hlm\.?|page)\s+)?(\d{1,4})(?:\s*(?:dari|of|/)\s*\d{1,4})?"
    r"\s*[-–—|]?",
    re.IGNORECASE,
)
"""A line that is nothing but a page's number."""

_NAMES_PAGE = re.compile(
    r"\b(?:halaman|hal\.?|hlm\.?|page)\s*\d{1,4}\b|\b\d{1,4}\s*(?:dari|of)\s*\d{1,4}\s*\Z"
    r"|\|\s*\d{1,4}\s*\Z|\A\s*\d{1,4}\s*\||\w[.@]\w\S*\s+\d{1,4}(?:/\d{1,4})?\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,9}")
_ITEM = re.compile(r"(?:[-*+•·▪●○>]|\(?(?:\d{1,3}|[a-z])[.)])\s")
_ADDRESS = re.compile(r"\w[.@]\w")
_LONGEST = 120  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may recur: its place among others, its words, its numbers."""

    place: int
    key: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Lines that are alike but for their numbers, in their order."""

    lines: tuple[Line, ...]

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def places(self) -> list[int]:
        """Where they stand."""
        return [line.place for line in self.lines]

    @property
    def is_still(self) -> bool:
        """Say whether their numbers, if they have any, are the same in all."""
        return len({line.numbers for line in self.lines}) == 1

    @property
    def may_be_title(self) -> bool:
        """Say whether they are words alone, as a title is that runs above each page."""
        return not self.lines[0].numbers

    def counts(self, pages: Sequence[int]) -> bool:
        """Say whether just one of their numbers goes on as their pages do, all else the same."""
        steps = {b - a for a, b in pairwise(pages)}
        moving = [column for column in zip(*self._numbers, strict=True) if len({*column}) > 1]
        if len(moving) != 1:
            return False
        return all(
            later - earlier == b - a
            for (earlier, later), (a, b) in zip(pairwise(moving[0]), pairwise(pages), strict=True)
        ) and bool(steps)

    @property
    def _numbers(self) -> list[tuple[int, ...]]:
        return [line.numbers for line in self.lines]


def names_page(text: str) -> bool:
    """Say whether a line names the page that it stands on.

    >>> names_page("Siaran Pers | Halaman 2 dari 5"), names_page("Tahap 2")
    (True, False)
    """
    return bool(_NAMES_PAGE.search(text))


def repeated(lines: Iterable[tuple[int, str]]) -> list[Repeated]:
    """Return which of these lines, each with its place, recur and may be those of pages."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for place, line in lines:
        text = " ".join(line.split())
        if _may_run(text):
            numbers = tuple(int(number) for number in _NUMBER.findall(text))
            key = _NUMBER.sub("#", text)
            alike[key].append(Line(place, key, numbers))
    return [Repeated(tuple(same)) for same in alike.values() if len(same) > 1]


def _may_run(text: str) -> bool:
    """Say whether a line looks like one that is put on pages: no item, no part of a sentence."""
    if not 1 < len(text) <= _LONGEST or _ITEM.match(text) or not any(map(str.isalpha, text)):
        return False
    return not text[0].islower() or names_page(text) or bool(_ADDRESS.search(text))
