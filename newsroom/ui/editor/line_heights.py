"""How tall the lines of a long text are, and where each begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class LineHeights:
    """Heights of consecutive lines, in pixels, with the place of each.

    Where lines begin is added up only as far as it is asked for, so that a change in the
    middle of a long text costs no more than one in a short text.

    >>> heights = LineHeights([20, 10, 30])
    >>> heights.top(2), heights.total, heights.at(25), heights.at(999)
    (30.0, 60.0, 1, 2)
    >>> heights.replace(1, 1, [5, 5]); heights.top(3), heights.total
    (30.0, 60.0)
    """

    def __init__(self, heights: Sequence[float] = ()) -> None:
        self._heights = [float(height) for height in heights]
        self._tops = [0.0]  # of the first lines; the rest is not added up yet
        self.total = sum(self._heights, 0.0)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, line: int) -> float:
        return self._heights[line]

    def set(self, line: int, height: float) -> None:
        """Give one line another height."""
        self.replace(line, 1, [height])

    def replace(self, first: int, removed: int, heights: Sequence[float]) -> None:
        """Put other lines in the place of some."""
        old = self._heights[first : first + removed]
        self.total += sum(heights) - sum(old)
        self._heights[first : first + removed] = heights
        del self._tops[first + 1 :]

    def top(self, line: int) -> float:
        """Return where a line begins."""
        tops = self._tops
        while len(tops) <= line:
            tops.append(tops[-1] + self._heights[len(tops) - 1])
        return tops[line]

    def at(self, y: float) -> int:
        """Return the line that a height lies in: the first above all, the last below."""
        tops = self._tops
        while tops[-1] <= y and len(tops) < len(self._heights):
            tops.append(tops[-1] + self._heights[len(tops) - 1])
        return max(0, min(bisect_right(tops, y), len(self._heights)) - 1)
