"""How likely it is that one word was typed for another.

The cost of a slip is small where fingers or ears slip often: neighbouring keys,
swapped, dropped and doubled letters, and the letters that Indonesians confuse
(e/i, y/i, f/v/p, k/h, d/t, b/p, s/z, a silent h).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CONFUSED = (
    "ei",
    "yi",
    "fv",
    "fp",
    "vp",
    "kh",
    "dt",
    "bp",
    "sz",
    "ck",
    "ou",
    "jz",
    "xs",
    "qk",
    "ae",
)

_NEIGHBOUR = 0.75
_CONFUSION = 0.6
_SUBSTITUTION = 1.25
_SWAP = 0.7
_DOUBLED = 0.55
_SILENT = 0.65
_DROPPED = 0.7
_ADDED = 0.9
_ADDED_NEIGHBOUR = 0.7
_ENDING = 0.5  # the a of -an and -kan, which fingers in a hurry leave out
_FIRST = 0.25  # more, for a slip in the first letter: that one is seldom wrong


def _neighbours() -> Iterator[tuple[str, str]]:
    for row, letters in enumerate(_ROWS):
        for at, letter in enumerate(letters):
            for other_row in range(max(0, row - 1), min(3, row + 2)):
                for other in _ROWS[other_row][max(0, at - 1) : at + 2]:
                    if other != letter:
                        yield letter, other


_NEAR = frozenset(_neighbours())
_ALIKE = frozenset(pair for two in _CONFUSED for pair in ((two[0], two[1]), (two[1], two[0])))


@lru_cache(4_000)  # who looks further afield weighs the near ones again
def slip_cost(typed: str, meant: str, most: float = 3.0) -> float:
    """Return the cost of having typed one word for another; ``most`` or more is hopeless.

    >>> slip_cost("efesien", "efisien") < slip_cost("efesien", "efektif")
    True
    >>> slip_cost("buku", "buku")
    0.0
    """
    if typed == meant:
        return 0.0
    # What both have at their ends was typed right; only what lies between is compared.
    start = 0
    while typed[start : start + 1] == meant[start : start + 1]:
        start += 1
    end = 0
    most_shared = min(len(typed), len(meant)) - start
    while end < most_shared and typed[-1 - end] == meant[-1 - end]:
        end += 1
    rows, columns = len(typed) - end - start, len(meant) - end - start + 1
    band = int(most) + 1
    before: list[float] = []
    last = [0.0]
    for at in range(1, columns):
        last.append(last[-1] + _missing(meant, start + at - 1))
    for row in range(1, rows + 1):
        letter = typed[start + row - 1]
        now = [most] * columns
        extra = _extra(typed, start + row - 1)
        first = max(0, row - band)
        if first == 0:
            now[0] = last[0] + extra
        for at in range(max(1, first), min(columns, row + band + 1)):
            wanted = meant[start + at - 1]
            if letter == wanted:
                cost = last[at - 1]
            else:
                cost = last[at - 1] + _exchanged(letter, wanted, start + at - 1)
                if last[at] + extra < cost:
                    cost = last[at] + extra
                missing = now[at - 1] + _missing(meant, start + at - 1)
                if missing < cost:
                    cost = missing
                if (
                    row > 1
                    and at > 1
                    and letter == meant[start + at - 2]
                    and typed[start + row - 2] == wanted
                    and before[at - 2] + _SWAP < cost
                ):
                    cost = before[at - 2] + _SWAP
            now[at] = cost
        before, last = last, now
    return min(last[-1], most)


def _exchanged(typed: str, meant: str, at: int) -> float:
    cost = _SUBSTITUTION
    if (typed, meant) in _ALIKE:
        cost = _CONFUSION
    elif (typed, meant) in _NEAR:
        cost = _NEIGHBOUR
    return cost + _FIRST if at == 0 else cost


def _missing(meant: str, at: int) -> float:
    """Return the cost of having left a letter out."""
    letter = meant[at]
    if at and meant[at - 1] == letter:
        return _DOUBLED
    if letter == "a" and at == len(meant) - 2 and meant.endswith("an"):
        return _ENDING
    cost = _SILENT if letter == "h" else _DROPPED
    return cost + _FIRST if at == 0 else cost


def _extra(typed: str, at: int) -> float:
    """Return the cost of having typed a letter too many."""
    letter = typed[at]
    near = typed[at - 1 : at] + typed[at + 1 : at + 2]
    if letter in near:
        return _DOUBLED
    if letter == "h":
        return _SILENT
    if any((letter, other) in _NEAR for other in near):
        return _ADDED_NEIGHBOUR
    return _ADDED + _FIRST if at == 0 else _ADDED
