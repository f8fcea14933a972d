"""The kinds of rule that are data: each is made from a table in ``resources/rules``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.language.prose import Prose
from newsroom.language.rules.rule import About, Match
from newsroom.language.rules.words import touches

TITLE_FIELDS = ("headline", "kicker", "subheadline")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, and a template of what to write instead (``\\1`` …).

    ``needs`` are strings of which each of its matches holds one, for the gate; most
    paragraphs hold none of them.
    """

    about: About
    expression: re.Pattern[str]
    template: str | None = None
    needs: tuple[str, ...] = ()

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each place where the expression matches."""
        for match in self.expression.finditer(prose.text):
            fixed = () if self.template is None else (match.expand(self.template),)
            if fixed != (match.group(),):
                yield Match(match.start(), match.end(), fixed)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words or runs of words, and what to write instead of each, its capitals kept.

    ``table`` maps phrases in lower case, their words parted by one space, to
    suggestions, the best first; to none for what should merely not stand there.
    ``apart`` are words that the phrase may not be followed or preceded by.
    """

    about: About
    table: Mapping[str, tuple[str, ...]]
    _by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(init=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, fixes in self.table.items():
            parts = tuple(phrase.split())
            by_first.setdefault(parts[0], []).append((parts, fixes))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))  # the longest phrase wins
        object.__setattr__(self, "_by_first", by_first)

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in self._by_first

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each phrase of the table that stands in the paragraph."""
        lowered, words, upto = prose.lowered, prose.words, 0
        for index, first in enumerate(lowered):
            if index < upto or first not in self._by_first:
                continue
            for parts, fixes in self._by_first[first]:
                end = index + len(parts)
                if tuple(lowered[index:end]) != parts:
                    continue
                if not all(touches(prose, at) for at in range(index, end - 1)):
                    continue
                start, stop = words[index].start, words[end - 1].end
                found = prose.text[start:stop]
                yield Match(start, stop, tuple(like(found, fix) for fix in fixes))
                upto = end
                break


def like(found: str, fix: str) -> str:
    """Return a correction with the capitals of what it replaces.

    >>> like("Apotik", "apotek"), like("APOTIK", "apotek"), like("apotik", "apotek")
    ('Apotek', 'APOTEK', 'apotek')
    """
    if len(found) > 1 and found.isupper():
        return fix.upper()
    if found[:1].isupper():
        return fix[:1].upper() + fix[1:]
    return fix
