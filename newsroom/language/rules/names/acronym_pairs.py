"""A well-known acronym beside the name of another body, or a known name beside another acronym.

The letters may fit all the same: *Komisi Penyiaran Umum (KPU)*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsroom.language.prose import Prose
from newsroom.language.rules.names.acronyms import WORD, Acronyms, fitting, is_one_slip
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said

_AFTER_NAME = regex(r"\s\((?P<short>[A-Z]{3,12})\)")
_BEFORE_NAME = regex(r"(?<![\w-])(?P<short>[A-Z]{3,12})\s\((?P<name>[^()\d]{6,100})\)")
_BEFORE = 110  # code points in which a name stands
_PARTING = regex(r"[.;:()“”\"—–]")
_LINK = "dan"
# Names that open with these are given by law, so that one other word is a slip.
_BY_LAW = frozenset((
    "badan", "komisi", "dewan", "majelis", "mahkamah", "otoritas", "kementerian", "rumah",
))  # fmt: skip
_SURE = 4  # words of a name; one other word among them is a slip whoever gave the name
_SHORTEST = 3  # words


class Pairs:
    """A name and its acronym that do not belong together, though both or one are well known."""

    needs = ("(",)

    def __init__(self, about: About, acronyms: Acronyms) -> None:
        self.about = about
        self._acronyms = acronyms
        self._shorts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for short, name in {**acronyms.common, **acronyms.known}.items():
            if name and len(short) >= _SHORTEST:
                self._shorts[_content(name)].add(short.upper())
        for short, names in acronyms.also.items():
            for name in names:
                self._shorts[_content(name)].add(short)
        self._longest = max(map(len, self._shorts), default=0)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each name with an acronym that is another's."""
        text = prose.text
        for match in _AFTER_NAME.finditer(text):
            begin = max(0, match.start() - _BEFORE)
            cuts = [cut.end() for cut in _PARTING.finditer(text, begin, match.start())]
            yield from self._judged(match["short"], text, cuts[-1] if cuts else begin, match)
        for match in _BEFORE_NAME.finditer(text):
            yield from self._judged(match["short"], text, match.start("name"), match)

    def _judged(self, short: str, text: str, begin: int, match: re.Match[str]) -> Iterator[Match]:
        is_whole = "name" in match.re.groupindex
        end = match.end("name") if is_whole else match.start()
        words = [w for w in WORD.finditer(text, begin, end) if w.group().lower() != _LINK]
        content = tuple(word.group().lower() for word in words)
        fixes: list[tuple[str, str]] = []
        counts = (len(content),) if is_whole else range(min(self._longest, len(content)), 1, -1)
        for count in counts:
            name = content[len(content) - count :]
            start = words[len(words) - count].start() if count else end
            if name in self._shorts:
                fixes = self._named(short, text[start:end], name, text[begin:end])
            elif self._has_slip(short, name):
                fixes = [(self._acronyms.expansion(short), short)]
            else:
                continue
            break
        if not fixes:
            return
        fixed = [f"{two} ({one})" if is_whole else f"{one} ({two})" for one, two in fixes]
        message = (
            f"{short} bukan singkatan dari “{text[start:end]}”; periksa nama atau singkatannya."
        )
        yield Match(match.start() if is_whole else start, match.end(), tuple(fixed), message)

    def _named(
        self, short: str, written: str, name: tuple[str, ...], before: str
    ) -> list[tuple[str, str]]:
        """Return the pairs that may be meant by a known name and an acronym not its own."""
        own = self._shorts[name]
        if short in own or len(_content(fitting(short, before))) > len(name):
            return []
        expansion = self._acronyms.expansion(short)
        # Other letters in brackets may be a party, or the name's letters in English.
        is_of_kind = expansion.lower().partition(" ")[0] == name[0]
        meant = [
            one
            for one in sorted(own)
            if is_of_kind or is_one_slip(one, short) or sorted(one) == sorted(short)
        ]
        fixes = [(written, one) for one in meant]
        return [*fixes, (expansion, short)] if fixes and expansion else fixes

    def _has_slip(self, short: str, name: Sequence[str]) -> bool:
        """Say whether a name is that of a known acronym but for one word."""
        own = _content(self._acronyms.expansion(short))
        if len(name) != len(own) or len(own) < _SHORTEST:
            return False
        if own[0] not in _BY_LAW and len(own) < _SURE:
            return False
        others = [(a, b) for a, b in zip(own, name, strict=True) if a != b]
        if len(others) != 1:
            return False
        ((right, found),) = others
        return right[0] == found[0] and not _is_same_word(right, found)


def rules() -> list[Rule]:
    """Return the rules of this module."""
    return [Pairs(said("fact")["fact.acronym_known"], Acronyms.load())]


def _content(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(name) if word.lower() != _LINK)


def _is_same_word(one: str, other: str) -> bool:
    """Say whether two words are forms of one: Pengelola and Pengelolaan."""
    return one.startswith(other[:-1]) or other.startswith(one[:-1])
