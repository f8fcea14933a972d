"""Where a searched text stands in another, counted as Qt counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hits:
    """Places in a text, in order; offsets are UTF-16 units, end exclusive.

    For a pattern, ``groups`` holds what its groups have found at each place, the whole
    first, and ``names`` the numbers of those that are named. ``found`` holds what stands
    at each place if that may be written in another case than what was asked for.

    >>> hits = Hits([(0, 8), (12, 20)])
    >>> hits.at(12), hits.at(3), hits.before(12), hits.before(13)
    (1, None, 1, 2)
    """

    spans: Sequence[tuple[int, int]] = ()
    groups: Sequence[tuple[str, ...]] = ()
    names: dict[str, int] = field(default_factory=dict)
    found: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.spans)

    def at(self, position: int) -> int | None:
        """Return which hit starts exactly there."""
        index = self.before(position)
        starts_here = index < len(self.spans) and self.spans[index][0] == position
        return index if starts_here else None

    def before(self, position: int) -> int:
        """Return how many hits start before a position."""
        return bisect_left(self.spans, (position, 0))
