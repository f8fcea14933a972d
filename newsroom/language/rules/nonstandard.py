"""Forms that the KBBI refers to another form: *aktifitas, analisa, praktek*."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from newsroom.language.affixes import take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import like
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.tables import about
from newsroom.resources import resource


class Nonstandard:
    """Finds nonstandard words, and by the rules of formation all that is made from them.

    ``pairs`` maps a nonstandard word to the standard one. ``is_word`` says whether a
    word stands in the dictionaries: what may have been made from another word is
    left alone.
    """

    def __init__(
        self, about: About, pairs: Mapping[str, str], is_word: Callable[[str], bool]
    ) -> None:
        self.about = about
        self._pairs = pairs
        self._is_word = is_word
        self._standard = cache(self._look_up)

    @classmethod
    def load(cls, is_word: Callable[[str], bool]) -> Nonstandard:
        """Read the pairs that ship with the program."""
        path = resource("rules", "nonstandard", "pairs.toml")
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(about(values["rule"], path.name), values["pairs"], is_word)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each nonstandard word, with the standard one."""
        for word, lowered in zip(prose.words, prose.lowered, strict=True):
            if standard := self._standard(lowered):
                yield Match(word.start, word.end, (like(word.text, standard),))

    def _look_up(self, word: str) -> str:
        """Return the standard form of a word in lower case; nothing if it is one."""
        if word in self._pairs:
            return self._pairs[word]
        if "-" in word:
            halves = [self._look_up(half) or half for half in word.split("-")]
            fixed = "-".join(halves)
            return fixed if fixed != word else ""
        standard = ""
        for parts in take_apart(word):
            if parts.base == word or parts.join() != word:
                continue
            if parts.base in self._pairs:
                standard = standard or parts.join(self._pairs[parts.base])
            elif self._is_word(parts.base):
                return ""  # made from another word, which only looks alike
        return standard
