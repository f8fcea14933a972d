"""The words of the lexicon that are spelt nearly like another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from newsroom.language.edits import edits

_COMMON = 3.3
_IN_USE = 2.5  # rarer words than these are seldom written, let alone with two slips


class Neighbours:
    """Finds words within one or two edits (letters dropped, added, exchanged, swapped).

    ``words`` says of each how common it is, as ``Lexicon.zipf`` does.
    """

    def __init__(self, words: Mapping[str, float]) -> None:
        self._words = words

    @cached_property
    def _by_start(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The words in use by their first letter and their length."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word, zipf in self._words.items():
            if zipf >= _IN_USE:
                found[word[:1], len(word)].append(word)
        return found

    @cached_property
    def _by_rest(self) -> Mapping[str, Sequence[str]]:
        """The common words by what follows their first letter."""
        found: dict[str, list[str]] = defaultdict(list)
        for word, zipf in self._words.items():
            if zipf >= _COMMON:
                found[word[1:]].append(word)
        return found

    @cached_property
    def _runs(self) -> frozenset[str]:
        """The runs of three letters that more than one word in use has."""
        runs = Counter(
            run for word, zipf in self._words.items() if zipf >= _IN_USE for run in _threes(word)
        )
        return frozenset(run for run, count in runs.items() if count > 1)

    def has_usual_letters(self, word: str) -> bool:
        """Say whether all letters of a word stand together in words in use as well."""
        return self._runs.issuperset(_threes(word))

    def one_edit(self, word: str) -> set[str]:
        """Return the words one edit away."""
        words = self._words
        return {other for other in edits(word) if other in words and other != word}

    def two_edits(self, word: str) -> set[str]:
        """Return the words in use up to two edits away that begin alike."""
        found = self._alike(word, 2)
        found.discard(word)
        return found

    def two_edits_at_start(self, word: str) -> set[str]:
        """Return the common words that begin otherwise, with one further edit after that.

        The first letter is seldom wrong, and looking at every word takes long: so only
        words are found that have at most one edit in what follows it.
        """
        words, by_rest = self._words, self._by_rest
        found: set[str] = set()
        rest = word[1:]
        for other in edits(rest):
            if other in by_rest:  # the first letter exchanged
                found.update(by_rest[other])
            if words.get(other, 0.0) >= _COMMON:  # a letter too many
                found.add(other)
        for other in edits(word):
            if other in by_rest:  # left out
                found.update(by_rest[other])
        swapped = rest[:1] + word[:1] + rest[1:]
        found |= {other for other in self._alike(swapped, 1) if words[other] >= _COMMON}
        found.discard(word)
        return found

    def _alike(self, word: str, most: int) -> set[str]:
        """Return words in use within so many edits that begin alike, the word itself among them."""
        found: set[str] = set()
        for length in range(len(word) - most, len(word) + most + 1):
            hits = process.extract(
                word,
                self._by_start.get((word[:1], length), ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
                processor=None,
            )
            found.update([hit[0] for hit in hits])
        return found


def _threes(word: str) -> list[str]:
    return [word[at : at + 3] for at in range(len(word) - 2)]
