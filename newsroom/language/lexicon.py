"""The words that the project brings along beside hunspell's, and how common each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsroom.language.shipped_words import shipped_words

RARE = 2.5
"""The frequency of a word that is in some list without one."""

ROOT = 2.0
"""The frequency of a root that is in no other list."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case; names as they are written.

    ``zipf`` is how common a word is: the power of ten of its count in a thousand
    million words (3 is once in a million). ``roots`` are those of them that stand in
    dictionaries, ``loans`` what the project has listed itself, while the others are merely
    in use. ``foreign`` are English words, which may stand in an Indonesian text without
    being Indonesian; ``particles`` are small words of many languages, as in names and
    titles; ``phrases`` are foreign ones of two words. ``common_names`` are kinds of things
    that are called by a place, in two words: *gula jawa*. ``misspelt`` are no words, though
    hunspell or the rules of formation take them for some.
    """

    zipf: Mapping[str, float]
    roots: frozenset[str]
    loans: frozenset[str]
    foreign: frozenset[str]
    particles: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    names: frozenset[str]
    common_names: frozenset[tuple[str, ...]]
    misspelt: frozenset[str]

    @classmethod
    @cache  # the checker and the search go by the same words
    def load(cls) -> Lexicon:
        """Read the lists that ship with the program, in ``resources/words``."""
        roots = frozenset(shipped_words("roots"))
        zipf = dict.fromkeys(roots, ROOT)
        loans = frozenset(shipped_words("loans"))
        zipf |= dict.fromkeys(shipped_words("web", "spoken"), RARE)
        zipf |= dict.fromkeys(loans, RARE)
        pairs = (line.split(" ") for line in shipped_words("frequency"))
        zipf |= {word: float(number) for word, number in pairs}
        misspelt = frozenset(shipped_words("misspelt"))
        for word in misspelt:
            zipf.pop(word, None)
        names = set(shipped_words("places", "names", "given_names"))
        return cls(
            zipf=zipf,
            roots=roots - misspelt,
            loans=loans,
            foreign=frozenset(shipped_words("english")),
            particles=frozenset(shipped_words("foreign")),
            names=frozenset(part for name in names for part in name.split()),
            phrases=_phrases("phrases"),
            common_names=_phrases("common_names"),
            misspelt=misspelt,
        )

    def frequency(self, word: str) -> float:
        """Return how common a word is; 0 if it is in no list."""
        return self.zipf.get(word, 0.0)


def _phrases(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in shipped_words(name))
