"""A text with its changes in it, as runs in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.ui.changes.wording import is_marked_up

_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")  # between two paragraphs
_ENDS = re.compile(r"\n[^\S\n]*\n\s*\Z")


class Shown(StrEnum):
    """What a run is to who reads it."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    GONE = "gone"  # it stood here, and stands elsewhere now
    CAME = "came"  # it stands here, and stood elsewhere
    FORMER = "former"  # the same words as they were marked up before
    MARKED = "marked"  # and as they are now


LEFT = frozenset({Shown.SAME, Shown.REMOVED, Shown.GONE, Shown.FORMER})
RIGHT = frozenset({Shown.SAME, Shown.ADDED, Shown.CAME, Shown.MARKED})
INLINE = (LEFT | RIGHT) - {Shown.FORMER}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one can say one thing of; ``change`` numbers its change."""

    text: str
    shown: Shown = Shown.SAME
    change: int = -1


Row = tuple[Run, ...]


def runs(now: str, changes: Sequence[tuple[int, StoryChange]]) -> Iterator[Run]:
    """Yield a text as it is now with its changes, each with its number, in their places.

    >>> change = StoryChange("body", ChangeKind.REPLACED, 6, 11, 6, 11, "panen", "tanam")
    >>> [run.text for run in runs("Warga tanam padi", [(0, change)])]
    ['Warga ', 'panen', 'tanam', ' padi']
    """
    moved = [pair for pair in changes if pair[1].kind is ChangeKind.MOVED]
    gone = sorted(moved, key=lambda pair: pair[1].old_start, reverse=True)
    then = at = 0  # in the text as it was, and as it is now
    for number, change in sorted(changes, key=lambda pair: (pair[1].new_start, pair[1].new_end)):
        length = change.new_start - at
        while gone and gone[-1][1].old_start <= then + length:
            step = max(gone[-1][1].old_start - then, 0)
            yield from _text(now[at : at + step])
            away, left = gone.pop()
            yield from _text(left.old, Shown.GONE, away)
            then, at, length = left.old_end, at + step, length - step
        yield from _text(now[at : change.new_start])
        at = change.new_end
        if change.kind is ChangeKind.MOVED:
            then += max(length, 0)
            yield from _text(change.new, Shown.CAME, number)
            continue
        then = change.old_end
        yield from _both(number, change)
    for away, left in reversed(gone):
        step = max(left.old_start - then, 0)
        yield from _text(now[at : at + step])
        yield from _text(left.old, Shown.GONE, away)
        then, at = left.old_end, at + step
    yield from _text(now[at:])


def rows(of: Iterator[Run]) -> tuple[Row, ...]:
    """Return runs in rows that end where a paragraph ends in both texts.

    So two columns of them stand beside each other. A paragraph that is in one text alone has
    a row of its own where that cuts none of the other.
    """
    done: list[Row] = []
    row: list[Run] = []

    def end() -> None:
        if row:
            done.append(tuple(row))
            row.clear()

    for run in of:
        if run.shown is not Shown.SAME:
            row.append(run)
            other = RIGHT if run.shown in LEFT else LEFT
            if _ENDS.search(run.text) and not any(one.shown in other for one in row):
                end()
            continue
        for number, part in enumerate(_BREAK.split(run.text)):
            if number:
                end()
            if part:
                row.append(Run(part))
    end()
    return tuple(done)


def _both(number: int, change: StoryChange) -> Iterator[Run]:
    """Yield what went and what came in its place; blanks that both begin with stay."""
    is_format = bool(change.new.strip()) and is_marked_up(change)
    ahead = zip(change.old, change.new, strict=False)
    blank = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), ahead))
    yield from _text(change.new[:blank])
    yield from _text(change.old[blank:], Shown.FORMER if is_format else Shown.REMOVED, number)
    yield from _text(change.new[blank:], Shown.MARKED if is_format else Shown.ADDED, number)


def _text(text: str, shown: Shown = Shown.SAME, change: int = -1) -> Iterator[Run]:
    if text:
        yield Run(text, shown, change)
