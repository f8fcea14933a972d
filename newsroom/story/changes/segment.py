"""A stretch of two texts that are set beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SAME = -1


@dataclass(frozen=True, slots=True)
class Segment:
    """Code points ``old`` to ``old_end`` of one text, and what stands there in the other.

    ``change`` numbers what differs; it is ``SAME`` where nothing does. What was moved is two
    segments of one number, each of them empty on one side.
    """

    old: int
    old_end: int
    new: int
    new_end: int
    change: int = SAME

    @property
    def is_same(self) -> bool:
        """True where both texts are the same."""
        return self.change == SAME

    @property
    def is_empty(self) -> bool:
        """True where there is nothing in either text."""
        return self.old == self.old_end and self.new == self.new_end


def joined(segments: Iterable[Segment]) -> list[Segment]:
    """Make one of those that touch and are alike: both the same, or both of one change."""
    whole: list[Segment] = []
    for one in segments:
        last = whole[-1] if whole else None
        if one.is_empty:
            continue
        if last and last.change == one.change:
            whole[-1] = Segment(last.old, one.old_end, last.new, one.new_end, one.change)
        else:
            whole.append(one)
    return whole
