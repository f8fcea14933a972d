"""Capitals: at the start of a sentence, in names, and where none belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from newsroom.language.prose import Prose
from newsroom.language.rules.capitals.kinds import BeforeName, Cased, KindAndName, titled
from newsroom.language.rules.capitals.sentence_starts import SentenceStart
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import word_before
from newsroom.resources import resource

IsWord = Callable[[str], bool]
# How food is made; what is called by a place stands before it.
_COOKED = frozenset(("goreng", "bakar", "rebus", "panggang", "kukus", "kuah", "uduk", "tumis"))


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
        Cased(about["capital.day"], _capitalised(days)),
        Cased(about["capital.month"], _capitalised(lists["months"]["words"])),
        Cased(about["capital.holiday"], _capitalised(lists["holidays"]["words"])),
        Cased(
            about["capital.faith"],
            _capitalised([*lists["faiths"]["words"], *lists["faiths"]["phrases"]]),
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
        *_of_places(about, lists, known, is_word),
        *_of_offices(about, lists, known, is_word),
        Cased(about["capital.body"], _bodies(lists["bodies"]), _is_one(lists["places"]["before"])),
        _language(about["capital.language"], people),
        Regulation(about["capital.regulation"]),
        Shouted(about["capital.shouted"], is_word),
        Worked(about["capital.headline_particle"], _PARTICLE, _small, (" ",)),
        Worked(about["capital.zone_east"], _ZONE_EAST, _zone_east, ("wita",)),
        Worked(about["capital.neighbourhood"], _NEIGHBOURS, _neighbours, _NEAR),
        _things(about["capital.common_name"], lists["things"]["names"]),
        Worked(about["capital.company"], _COMPANY, _company, ("Pt", "Cv", "pt ", "pt. ")),
    ]


def _of_places(
    about: Mapping[str, About], lists: Mapping[str, Any], known: frozenset[str], is_word: IsWord
) -> list[Rule]:
    kinds, regions = lists["places"], lists["regions"]
    before, not_names = frozenset(kinds["before"]), frozenset(kinds["not_names"])
    geography = {kind: frozenset(names) for kind, names in lists["geography"].items()}
    towns = frozenset((*_lines("regions"), *geography["provinsi"]))
    no_street = towns.union(kinds["no_street"], not_names)
    cities = towns - frozenset(kinds["no_cities"])
    common = frozenset((*kinds["common"], *(line.split()[0] for line in _lines("common_names"))))

    def before_place(prose: Prose, index: int, end: int) -> bool:
        kind, previous, name = prose.lowered[index], _previous(prose, index), prose.lowered[end]
        if kind == "jalan":
            return previous in kinds["on_road"] and name not in no_street
        if kind == "laut" and previous in kinds["winds"]:
            return False
        return previous not in before and name not in not_names and len(name) > 2

    def is_named(kind: str, name: str) -> bool:
        if name in geography.get(kind, ()):
            return True
        if kind in kinds["of_regions"]:
            return name in cities
        # Behind these kinds stand other words too: desa baru, kecamatan kota.
        return kind in kinds["of_districts"] and name in known and not is_word(name.split()[0])

    def is_region(prose: Prose, index: int, _end: int) -> bool:
        previous = _previous(prose, index)
        if previous in _COOKED:  # nasi goreng aceh, as mi aceh
            previous = _previous(prose, index - 1)
        return previous not in common and not prose.is_foreign(prose.words[index])

    return [
        BeforeName(about["capital.place"], frozenset(kinds["kinds"]), before_place),
        BeforeName(about["capital.place_small"], frozenset(kinds["often_lower"]), before_place),
        BeforeName(about["capital.institution"], frozenset(lists["bodies"]["kinds"]), before_place),
        KindAndName(
            about["capital.place_name"],
            frozenset((*geography, *kinds["of_regions"], *kinds["of_districts"])),
            is_named,
        ),
        Cased(
            about["capital.region"],
            _capitalised([*regions["countries"], *regions["regions"]]),
            is_region,
        ),
    ]


def _of_offices(
    about: Mapping[str, About], lists: Mapping[str, Any], known: frozenset[str], is_word: IsWord
) -> list[Rule]:
    titles = lists["titles"]
    ministers = [f"{rank} {of}" for rank in titles["ministers"] for of in titles["portfolios"]]
    states = frozenset((*titles["states"], *lists["regions"]["countries"]))
    nobody = frozenset(titles["before"])
    days = frozenset(lists["days"]["words"])
    # What speaks is a person, or a place's or a body's head: all have a capital.
    speaking = frozenset(("menurut", *read_list("attribution")["after"]))
    people = frozenset((*_lines("names"), *titles["people"])) - known - states

    def person_after(prose: Prose, index: int, end: int) -> tuple[int, int]:
        """Return how many words a place after an office has, and how many a name after that."""
        if _previous(prose, index) in nobody:
            return 0, 0
        run = _capitals(prose, end)
        if not states.isdisjoint(prose.lowered[end:run]):
            return 0, 0
        for size in (3, 2, 1):
            if end + size <= run and " ".join(prose.lowered[end : end + size]) in known:
                return size, run - end - size
        return 0, run - end

    def is_held(prose: Prose, index: int, end: int) -> bool:
        place, named = person_after(prose, index, end)
        if named != 1 or place:
            return named > 0
        name = prose.lowered[end]
        return name in people or (
            _previous(prose, index) in speaking and name not in days and not is_word(name)
        )

    def is_borne(prose: Prose, index: int, end: int) -> bool:
        place, named = person_after(prose, index, end)
        return not place and bool(named)

    def is_meant(prose: Prose, index: int, end: int) -> bool:
        """Say whether somebody does or says something who holds an office of a place."""
        previous = _previous(prose, index)
        pointing = previous in titles["pointing"] or (
            previous.startswith("di") and len(previous) > 4
        )
        place, named = person_after(prose, index, end)
        after = prose.lowered[end + place] if end + place < len(prose.words) else ""
        return pointing and place > 0 and not named and after not in titles["of_time"]

    def is_minister(prose: Prose, index: int, end: int) -> bool:
        after = prose.lowered[end] if end < len(prose.words) else ""
        return _previous(prose, index) not in nobody and after not in titles["of_many"]

    return [
        BeforeName(about["capital.title"], frozenset((*titles["offices"], *ministers)), is_held),
        BeforeName(about["capital.title_personal"], frozenset(titles["personal"]), is_borne),
        BeforeName(about["capital.title_place"], frozenset(titles["offices"]), is_meant),
        Cased(about["capital.minister"], _capitalised(ministers), is_minister),
        Worked(
            about["capital.title_alone"],
            _alone(titles["offices"]),
            _small,
            tuple(office.title() for office in titles["offices"]),
        ),
    ]


def _bodies(lists: Mapping[str, list[str]]) -> dict[str, str]:
    acronyms = read_list("acronyms")
    expansions = acronyms["common"] | acronyms["known"]
    names = [*lists["names"], *(expansions[acronym] for acronym in lists["acronyms"])]
    return {name.lower(): name for name in names}


def _is_one(before: Iterable[str]) -> Callable[[Prose, int, int], bool]:
    """Return a judge who lets pass what stands behind a word that makes it more than one."""
    words = frozenset(before)
    return lambda prose, index, _end: _previous(prose, index) not in words


def _language(about: About, people: Mapping[str, list[str]]) -> Worked:
    names = "|".join(name.capitalize() for name in people["names"])
    before = frozenset(people["before"])

    def small(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        if word_before(prose.text, match.start()) not in before:
            return None
        return (match.group().lower(),)

    return Worked(
        about,
        regex(rf"(?<=[a-z] )(?:Bahasa|Suku|Bangsa)(?= (?:{names})(?![\w-]))"),
        small,
        ("Bahasa ", "Suku ", "Bangsa "),
    )


def _is_you(prose: Prose, _index: int, end: int) -> bool:
    """Say whether *anda* is no term that brackets explain: the middle of a stupa is one."""
    return not prose.text.startswith(" (", prose.words[end - 1].end)


def _speaking() -> Iterator[str]:
    verbs = read_list("attribution")
    yield from verbs["after"]
    yield from verbs["named"]


def _lines(name: str) -> Iterator[str]:
    """Yield the words of a list of ``resources/words``, in lower case."""
    for line in resource("words", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.lower()


def _previous(prose: Prose, index: int) -> str:
    return prose.lowered[index - 1] if index else ""


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


def _alone(offices: list[str]) -> re.Pattern[str]:
    names = "|".join(office.title() for office in offices)
    return regex(
        rf"(?<=[a-z,] )(?:{names})(?= (?:itu|ini|tersebut)\b)"
        rf"|(?<=(?:seorang|.. para) )(?:{names})(?= [a-z]|[.,;])"
    )


def _neighbours(match: re.Match[str], _prose: Prose) -> tuple[str, ...]:
    letters = match.group()[:2].upper()
    return (f"{letters} " if "." in match.group() else letters,)


def _things(about: About, names: Iterable[str]) -> Worked:
    """Return the rule of things called by a place: it finds the place with its capital."""
    found = [(kind, place.capitalize()) for kind, place in map(str.split, names)]
    each = "|".join(rf"(?<=\b{kind} ){place}" for kind, place in found)
    needs = tuple(f"{kind} {place}" for kind, place in found)
    return Worked(about, regex(rf"(?:{each})(?![\w-])(?! [A-Z])"), _small, needs)


def _small(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if not any(letter.islower() for letter in prose.text):
        return None
    return (match.group().lower(),)


_SMALL = frozenset(("kehadirat", "rahmat", "rida", "izin", "dan"))


def _capitalised(words: Iterable[str]) -> dict[str, str]:
    """Map words in lower case to themselves with capitals, particles aside."""
    return {
        phrase: " ".join(word if word in _SMALL else word.capitalize() for word in phrase.split())
        for phrase in words
    }


def _capitals(prose: Prose, index: int) -> int:
    """Return the end of the run of capitalised words from an index on."""
    words, text = prose.words, prose.text
    while index < len(words) and words[index].text[0].isupper():
        index += 1
        if index < len(words) and text[words[index - 1].end : words[index].start] not in {
            " ",
            ". ",
        }:
            break
    return index
