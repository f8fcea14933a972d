"""Lists in which a thing stands once, made one: what each side added and took out."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def merge_lists(base: Sequence[T], early: Sequence[T], late: Sequence[T]) -> tuple[T, ...]:
    """Return a list with what both sides added to the old one, without what either took out.

    The order is that of the side that changed it, of the late one if both did.

    >>> merge_lists(["a", "b"], ["a", "b", "c"], ["d", "b"])
    ('d', 'b', 'c')
    """
    if list(early) == list(late) or list(late) == list(base):
        return tuple(early)
    if list(early) == list(base):
        return tuple(late)
    old, one, other = set(base), set(early), set(late)
    members = (one & other) | (one - old) | (other - old)
    first, second = (early, late) if _keeps_order(base, late) else (late, early)
    merged = [item for item in dict.fromkeys(first) if item in members]
    at = 0
    for item in dict.fromkeys(second):
        if item not in members:
            continue
        if item not in merged:
            merged.insert(at, item)
        at = merged.index(item) + 1
    return tuple(merged)


def _keeps_order(base: Sequence[T], side: Sequence[T]) -> bool:
    """Say whether what a side kept of a list is in the order that it was in."""
    kept = set(side)
    old = [item for item in dict.fromkeys(base) if item in kept]
    known = set(old)
    return old == [item for item in dict.fromkeys(side) if item in known]
