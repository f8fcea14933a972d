"""Words in which *me(N)-* or *pe(N)-* did not take its right form: *mentaati, mensukseskan*.

p, t, k and s melt before a vowel (*menaati, menyukseskan*), c and g do not (*mencoblos*),
before r there is no nasal (*perajin*), before b, f and v it is m (*memfasilitasi*), and
words of one syllable take *menge-* (*mengecek*). Dictionaries know many of the wrong
forms, so the word itself is not asked for, but its base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from newsroom.language.affixes import (
    NASAL_PREFIXES,
    Parts,
    is_one_syllable,
    prefixed,
    take_apart,
)
from newsroom.language.prose import Prose
from newsroom.language.rules.kinds import like
from newsroom.language.rules.naming import Capitals
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.tables import about, read_toml
from newsroom.resources import resource

_VOWELS = frozenset("aiueo")
# The nasal that was written, and the first letter of the base behind it that shows the fault.
_KEPT = (("m", "p"), ("n", "t"), ("n", "s"), ("ng", "k"))
_OTHER_NASAL = (("ng", "r"), ("n", "b"), ("n", "f"), ("n", "v"))
_NASALS = ("ng", "n", "m")
# No base begins so: what seems to is a nasal prefix with the letter that it should have melted.
_NO_BASE = regex(r"m[^aiueo]|n[^aiueogy]|n[gy][^aiueo]|pp|tt|ss|kk")
_SUSPECT = regex(r"[mp]e(?:mp|n[tsbfvy]|ng[kraiueo]|(?:ng|n|m)[^aiueo]{1,3}[aiueo](?:[^aiueo]|$))")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What only looks like the fault, and bases that need to be named.

    ``right`` are stems that are right as they stand (*mentari*, *mengkaji*); ``per`` are
    the bases that begin with *per-* of their own, for *mempercepat* is *memper-* and right;
    ``short`` are bases of one syllable; ``bases`` are those that stand in no dictionary.
    """

    right: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()


class Melting:
    """Finds a prefix whose nasal is not the one that the base asks for.

    ``is_word`` says whether a word stands in the dictionaries. ``known_fault`` says
    that another rule corrects the word.
    """

    def __init__(
        self,
        about: About,
        exceptions: Exceptions,
        is_word: Callable[[str], bool],
        known_fault: Callable[[str], object],
    ) -> None:
        self.about = about
        self._exceptions = exceptions
        self._is_word = is_word
        self._known_fault = known_fault
        self._standard = cache(self._look_up)

    @classmethod
    def load(cls, is_word: Callable[[str], bool], known_fault: Callable[[str], object]) -> Melting:
        """Read the exceptions that ship with the program."""
        path = resource("rules", "nonstandard", "melting.toml")
        values = read_toml(path)
        lists = (frozenset(values["stems"][key]) for key in ("right", "per", "short", "bases"))
        return cls(about(values["rule"], path.name), Exceptions(*lists), is_word, known_fault)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word[:2] in NASAL_PREFIXES and bool(self._standard(word))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each word with a wrong nasal, and the word as it should be."""
        capitals = Capitals(prose)
        for index, lowered in enumerate(prose.lowered):
            if self.may_mark(lowered) and not capitals.mark_name(index):
                word = prose.words[index]
                fix = like(word.text, self._standard(lowered))
                yield Match(word.start, word.end, (fix,))

    def _look_up(self, word: str) -> str:
        """Return a word in lower case with the right nasal; nothing if it has it."""
        if "-" in word or not _SUSPECT.match(word) or self._known_fault(word):
            return ""
        made = list(take_apart(word))
        if any(self._is_right(parts, word) for parts in made):
            return ""
        kept = (parts for parts in unmelted(word) if parts.base[1:2] in _VOWELS)
        faulty = [*kept, *_misjoined(made)]
        for parts in sorted(faulty, key=lambda parts: len(parts.base)):
            if self._is_base(parts.base):
                return parts.join()
        return self._with_c(word, made) or self._with_g(word)

    def _is_right(self, parts: Parts, word: str) -> bool:
        if not parts.prefix:
            return parts.base in self._exceptions.right
        if parts.prefix not in NASAL_PREFIXES or _NO_BASE.match(parts.base):
            return False
        return parts.join() == word and self._is_word(parts.base)

    def _is_base(self, base: str) -> bool:
        if base in self._exceptions.bases:
            return True
        if is_one_syllable(base):
            return base in self._exceptions.short
        if base.startswith("per"):
            return base in self._exceptions.per
        return len(base) > 3 and self._is_word(base)

    def _with_c(self, word: str, made: list[Parts]) -> str:
        """Return *mencoblos* for *menyoblos*, where c melted as if it were s."""
        for parts in made:
            if parts.prefix not in NASAL_PREFIXES or not word.startswith(parts.prefix + "ny"):
                continue
            base = "c" + parts.base[1:]
            if parts.base[0] != "s" or self._is_word(parts.base + parts.suffix):
                continue
            if self._is_word(base):
                return replace(parts, base=base).join()
        return ""

    def _with_g(self, word: str) -> str:
        """Return *menggugat* for *mengugat*, where g melted as if it were k."""
        if word[2:4] != "ng" or word[4:5] not in _VOWELS or self._is_word(word):
            return ""
        with_g = f"{word[:4]}g{word[4:]}"
        return with_g if self._is_word(with_g) else ""


def unmelted(word: str) -> Iterator[Parts]:
    """Yield the ways in which a word may hold a base that kept the letter it should lose.

    >>> [parts.join() for parts in unmelted("mentaati") if parts.base == "taat"]
    ['menaati']
    """
    return (
        replace(parts, prefix=prefix, base=base)
        for parts in take_apart(word)
        if not parts.prefix
        for prefix, base in _behind(parts.base, _KEPT)
    )


def _misjoined(made: list[Parts]) -> Iterator[Parts]:
    """Yield the ways in which a base may stand behind a nasal that is not its own."""
    for parts in made:
        if parts.prefix:
            continue
        for prefix, base in _behind(parts.base, _OTHER_NASAL):
            yield replace(parts, prefix=prefix, base=base)
        for prefix in NASAL_PREFIXES:
            for nasal in _NASALS:
                base = parts.base.removeprefix(prefix + nasal)
                if base != parts.base and is_one_syllable(base):
                    yield replace(parts, prefix=prefix, base=base)


def _behind(stem: str, faults: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for prefix in NASAL_PREFIXES:
        for nasal, letter in faults:
            if stem.startswith(prefix + nasal + letter):
                base = stem[len(prefix + nasal) :]
                if prefixed(prefix, base) != stem:
                    yield prefix, base
