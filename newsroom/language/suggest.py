"""What may have been meant by a word that is none, the likeliest first."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from heapq import heappush, heappushpop

from newsroom.language.affixes import Parts, take_apart
from newsroom.language.formation import FORMS
from newsroom.language.lexicon import ROOT, Lexicon
from newsroom.language.mended import Mender
from newsroom.language.neighbours import Neighbours
from newsroom.language.slips import slip_cost

# How much a slip counts against how common the word is: one slip for this many powers of ten.
_SLIP = 2.6
_TWICE = 5.0  # against a word two slips away, over the length: the shorter, the seldomer
_FAR = 2.6  # the cost from which on a word can hardly have been meant
_BASES = 5
_SHORT_BASE = 3
_LONG_BASE = 6  # letters of a base in which two slips are looked for
_AFFIXED = 7  # letters of a word whose affixes may be damaged
_RANKED = 12  # how many near words are enough
_LOOSE = 1.8  # against a word that is merely in use: names, English, what is in no dictionary
_SURE = 1.0  # a slip so small that what it leads to needs no rivals of another kind
_KNOWN = 3.5
_LEAST = 0.5  # the cost of the smallest slip
_DERIVED = 0.8  # against a derived word that no list holds
_DERIVED_AT_BEST = ROOT - _DERIVED - _SLIP * _LEAST
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
        self._mender = Mender(lexicon.zipf)
        self._close = cache(self._close_words)
        self._bases = cache(self._close_bases)

    def suggest(self, word: str, limit: int) -> list[str]:
        """Return up to ``limit`` words for one in lower case."""
        scores: dict[str, float] = {}
        close = self._close(word)
        for other, cost in close:
            scores[other] = self._zipf[other] - _SLIP * cost
        rivals = sum(score > _DERIVED_AT_BEST for score in scores.values())
        if rivals < limit and not self._is_clear(close, _SURE):
            for other, cost in self._derived(word):
                score = max(ROOT, self._zipf.get(other, 0.0)) - _DERIVED - _SLIP * cost
                scores.setdefault(other, score)
            if len(word) >= _AFFIXED:
                for other, cost in self._mender.mend(word, _FAR):
                    score = max(ROOT, self._zipf.get(other, 0.0)) - _DERIVED - _SLIP * cost
                    scores.setdefault(other, score)
        for halves, zipf in self._split(word):
            scores[halves] = zipf - _SLIP * _SPLIT
        return self._best(scores, limit)

    def _best(self, scores: dict[str, float], limit: int) -> list[str]:
        """Return the best of what may be words, judging no more of them than it takes."""
        ranked: list[tuple[float, str]] = []
        for other in sorted(scores, key=lambda other: (-scores[other], other)):
            score = scores[other]
            if len(ranked) >= limit and -score > ranked[limit - 1][0]:
                break
            if " " not in other:
                if not self._is_word(other):
                    continue
                if not self._is_standard(other):
                    score -= _LOOSE
            insort(ranked, (-score, other))
        return [other for _, other in ranked[:limit]]

    def is_slip_of(self, word: str, cost: float, zipf: float) -> bool:
        """Say whether a word is one slip, within that cost, away from a word so common."""
        return any(
            self._zipf[other] >= zipf and slip_cost(word, other) <= cost
            for other in self._neighbours.one_edit(word)
        )

    def _close_words(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the likeliest words of the lexicon near a word, with the cost of the slips."""
        near = self._neighbours
        once = near.one_edit(word)
        if len(word) < 3:
            return self._weighed(word, once, set())
        return self._weighed(word, once, near.two_edits(word) | near.two_edits_at_start(word))

    def _close_bases(self, base: str) -> tuple[tuple[str, float], ...]:
        """Return the roots that may have been meant by one with affixes around it."""
        near = self._neighbours
        twice = near.two_edits(base) if len(base) > _LONG_BASE else set[str]()
        return self._weighed(base, near.one_edit(base), twice)[:_BASES]

    def _is_clear(self, weighed: Iterable[tuple[str, float]], cost: float) -> bool:
        """Say whether a common word is near enough to look no further."""
        return any(near < cost and self._zipf[other] > _KNOWN for other, near in weighed)

    def _weighed(self, word: str, once: set[str], twice: set[str]) -> tuple[tuple[str, float], ...]:
        """Return the likeliest of the words one slip away and two, the smallest slips first.

        Two slips cost what is against them besides, shared out over their costs.
        """
        zipf = self._zipf
        against = _TWICE / len(word) / _SLIP
        least = [(zipf[other] - _SLIP * _LEAST, other, 0.0) for other in once]
        least += [
            (zipf[other] - _SLIP * (2 * _LEAST + against), other, against) for other in twice - once
        ]
        best: list[float] = []
        weighed: list[tuple[str, float]] = []
        for most, other, more in sorted(least, reverse=True):
            # The rest, however small their slips, can't be among the best any more.
            if len(best) == _RANKED and most < best[0]:
                break
            cost = slip_cost(word, other)
            if cost < _FAR:
                weighed.append((other, cost + more))
                score = zipf[other] - _SLIP * (cost + more)
                heappush(best, score) if len(best) < _RANKED else heappushpop(best, score)
        return tuple(sorted(weighed, key=lambda x: x[1]))

    def _derived(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield what has the same affixes on a base that is nearly the one typed."""
        for parts in _affixed(take_apart(word)):
            for base, cost in self._bases(parts.base):
                formed = parts.join(base)
                if formed != word:
                    yield formed, cost

    def _split(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield two common words between which the space was forgotten."""
        for at in range(2, len(word) - 1):
            first, second = word[:at], word[at:]
            zipf = min(self._zipf.get(first, 0.0), self._zipf.get(second, 0.0))
            if zipf >= _COMMON:
                yield f"{first} {second}", zipf


def _affixed(ways: Iterable[Parts]) -> Iterator[Parts]:
    """Yield the ways in which a word has affixes that go together around a base long enough."""
    return (
        parts
        for parts in ways
        if (parts.prefix or parts.tail)
        and len(parts.base) > _SHORT_BASE
        and (not parts.suffix or parts.suffix in FORMS.get(parts.prefix, ()))
    )
