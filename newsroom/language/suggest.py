"""What may have been meant by a word that is none, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from newsroom.language.affixes import Parts, take_apart
from newsroom.language.lexicon import ROOT, Lexicon
from newsroom.language.mended import Mender
from newsroom.language.neighbours import Neighbours
from newsroom.language.slips import slip_cost

# How much a slip counts against how common the word is: one slip for this many powers of ten.
_SLIP = 2.6
_FAR = 2.6  # the cost from which on a word can hardly have been meant
_WEIGHED = 40  # candidates that are looked at closely
_BASES = 5
_AFFIXED = 7  # letters of a word whose affixes may be damaged
_RANKED = 16  # how many of those are judged one by one
_LOOSE = 1.6  # against a word that is merely in use: names, English, what is in no dictionary
_SURE = 1.0  # a slip so small that what it leads to needs no rivals of another kind
_CLEAR = 1.2
_KNOWN = 3.5
_DERIVED = 0.6  # against a derived word that no list holds
_SPLIT = 1.0  # the cost of a forgotten space
_COMMON = 4.3  # both halves of a split must be this common


class Suggester:
    """Suggests words of the lexicon, and words rightly formed from its roots.

    ``is_word`` says whether a word in lower case is right: only such are suggested.
    ``is_standard`` says whether it is more than merely in use.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        neighbours: Neighbours,
        is_word: Callable[[str], bool],
        is_standard: Callable[[str], bool],
    ) -> None:
        self._zipf = lexicon.zipf
        self._neighbours = neighbours
        self._is_word = is_word
        self._is_standard = cache(is_standard)
        self._mender = Mender(lexicon.zipf, is_word)
        self._close = cache(self._close_words)
        self._bases = cache(self._close_bases)

    def suggest(self, word: str, limit: int) -> list[str]:
        """Return up to ``limit`` words for one in lower case."""
        scores: dict[str, float] = {}
        close = self._close(word)
        for other, cost in close:
            scores[other] = self._zipf[other] - _SLIP * cost
        if not self._is_clear(close, _SURE):
            for other, cost in self._derived(word):
                score = max(ROOT, self._zipf.get(other, 0.0)) - _DERIVED - _SLIP * cost
                scores.setdefault(other, score)
            if len(word) >= _AFFIXED:
                for other, cost in self._mender.mend(word, _FAR):
                    score = max(ROOT, self._zipf.get(other, 0.0)) - _DERIVED - _SLIP * cost
                    scores.setdefault(other, score)
        for halves, zipf in self._split(word):
            scores[halves] = zipf - _SLIP * _SPLIT
        best = sorted(scores, key=lambda other: (-scores[other], other))[:_RANKED]
        best = [other for other in best if " " in other or self._is_word(other)]
        for other in best:
            if " " not in other and not self._is_standard(other):
                scores[other] -= _LOOSE
        return sorted(best, key=lambda other: (-scores[other], other))[:limit]

    def is_slip_of(self, word: str, cost: float, zipf: float) -> bool:
        """Say whether a word is within a slip's cost of a word so common."""
        return any(near <= cost and self._zipf[other] >= zipf for other, near in self._close(word))

    def _close_words(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return words of the lexicon near a word, with the cost of the slip."""
        near = self._neighbours
        found = near.one_edit(word)
        weighed = self._weighed(word, found)
        if len(word) > 3 and not self._is_clear(weighed, _SURE):
            found |= near.two_edits(word)
            weighed = self._weighed(word, found)
            if len(word) > 3 and not self._is_clear(weighed, _CLEAR):
                weighed = self._weighed(word, found | near.two_edits(word, any_start=True))
        return weighed

    def _close_bases(self, base: str) -> tuple[tuple[str, float], ...]:
        """Return the roots that may have been meant by one with affixes around it."""
        found = self._neighbours.one_edit(base)
        if len(base) > 4:
            found |= self._neighbours.two_edits(base)
        return self._weighed(base, found)[:_BASES]

    def _is_clear(self, weighed: Iterable[tuple[str, float]], cost: float) -> bool:
        """Say whether a common word is near enough to look no further."""
        return any(near < cost and self._zipf[other] > _KNOWN for other, near in weighed)

    def _weighed(self, word: str, found: set[str]) -> tuple[tuple[str, float], ...]:
        zipf = self._zipf
        kept = sorted(found, key=lambda other: (-zipf[other], other))[:_WEIGHED]
        costs = ((other, slip_cost(word, other)) for other in kept)
        return tuple(sorted(((o, cost) for o, cost in costs if cost < _FAR), key=lambda x: x[1]))

    def _derived(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield words with the same affixes on a base that is nearly the one typed."""
        for parts in _affixed(take_apart(word)):
            for base, cost in self._bases(parts.base):
                formed = parts.join(base)
                if formed != word and self._is_word(formed):
                    yield formed, cost

    def _split(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield two common words between which the space was forgotten."""
        for at in range(2, len(word) - 1):
            first, second = word[:at], word[at:]
            zipf = min(self._zipf.get(first, 0.0), self._zipf.get(second, 0.0))
            if zipf >= _COMMON:
                yield f"{first} {second}", zipf


def _affixed(ways: Iterable[Parts]) -> Iterator[Parts]:
    return (parts for parts in ways if (parts.prefix or parts.tail) and len(parts.base) > 2)
