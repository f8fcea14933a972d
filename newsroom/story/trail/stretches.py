"""Two states of a text as one run of stretches, with what was moved told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.two_texts import two_texts
from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose
from newsroom.story.trail.entry import Mark, Stretch

MARKS = {Kind.SAME: Mark.SAME, Kind.REMOVED: Mark.REMOVED, Kind.ADDED: Mark.ADDED}
_BEFORE = (Mark.SAME, Mark.REMOVED, Mark.MOVED_FROM)
_NOW = (Mark.SAME, Mark.ADDED, Mark.MOVED_TO)


def text_stretches(old: str, new: str) -> list[Stretch]:
    """Return both texts in one: what stayed, went, came, and what only stands elsewhere.

    >>> [f"{one.mark}: {one.text}" for one in text_stretches("Warga panen.", "Warga tanam.")]
    ['same: Warga ', 'removed: panen', 'added: tanam', 'same: .']
    """
    found = list(_laid_out(old, new, two_texts("", old, new).changes))
    if _joined(found, _BEFORE) == old and _joined(found, _NOW) == new:
        return found
    # Nothing may be shown that nobody wrote: without moves, it is what stands there.
    return [Stretch(MARKS[piece.kind], piece.text) for piece in compare_prose(old, new)]


def _joined(stretches: Sequence[Stretch], marks: Sequence[Mark]) -> str:
    return "".join(one.text for one in stretches if one.mark in marks)


def _laid_out(old: str, new: str, changes: Sequence[StoryChange]) -> Iterator[Stretch]:
    """Yield the stretches in the order in which both texts can be read."""
    moved = [one for one in changes if one.kind is ChangeKind.MOVED]
    gone = sorted(moved, key=lambda one: -one.old_start)
    came = sorted(moved, key=lambda one: -one.new_start)
    others = [one for one in changes if one.kind is not ChangeKind.MOVED]
    edits = sorted(others, key=lambda one: (-one.old_start, -one.new_start))
    at = now = 0
    while True:
        left = [one[-1].old_start for one in (gone, edits) if one]
        right = [one[-1].new_start for one in (came, edits) if one]
        length = min(min(left, default=len(old)) - at, min(right, default=len(new)) - now)
        if length > 0:
            yield Stretch(Mark.SAME, new[now : now + length])
            at, now = at + length, now + length
        if gone and gone[-1].old_start <= at:
            at = gone[-1].old_end
            yield Stretch(Mark.MOVED_FROM, gone.pop().old)
        elif came and came[-1].new_start <= now:
            now = came[-1].new_end
            yield Stretch(Mark.MOVED_TO, came.pop().new)
        elif edits:
            edit = edits.pop()
            at, now = edit.old_end, edit.new_end
            if edit.old:
                yield Stretch(Mark.REMOVED, edit.old)
            if edit.new:
                yield Stretch(Mark.ADDED, edit.new)
        else:
            return
