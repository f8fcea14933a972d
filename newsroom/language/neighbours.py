"""The words of the lexicon that are spelt nearly like another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from newsroom.language.edits import edits

_COMMON = 3.3


class Neighbours:
    """Finds words within one or two edits (letters dropped, added, exchanged, swapped).

    ``words`` says of each how common it is, as ``Lexicon.zipf`` does.
    """

    def __init__(self, words: Mapping[str, float]) -> None:
        self._words = words

    @cached_property
    def _by_start(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """All words by their first letter and their length."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._words:
            found[word[:1], len(word)].append(word)
        return found

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        """The common words by their length."""
        found: dict[int, list[str]] = defaultdict(list)
        for word, zipf in self._words.items():
            if zipf >= _COMMON:
                found[len(word)].append(word)
        return found

    def one_edit(self, word: str) -> set[str]:
        """Return the words one edit away."""
        return {other for other in edits(word) if other in self._words and other != word}

    def two_edits(self, word: str, *, any_start: bool = False) -> set[str]:
        """Return the words up to two edits away that begin alike, or all common ones.

        The first letter is seldom wrong, and looking at every word takes long.
        """
        found: set[str] = set()
        for length in range(len(word) - 2, len(word) + 3):
            choices = (
                self._by_length.get(length, ())
                if any_start
                else self._by_start.get((word[:1], length), ())
            )
            hits = process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=2, limit=None, processor=None
            )
            found.update(hit[0] for hit in hits)
        found.discard(word)
        return found
