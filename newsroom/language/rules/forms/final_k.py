"""*-kan* and *-an* after a base that ends in k: *memasukkan, pendidikan*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from newsroom.language.affixes import Parts, prefixed, take_apart
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import like
from newsroom.language.rules.naming import Capitals
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.tables import about, read_toml
from newsroom.resources import resource

_SHORTEST = 4
_LONGEST = 30
_SUSPECT = regex(r"(?:[mp]e|di|ke)[a-z]+kan(?:nya|lah|kah)*")
# What a suffix makes of a base with one of these prefixes.
_SUFFIXES = {"me": "kan", "di": "kan", "memper": "kan", "diper": "kan"} | dict.fromkeys(
    ("pe", "ke", "per"), "an"
)


class FinalK:
    """Finds verbs in *-kan* that lack a k, and nouns in *-an* that have one too many.

    ``is_word`` says whether a word stands in the dictionaries, ``standard`` gives the
    standard form of one that is nonstandard; ``bases`` have no k, and their verbs stand in
    no dictionary.
    """

    def __init__(
        self,
        about: About,
        bases: frozenset[str],
        is_word: Callable[[str], bool],
        standard: Callable[[str], str],
    ) -> None:
        self.about = about
        self._bases = bases
        self._is_word = is_word
        self._standard = standard
        self._fixed = cache(self._look_up)

    @classmethod
    def load(cls, is_word: Callable[[str], bool], standard: Callable[[str], str]) -> FinalK:
        """Read the bases that ship with the program."""
        path = resource("rules", "nonstandard", "final_k.toml")
        values = read_toml(path)
        bases = frozenset(values["bases"]["words"].split())
        return cls(about(values["rule"], path.name), bases, is_word, standard)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return (
            "kan" in word
            and len(word) <= _LONGEST
            and _SUSPECT.fullmatch(word) is not None
            and bool(self._fixed(word))
        )

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each such word, and the word as it should be."""
        capitals = Capitals(prose)
        for index, lowered in enumerate(prose.lowered):
            if self.may_mark(lowered) and not capitals.mark_name(index):
                word = prose.words[index]
                yield Match(word.start, word.end, (like(word.text, self._fixed(lowered)),))

    def _look_up(self, word: str) -> str:
        """Return a word in lower case with the right number of k; nothing if it has it."""
        made = [parts for parts in take_apart(word) if parts.prefix and parts.join() == word]
        for parts in made:
            wanted = _SUFFIXES.get(parts.prefix, parts.suffix)
            if parts.base[-1] != "k" or {parts.suffix, wanted} != {"kan", "an"}:
                continue
            fixed = replace(parts, suffix=wanted)
            if len(parts.base) < _SHORTEST or not self._is_meant(parts.base):
                continue
            if self._is_meant(_core(fixed)) and not any(map(self._is_right, made)):
                return self._standard(fixed.join()) or fixed.join()
        return ""

    def _is_meant(self, word: str) -> bool:
        """Say whether a word is one, if perhaps in its nonstandard form: *mempraktekkan*."""
        return self._is_word(word) or bool(self._standard(word))

    def _is_right(self, parts: Parts) -> bool:
        """Say whether the word may be a verb all the same: *di-kata-kan, per-tunjuk-kan*."""
        if parts.suffix != "kan":
            return False
        if parts.prefix == "per":
            return self._is_word(f"memper{parts.base}kan")
        if _SUFFIXES.get(parts.prefix) == "an":
            return False
        return parts.base in self._bases or (
            self._is_word(parts.base) and self._is_word(_core(parts))
        )


def _core(parts: Parts) -> str:
    return prefixed(parts.prefix, parts.base) + parts.suffix
