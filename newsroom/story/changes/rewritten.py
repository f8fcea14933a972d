"""Seeing that words were rewritten as a whole, though a few of them are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsroom.story.changes.segment import Segment

_LITTLE = 2  # times shorter than the changes on both sides
_END = re.compile(r"[.?!…]|\n")
_MARK = re.compile(r"[^\w\s]")


def rewritten(segments: Iterable[Segment], old: str, new: str) -> list[Segment]:
    """Make one of changes in a sentence that far outweigh all that is the same between them.

    So it is with what else changed there, and with changes that but one mark parts: ``",``
    that became ``,”``. All changes have one number yet.
    """
    done: list[Segment] = []
    for one in segments:
        done.append(one)
        while not done[-1].is_same and (at := _begins(done, old, new)) < len(done) - 1:
            first, last = done[at], done[-1]
            whole = Segment(first.old, last.old_end, first.new, last.new_end, last.change)
            done[at:] = [whole]
    return done


def _begins(done: list[Segment], old: str, new: str) -> int:
    """Return the number of the first segment that is one with the last, a change."""
    at = begin = len(done) - 1
    most, same = _size(done[at], old, new) // _LITTLE, 0
    while at >= 2:
        between = new[done[at - 1].new : done[at - 1].new_end]
        is_mark = at == begin and _MARK.fullmatch(between)
        if _END.search(between):
            break
        same += _letters(between)
        at -= 2
        if is_mark or same <= min(most, _size(done[at], old, new) // _LITTLE):
            begin = at
        elif same > most:
            break
    return begin


def _size(change: Segment, old: str, new: str) -> int:
    return max(
        _letters(old[change.old : change.old_end]), _letters(new[change.new : change.new_end])
    )


def _letters(text: str) -> int:
    """Return how long a text is without its blanks."""
    return len("".join(text.split()))
