"""Words whose affixes were mistyped, and not only their base: *diidolakna, menermati*.

``take_apart`` knows affixes only as they are rightly written. Here what stands where an
affix should is compared with each affix there is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from newsroom.language.affixes import NASAL_PREFIXES, prefixed
from newsroom.language.slips import slip_cost

_PLAIN = ("", "di", "ter", "ber", "per", "ke", "se", "memper", "diper", "keter", "keber")
# Each nasal, and what melted into it at the start of the base.
_NASALS = (
    ("", ""), ("n", ""), ("n", "t"), ("m", ""), ("m", "p"), ("ng", ""), ("ng", "k"), ("ny", "s"),
    ("nge", ""),
)  # fmt: skip
# Prefixes as they come out before a base, as they are called, and what melted into them.
_HEADS = (
    *((prefix, prefix, "") for prefix in _PLAIN),
    *((p + nasal, p, melted) for p in NASAL_PREFIXES for nasal, melted in _NASALS),
)
_TAILS = (
    "", "kan", "an", "i", "nya", "kannya", "annya", "inya", "lah", "kanlah", "nyalah", "pun",
)  # fmt: skip
_LONGEST = 7  # of what may be an affix with its slips
_SHORTEST = 4  # base


class Mender:
    """Finds the base that stands whole between damaged affixes.

    ``bases`` are the words that may be one. Whether what comes out is a word, it does not say.
    """

    def __init__(self, bases: Collection[str]) -> None:
        self._bases = bases

    def mend(self, word: str, most: float) -> Iterator[tuple[str, float]]:
        """Yield what may have been meant, with the cost of the slips, below ``most``."""
        tried = {word}
        for start in range(min(_LONGEST, len(word) - _SHORTEST) + 1):
            for prefix, melted in _heads_like(word[:start]):
                for end in range(max(start + _SHORTEST, len(word) - _LONGEST), len(word) + 1):
                    base = melted + word[start:end]
                    if base not in self._bases:
                        continue
                    for tail in _tails_like(word[end:]):
                        formed = prefixed(prefix, base) + tail
                        if formed in tried:
                            continue
                        tried.add(formed)
                        cost = slip_cost(word, formed)
                        if cost < most:
                            yield formed, cost


@lru_cache(4_000)
def _heads_like(head: str) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that may have been meant, each with the letter it melted."""
    return tuple((p, melted) for form, p, melted in _HEADS if OSA.distance(head, form) <= 1)


@lru_cache(4_000)
def _tails_like(tail: str) -> tuple[str, ...]:
    return tuple(other for other in _TAILS if OSA.distance(tail, other) <= 1)
