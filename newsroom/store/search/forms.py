"""The words of a word's root: *mengumumkan* finds *pengumuman, diumumkan, umum*.

Nothing is kept for it. The words are looked up among those of the index when they are
asked for, so that saving a story costs nothing more; the lists that know the roots are
read at the first question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from newsroom.language.affixes import Parts, prefixed, take_apart
from newsroom.language.formation import FORMS
from newsroom.language.lexicon import Lexicon

_SHORTEST = 3  # letters of a root; shorter ones are in too many words
_LONGEST = 60  # no word is longer
_MOST = 200  # words that one word stands for
_LEARNING = ("belajar", "pelajar", "dipelajar", "mempelajar", "pembelajar")
"""The words of *ajar* that no rule makes."""


class WordForms:
    """Finds the words of a root among those that ``between`` knows.

    ``between`` returns the words there are from one text up to, not including, another.
    """

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon.load()

    def of(self, word: str, between: Callable[[str, str], Iterable[str]]) -> list[str]:
        """Return the words of the same root as a word in lower case; none if it has no root."""
        root = self.root(word)
        if root is None:
            return []
        whole = self._whole(root)
        stems = {prefixed(prefix, root) for prefix in FORMS} | whole
        found = {
            other
            for stem in _shortest(stems)
            for other in between(stem, stem + "\U0010ffff")
            if _is_form(other, root, whole)
        }
        return sorted(found, key=lambda other: (len(other), other))[:_MOST]

    def root(self, word: str) -> str | None:
        """Return the root of a word: itself, or of several that it may have the most common.

        >>> forms = WordForms()
        >>> [forms.root(word) for word in ("mengumumkan", "pemukulan", "petani", "jakarta")]
        ['umum', 'pukul', 'tani', None]
        """
        if len(word) > _LONGEST:
            return None
        ways = [parts for parts in take_apart(word) if _may_go(parts)]
        stems = {parts.base for parts in ways if not parts.prefix}
        bare = {parts.base for parts in ways if not parts.prefix and not parts.suffix}
        bases = {base for base in bare if self._is_root(base)}
        if not bases:
            bases = {parts.base for parts in ways if self._is_root(parts.base)}
            bases |= {stem[2:] for stem in stems if stem in self._whole(stem[2:])}
            bases |= {"ajar" for stem in stems if stem in _LEARNING}
        return max(bases, key=lambda base: (self._lexicon.frequency(base), base), default=None)

    def _is_root(self, base: str) -> bool:
        return len(base) >= _SHORTEST and base in self._lexicon.roots

    def _whole(self, root: str) -> set[str]:
        """Return the words of a root that stand beside the rules: *pe-* with no nasal, *belajar*.

        They say who does what *ber-* says: *petani, pekerja, pedagang*.
        """
        whole = set(_LEARNING) if root == "ajar" else set()
        actor = "pe" + root
        is_actor = len(root) > _SHORTEST and self._is_root(root) and not self._is_root(actor)
        return whole | {actor} if is_actor else whole


def _may_go(parts: Parts) -> bool:
    """Say whether prefix and suffix go together."""
    bare = not parts.prefix and not parts.suffix
    return bare or parts.suffix in FORMS.get(parts.prefix, ())


def _is_form(word: str, root: str, whole: set[str]) -> bool:
    return len(word) <= _LONGEST and any(
        _may_go(parts) and (parts.base == root or (not parts.prefix and parts.base in whole))
        for parts in take_apart(word)
    )


def _shortest(stems: Iterable[str]) -> Iterator[str]:
    """Yield the stems that no other one begins."""
    last = None
    for stem in sorted(stems):
        if last is None or not stem.startswith(last):
            last = stem
            yield stem
