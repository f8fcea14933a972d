"""Kinds of rule for names that lack a capital, and for what belongs to a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match

Judge = Callable[[Prose, int, int], bool]
"""Is given a paragraph, the first index of a stretch of words and the index behind it."""


def always(_prose: Prose, _index: int, _end: int) -> bool:
    """Let a stretch of words be marked wherever it stands."""
    return True


@dataclass(frozen=True, slots=True)
class Cased:
    """Words, by themselves or in a row, that lack a capital of those they are written with.

    ``table`` maps them, in lower case, to how they are written. A capital more than that
    is not this rule's matter. ``judge`` says whether a stretch may be marked there.
    """

    about: About
    table: Mapping[str, str]
    judge: Judge = always
    _longest: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", _longest(self.table))

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._longest

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each place where capitals are missing."""
        words, text, upto = prose.words, prose.text, 0
        for index, first in enumerate(prose.lowered):
            if index < upto or first not in self._longest:
                continue
            for end in _ends(prose, index, self._longest[first]):
                start, stop = words[index].start, words[end - 1].end
                right = self.table.get(text[start:stop].lower())
                if right is None:
                    continue
                fixed = _with_capitals(text[start:stop], right)
                if fixed != text[start:stop] and self.judge(prose, index, end):
                    yield Match(start, stop, (fixed,))
                upto = end
                break


@dataclass(frozen=True, slots=True)
class BeforeName:
    """A kind of place or an office in lower case before a name: *kabupaten Lebak*.

    ``kinds`` are in lower case. ``judge`` says whether a name follows that it belongs to.
    """

    about: About
    kinds: frozenset[str]
    judge: Judge
    _longest: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", _longest(self.kinds))

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._longest

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each kind or office whose name follows."""
        words, text, upto = prose.words, prose.text, 0
        for index, first in enumerate(prose.lowered):
            if index < upto or first not in self._longest or words[index].text.isupper():
                continue
            for end in _ends(prose, index, self._longest[first]):
                found = text[words[index].start : words[end - 1].end]
                if end >= len(words) or found.lower() not in self.kinds:
                    continue
                following = words[end].text
                gap = text[words[end - 1].end : words[end].start]
                if (
                    gap != " "
                    or not (following[0].isupper() and following[1:].islower())
                    or titled(found) == found
                ):
                    break
                if self.judge(prose, index, end):
                    yield Match(words[index].start, words[end - 1].end, (titled(found),))
                upto = end
                break


@dataclass(frozen=True, slots=True)
class KindAndName:
    """A kind of place and its name, the name in lower case: *kabupaten lebak*.

    ``kinds`` are in lower case; ``named`` says of a kind and a name in lower case whether
    there is such a place.
    """

    about: About
    kinds: frozenset[str]
    named: Callable[[str, str], bool]

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self.kinds

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each kind with its name."""
        words, text = prose.words, prose.text
        for index, kind in enumerate(prose.lowered):
            if kind not in self.kinds or words[index].text.isupper():
                continue
            for end in _ends(prose, index, 4):
                if end < index + 2:
                    break
                name = text[words[index + 1].start : words[end - 1].end]
                if (
                    name.islower()
                    and text[words[index].end : words[index + 1].start] == " "
                    and self.named(kind, name)
                ):
                    found = text[words[index].start : words[end - 1].end]
                    yield Match(words[index].start, words[end - 1].end, (titled(found),))
                    break


def _ends(prose: Prose, index: int, longest: int) -> range:
    """Return where stretches of words from an index on may end, the longest first."""
    return range(min(index + longest, len(prose.words)), index, -1)


def _with_capitals(found: str, right: str) -> str:
    """Return what was found with the capitals that it lacks.

    >>> _with_capitals("Bahasa sunda", "bahasa Sunda"), _with_capitals("SENIN", "Senin")
    ('Bahasa Sunda', 'SENIN')
    """
    return "".join(
        letter if letter.isupper() else wanted for letter, wanted in zip(found, right, strict=True)
    )


def titled(words: str) -> str:
    """Return a name with the capitals of one.

    >>> titled("undang-undang dasar"), titled("pangkajene dan kepulauan")
    ('Undang-Undang Dasar', 'Pangkajene dan Kepulauan')
    """
    return " ".join(
        word if word == "dan" else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for word in words.split()
    )


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest phrase has that begins with each first word."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest
