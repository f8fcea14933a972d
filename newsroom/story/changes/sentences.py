"""Where sentences begin and end in a text of Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"""
    \S                              # from its first letter or mark
    [^\n.?!…]*+                     # a line's end ends it too
    (?>(?:
        [.?!…]++ (?! [\"'”’)\]*_]*+ (?:\s|\Z) )   # a stop within: 10.05, Rp1.000, a.id
        [^\n.?!…]*+
    )*)
    (?: [.?!…]+ [\"'”’)\]*_]*+ )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text by where they start and end, blanks between them left out."""

    starts: list[int]
    ends: list[int]

    def at(self, place: int) -> tuple[int, int]:
        """Return start and end of the sentence that a letter at a place is in, or is behind."""
        number = max(bisect_right(self.starts, place) - 1, 0)
        if not self.starts:
            return place, place
        return self.starts[number], self.ends[number]

    def ends_within(self, start: int, end: int) -> bool:
        """Say whether a sentence ends at one of these places, the last one included."""
        number = bisect_right(self.ends, end)
        return number > 0 and self.ends[number - 1] >= start


def sentences(text: str) -> Sentences:
    """Find the sentences of a text.

    >>> found = sentences("Harga Rp1.000. “Naik.” Ya\\n\\nTidak")
    >>> list(zip(found.starts, found.ends))
    [(0, 14), (15, 22), (23, 25), (27, 32)]
    """
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return Sentences([start for start, _ in spans], [end for _, end in spans])
