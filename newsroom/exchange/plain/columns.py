"""Two columns that were copied side by side, a line of each in one, set one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)|\A[ ]{12,}(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_LINES = 5  # that have both columns
_FEWEST_WORDS = 3  # in a line of either column, taken together; fewer are a table's
_INDENT = 4  # blanks by which the first line of a paragraph may be set in
_SHARE = 0.8  # of the lines with both columns, whose right one begins at the same place


def one_column(lines: Sequence[str]) -> list[str]:
    """Return the lines with columns that stand side by side one below the other.

    Only columns of prose are taken apart: the rows of a table stay as they are.
    """
    if len(lines) < _FEWEST_LINES:
        return [*lines]
    starts = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    if starts.total() < _FEWEST_LINES:
        return [*lines]
    at = max(starts, key=lambda start: (starts[start], start))
    done: list[str] = []
    for part in _parts(lines, at):
        if _are_columns(part, at):
            done += [line[:at].rstrip() for line in part]
            done += [line[at:].rstrip() for line in part]
        else:
            done += part
    return done


def _parts(lines: Sequence[str], at: int) -> Iterator[list[str]]:
    """Yield stretches of lines that are written across the right column's edge, or not."""
    part: list[str] = []
    was_free = True
    for line in lines:
        is_free = not line[max(at - 2, 0) : at].strip()
        if part and line.strip() and is_free != was_free:
            yield part
            part = []
        part.append(line)
        was_free = is_free if line.strip() else was_free
    yield part


def _are_columns(lines: Sequence[str], at: int) -> bool:
    """Say whether prose stands on both sides of a place in these lines."""
    both = [(line[:at], line[at:]) for line in lines if line[:at].strip() and line[at:].strip()]
    if len(both) < _FEWEST_LINES:
        return False
    even = sum(left.endswith("  ") and _set_in(right) <= _INDENT for left, right in both)
    words = [sum(len(_WORD.findall(text)) for text in side) for side in zip(*both, strict=True)]
    return even >= _SHARE * len(both) and min(words) >= _FEWEST_WORDS * len(both)


def _set_in(text: str) -> int:
    return len(text) - len(text.lstrip())
