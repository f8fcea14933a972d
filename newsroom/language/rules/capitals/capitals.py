"""Capitals: at the start of a sentence, in names, and where none belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newsroom.language.prose import Prose
from newsroom.language.rules.capitals.casing import capitalised, preceding, small
from newsroom.language.rules.capitals.kinds import Cased, titled
from newsroom.language.rules.capitals.offices import of_offices
from newsroom.language.rules.capitals.places import called_by_a_place, of_places
from newsroom.language.rules.capitals.sentence_starts import SentenceStart
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import word_before

IsWord = Callable[[str], bool]


def rules(is_word: IsWord, places: Iterable[str]) -> list[Rule]:
    """Return the rules of this module.

    ``is_word`` knows the words in lower case; ``places`` are names of regencies, cities,
    provinces and districts, by which a place after an office is told from a person.
    """
    about, lists = said("capital"), read_list("capitals")
    people, days = lists["peoples"], lists["days"]["words"]
    known = frozenset(place.lower() for place in places)
    return [
        SentenceStart(
            about["capital.sentence"],
            is_word,
            known.__contains__,
            frozenset(lists["sentences"]["ends"]),
            frozenset(_speaking()),
        ),
        Cased(about["capital.day"], capitalised(days)),
        Cased(about["capital.month"], capitalised(lists["months"]["words"])),
        Cased(about["capital.holiday"], capitalised(lists["holidays"]["words"])),
        Cased(
            about["capital.faith"],
            capitalised([*lists["faiths"]["words"], *lists["faiths"]["phrases"]]),
        ),
        Cased(about["capital.you"], {"anda": "Anda"}, _is_you),
        Cased(
            about["capital.acronym"], {word.lower(): word for word in lists["acronyms"]["words"]}
        ),
        Cased(
            about["capital.people"],
            {
                f"{kind} {name}": f"{kind} {name.capitalize()}"
                for kind in people["after"]
                for name in people["names"]
            }
            | {"indonesia": "Indonesia"},
        ),
        *of_places(about, lists, known, is_word),
        *of_offices(about, lists, known, is_word),
        Cased(about["capital.body"], _bodies(lists["bodies"]), _is_one(lists["places"]["before"])),
        _language(about["capital.language"], people),
        Regulation(about["capital.regulation"]),
        Shouted(about["capital.shouted"], is_word),
        Worked(about["capital.headline_particle"], _PARTICLE, small, (" ",)),
        Worked(about["capital.zone_east"], _ZONE_EAST, _zone_east, ("wita",)),
        Worked(about["capital.neighbourhood"], _NEIGHBOURS, _neighbours, _NEAR),
        called_by_a_place(about["capital.common_name"], lists["things"]["names"]),
        Worked(about["capital.company"], _COMPANY, _company, ("Pt", "Cv", "pt ", "pt. ")),
    ]


def _bodies(lists: Mapping[str, list[str]]) -> dict[str, str]:
    acronyms = read_list("acronyms")
    expansions = acronyms["common"] | acronyms["known"]
    names = [*lists["names"], *(expansions[acronym] for acronym in lists["acronyms"])]
    return {name.lower(): name for name in names}


def _is_one(before: Iterable[str]) -> Callable[[Prose, int, int], bool]:
    """Return a judge who lets pass what stands behind a word that makes it more than one."""
    words = frozenset(before)
    return lambda prose, index, _end: preceding(prose, index) not in words


def _language(about: About, people: Mapping[str, list[str]]) -> Worked:
    names = "|".join(name.capitalize() for name in people["names"])
    before = frozenset(people["before"])

    def fixed(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        if word_before(prose.text, match.start()) not in before:
            return None
        return (match.group().lower(),)

    return Worked(
        about,
        regex(rf"(?<=[a-z] )(?:Bahasa|Suku|Bangsa)(?= (?:{names})(?![\w-]))"),
        fixed,
        ("Bahasa ", "Suku ", "Bangsa "),
    )


def _is_you(prose: Prose, _index: int, end: int) -> bool:
    """Say whether *anda* is no term that brackets explain: the middle of a stupa is one."""
    return not prose.text.startswith(" (", prose.words[end - 1].end)


def _speaking() -> Iterator[str]:
    verbs = read_list("attribution")
    yield from verbs["after"]
    yield from verbs["named"]


@dataclass(frozen=True, slots=True)
class Shouted:
    """A common word in capitals amid a sentence."""

    about: About
    is_word: IsWord
    _WORD = regex(r"(?<=[a-z,] )[A-Z]{6,30}(?= [a-z]|[.,!?])")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each such word."""
        for match in self._WORD.finditer(prose.text):
            if self.is_word(match.group().lower()):
                yield Match(match.start(), match.end(), (match.group().lower(),))


@dataclass(frozen=True, slots=True)
class Regulation:
    """The official title of a regulation: kind, number and year, all with capitals."""

    needs: ClassVar = ("ahun ",)
    about: About
    _NUMBER = regex(r"[Nn](?:omor|o\.?)[ ]\d{1,4}[\w/.-]{0,20}[ ][Tt]ahun(?=[ ]\d{4})")
    _KIND = regex(
        r"(?<![\w-])(?:(?i:undang-undang|peraturan|keputusan|instruksi|surat edaran)"
        r"|UU|PP|Perda|Perpres|Permen\w{0,12}|Pergub|Perbup|Perwal|Keppres|Inpres|Perppu)"
        r"(?:[ ](?:[A-Z][\w/.-]{0,30}|pemerintah|presiden|menteri|daerah|gubernur|bupati|wali"
        r"|kepala|bersama|kabupaten|kota|provinsi|dan|bank|dewan)){0,10}[ ]$"
    )

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each title that lacks a capital."""
        for number in self._NUMBER.finditer(prose.text):
            start = max(0, number.start() - 200)
            kind = self._KIND.search(prose.text[start : number.start()])
            if kind is None:
                continue
            found = prose.text[start + kind.start() : number.end()]
            fixed = titled(found)
            if fixed != found:
                yield Match(start + kind.start(), number.end(), (fixed,))


_PARTICLE = regex(
    r"(?<=[\w,)] )(?P<word>Di|Ke|Dari|Dan|Yang|Untuk|Pada|Dengan|Dalam|Atau|Bagi|Oleh)(?= [\w“])"
)
# EYD V writes Wita, as an acronym; most newsrooms write WITA beside WIB and WIT.
_ZONE_EAST = regex(r"(?<=\d) ?wita(?!\w)")
_COMPANY = regex(r"(?<![\w.-])(?:(?:Pt|Cv)\.?|(?<=[a-z,] )pt\.?)(?= [A-Z])")
_NEAR = ("rt", "Rt", "rT", "rw", "Rw", "rW")
_NEIGHBOURS = regex(r"(?<![\w.-])(?:[Rr][Tt](?<!RT)|[Rr][Ww](?<!RW))(?:\. ?)?(?= ?\d)")


def _zone_east(_match: re.Match[str], _prose: Prose) -> tuple[str, ...]:
    return (" WITA", " Wita")


def _company(match: re.Match[str], _prose: Prose) -> tuple[str, ...]:
    return (match.group().removesuffix(".").upper(),)


def _neighbours(match: re.Match[str], _prose: Prose) -> tuple[str, ...]:
    letters = match.group()[:2].upper()
    return (f"{letters} " if "." in match.group() else letters,)
