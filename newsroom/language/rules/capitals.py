"""Capitals: at the start of a sentence, in names, and where none belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Worked
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

IsWord = Callable[[str], bool]


def rules(is_word: IsWord, places: Iterable[str]) -> list[Rule]:
    """Return the rules of this module.

    ``is_word`` knows the words in lower case; ``places`` are names of regencies, cities,
    provinces and districts, by which a place after an office is told from a person.
    """
    about, lists = said("capital"), read_list("capitals")
    people, kinds, titles = lists["peoples"], lists["places"], lists["titles"]
    known = frozenset(place.lower() for place in places)
    acronyms = {
        form: word
        for word in lists["acronyms"]["words"]
        for form in (word.lower(), word.capitalize())
    }
    days = {day: day.capitalize() for day in lists["days"]["words"]}

    def before_place(prose: Prose, index: int, end: int) -> int:
        word = prose.words[end].text
        before = prose.lowered[index - 1] if index else ""
        wrong = before in kinds["before"] or prose.lowered[end] in kinds["not_names"]
        return end if not wrong and len(word) > 2 else 0

    def before_person(prose: Prose, index: int, end: int, direct: bool = False) -> int:
        """Return the end of the title if a person's name follows, past a place or at once."""
        before = prose.lowered[index - 1] if index else ""
        if before in titles["before"]:
            return 0
        run = _capitals(prose, end)
        if any(prose.lowered[at] in titles["states"] for at in range(end, run)):
            return 0
        place = 0
        for size in (3, 2, 1):
            if end + size <= run and " ".join(prose.lowered[end : end + size]) in known:
                place = size
                break
        named = run - end - place
        if direct:
            return end if not place and named else 0
        return end if named and (place or named >= 2) else 0

    return [
        SentenceStart(about["capital.sentence"], is_word),
        Cased(about["capital.day"], days),
        Cased(about["capital.month"], _capitalised(lists["months"]["words"])),
        Cased(about["capital.holiday"], _capitalised(lists["holidays"]["words"])),
        Cased(
            about["capital.faith"],
            _capitalised([*lists["faiths"]["words"], *lists["faiths"]["phrases"]]),
        ),
        Cased(about["capital.you"], {"anda": "Anda"}),
        Cased(about["capital.acronym"], acronyms),
        Cased(
            about["capital.people"],
            {
                f"{kind} {name}": f"{kind} {name.capitalize()}"
                for lower in people["after"]
                for kind in (lower, lower.capitalize())
                for name in people["names"]
            }
            | {"indonesia": "Indonesia"},
        ),
        BeforeName(about["capital.place"], frozenset(kinds["kinds"]), before_place),
        BeforeName(about["capital.place_small"], frozenset(kinds["often_lower"]), before_place),
        BeforeName(about["capital.title"], frozenset(titles["offices"]), before_person),
        BeforeName(
            about["capital.title_personal"],
            frozenset(titles["personal"]),
            lambda prose, index, end: before_person(prose, index, end, direct=True),
        ),
        Worked(
            about["capital.title_alone"],
            _alone(titles["offices"]),
            _small,
            tuple(office.title() for office in titles["offices"]),
        ),
        Regulation(about["capital.regulation"]),
        Shouted(about["capital.shouted"], is_word),
        Worked(about["capital.headline_particle"], _PARTICLE, _small, (" ",)),
    ]


@dataclass(frozen=True, slots=True)
class Cased:
    """Words in lower case, by themselves or in a row, that are written with capitals.

    ``table`` maps them, as they wrongly stand, to how they are written.
    """

    about: About
    table: Mapping[str, str]
    _longest: Mapping[str, int] = field(init=False)
    _firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", _longest(self.table))
        object.__setattr__(self, "_firsts", frozenset(first.lower() for first in self._longest))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each place where capitals are missing."""
        words, text, longest = prose.words, prose.text, self._longest
        if self._firsts.isdisjoint(prose.lowered):
            return
        for index, word in enumerate(words):
            size = longest.get(word.text, 0)
            while size:
                last = index + size - 1
                if last < len(words):
                    found = text[word.start : words[last].end]
                    right = self.table.get(found)
                    if right is not None and not prose.is_address(word.start, word.end):
                        yield Match(word.start, words[last].end, (right,))
                        break
                size -= 1


@dataclass(frozen=True, slots=True)
class BeforeName:
    """A kind of place or an office in lower case before a name: *kabupaten Lebak*.

    ``kinds`` are in lower case. ``judge`` is given the paragraph and the first and last
    index of the kind, and returns the last again if a name follows that it belongs to.
    """

    about: About
    kinds: frozenset[str]
    judge: Callable[[Prose, int, int], int]
    _longest: Mapping[str, int] = field(init=False)
    _firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", _longest(self.kinds))
        object.__setattr__(self, "_firsts", frozenset(self._longest))

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each kind or office whose name follows."""
        words, text, upto = prose.words, prose.text, 0
        if self._firsts.isdisjoint(prose.lowered):
            return
        for index, word in enumerate(words):
            if index < upto or word.text.lower() not in self._longest or word.text.isupper():
                continue
            for size in range(self._longest[word.text.lower()], 0, -1):
                end = index + size
                if (
                    end >= len(words)
                    or text[word.start : words[end - 1].end].lower() not in self.kinds
                ):
                    continue
                found = text[word.start : words[end - 1].end]
                following = words[end].text
                gap = text[words[end - 1].end : words[end].start]
                if (
                    found.istitle()
                    or gap != " "
                    or not (following[0].isupper() and following[1:].islower())
                ):
                    break
                if self.judge(prose, index, end):
                    yield Match(word.start, words[end - 1].end, (found.title(),))
                upto = end
                break


@dataclass(frozen=True, slots=True)
class SentenceStart:
    """A sentence that begins in lower case."""

    about: About
    is_word: IsWord
    _START = re.compile(r"[.?!](?<=[a-z]{4}.)[ \n](?P<word>[a-z]+(?:-[a-z]+)*)(?![\w.@-])")
    _LAST = re.compile(r"[\w-]{1,40}$")
    _FIRST = re.compile(r"[a-z]+(?:-[a-z]+)*(?![\w.@'’-])")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the first word of each such sentence."""
        text = prose.text
        first = self._FIRST.match(text)
        if first and prose.place(0, 1)[0] == 0 and self._is_sentence(first.group(), text):
            yield Match(0, first.end(), (first.group().capitalize(),))
        for match in self._START.finditer(text):
            start, end = match.span("word")
            before = self._LAST.search(text, max(0, match.start() - 40), match.start())
            # A title or a name may end with such a mark: Yahoo! adalah
            if before is None or before.group()[0].isupper() or not self.is_word(match["word"]):
                continue
            known = all(map(self.is_word, before.group().split("-")))
            if known and not prose.is_address(before.start(), end):
                yield Match(start, end, (match["word"].capitalize(),))

    def _is_sentence(self, word: str, text: str) -> bool:
        ended = text.rstrip(' ”"’)').endswith((".", "!", "?"))
        return ended and text.count(" ") >= 4 and len(word) > 1 and self.is_word(word)


@dataclass(frozen=True, slots=True)
class Shouted:
    """A common word in capitals amid a sentence."""

    about: About
    is_word: IsWord
    _WORD = re.compile(r"(?<=[a-z,] )[A-Z]{6,30}(?= [a-z]|[.,!?])")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each such word."""
        for match in self._WORD.finditer(prose.text):
            if self.is_word(match.group().lower()):
                yield Match(match.start(), match.end(), (match.group().lower(),))


@dataclass(frozen=True, slots=True)
class Regulation:
    """The official title of a regulation: kind, number and year, all with capitals."""

    about: About
    _NUMBER = re.compile(r"[Nn](?:omor|o\.?)[ ]\d{1,4}[\w/.-]{0,20}[ ][Tt]ahun(?=[ ]\d{4})")
    _KIND = re.compile(
        r"(?<![\w-])(?:(?i:undang-undang|peraturan|keputusan|instruksi|surat edaran)"
        r"|UU|PP|Perda|Perpres|Permen\w{0,12}|Pergub|Perbup|Perwal|Keppres|Inpres|Perppu)"
        r"(?:[ ](?:[A-Z][\w/.-]{0,30}|pemerintah|presiden|menteri|daerah|gubernur|bupati|wali"
        r"|kepala|bersama|kabupaten|kota|provinsi|dan|bank|dewan)){0,10}[ ]$"
    )

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each title that lacks a capital."""
        if "ahun " not in prose.text:
            return
        for number in self._NUMBER.finditer(prose.text):
            start = max(0, number.start() - 200)
            kind = self._KIND.search(prose.text[start : number.start()])
            if kind is None:
                continue
            found = prose.text[start + kind.start() : number.end()]
            fixed = " ".join(word if word == "dan" else _titled(word) for word in found.split(" "))
            if fixed != found:
                yield Match(start + kind.start(), number.end(), (fixed,))


_PARTICLE = re.compile(
    r"(?<=[\w,)] )(?P<word>Di|Ke|Dari|Dan|Yang|Untuk|Pada|Dengan|Dalam|Atau|Bagi|Oleh)(?= [\w“])"
)


def _alone(offices: list[str]) -> re.Pattern[str]:
    names = "|".join(office.title() for office in offices)
    return re.compile(
        rf"(?<=[a-z,] )(?:{names})(?= (?:itu|ini|tersebut)\b)"
        rf"|(?<=(?:seorang|.. para) )(?:{names})(?= [a-z])"
    )


def _small(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    if not any(letter.islower() for letter in prose.text):
        return None
    return (match.group().lower(),)


def _titled(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest phrase has that begins with each first word."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def _capitalised(words: Iterable[str]) -> dict[str, str]:
    """Map words in lower case to themselves with capitals, particles aside."""
    return {
        phrase: " ".join(
            word if word in {"kehadirat", "rahmat", "rida", "izin"} else word.capitalize()
            for word in phrase.split()
        )
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
