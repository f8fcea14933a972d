"""What two texts have in common at both ends."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T", str, bytes)


def common_ends(one: T, other: T) -> tuple[int, int]:
    """Return how long the beginning and the end are that two texts share; they do not overlap.

    >>> common_ends("Warga panen padi.", "Warga tanam padi.")
    (6, 6)
    """
    most = min(len(one), len(other))
    start = _common_start(one, other, most)
    return start, _common_end(one, other, most - start)


def _common_start(one: T, other: T, most: int) -> int:
    """Halve the stretch in doubt: comparing slices is many times quicker than letter by letter."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _common_end(one: T, other: T, most: int) -> int:
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if (
            one[len(one) - middle : len(one) - least]
            == other[len(other) - middle : len(other) - least]
        ):
            least = middle
        else:
            most = middle - 1
    return least
