"""Where a searched text stands in another, counted as Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left


class Hits:
    """All places of a query in a text, in order; offsets are UTF-16 units, end exclusive.

    Any space in the query matches a non-breaking one in the text, and the other way round.

    >>> hits = Hits("Rp5\\xa0juta 🙂 rp5 juta", "Rp5 juta")
    >>> hits.spans
    [(0, 8), (12, 20)]
    >>> hits.at(12), hits.at(3), hits.step(12, 1), hits.step(3, 1), hits.step(3, -1)
    (1, None, 0, 1, 0)
    """

    def __init__(self, text: str = "", query: str = "", *, case: bool = False) -> None:
        self.spans: list[tuple[int, int]] = []
        if not query:
            return
        flags = re.NOFLAG if case else re.IGNORECASE
        units, last = 0, 0
        for match in re.finditer(re.escape(_plain(query)), _plain(text), flags):
            units += _length(text[last : match.start()])
            last = match.start()
            self.spans.append((units, units + _length(match.group())))

    def __len__(self) -> int:
        return len(self.spans)

    def at(self, position: int) -> int | None:
        """Return which hit starts exactly there."""
        index = bisect_left(self.spans, (position, 0))
        starts_here = index < len(self.spans) and self.spans[index][0] == position
        return index if starts_here else None

    def after(self, position: int) -> int:
        """Return the first hit that starts there or later, round to the first; 0 if none is."""
        return bisect_left(self.spans, (position, 0)) % max(len(self.spans), 1)

    def step(self, position: int, by: int) -> int:
        """Return the next hit (``by`` 1) or the one before (-1), round at the ends."""
        here = self.at(position)
        if here is None:
            after = self.after(position)
            return after if by > 0 else (after - 1) % len(self.spans)
        return (here + by) % len(self.spans)


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
