"""Years and ages that contradict each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import story_years
from newsroom.language.rules.facts.birth_years import Birth, births
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.words import DIGITS

_YEAR = r"(?:1[89]|20)\d\d"
_LIFE = regex(
    rf"""
    \b(?:lahir|kelahiran)\b [^.;\d]{{0,60}}
    (?:\d{{1,2}}[ ]\w{{3,9}}[ ])? (?P<born>{_YEAR}) (?!\d|-an)
    [^.;\d]{{0,160}} \b(?:meninggal|wafat|tutup[ ]usia|gugur|mangkat)\b [^.;\d]{{0,80}}
    (?:\d{{1,2}}[ ]\w{{3,9}}[ ])? (?P<died>{_YEAR}) (?!\d|-an)
    [^.;\d]{{0,60}} \b(?:usia|umur)\s(?P<age>\d{{1,3}})(?:\stahun|\sth\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TWO_YEARS = regex(r"\d{4}\s?[-–/]\s?\d{4}")
_SPAN = regex(
    rf"""\b(?:tahun|periode|masa[ ](?:jabatan|bakti|bhakti|khidmat)|pelajaran|ajaran|anggaran)\s
    (?P<from>{_YEAR})\s?[-–/]\s?(?P<to>{_YEAR})(?![\d/-])""",
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL = r"ke-?(?P<number>\d{1,3})"
_BIRTHDAY = regex(
    rf"""\b(?:HUT|hari\sulang\stahun|ulang\stahun|dirgahayu|hari\sjadi)\s
    (?:(?:kemerdekaan|proklamasi)\s)?
    (?: (?P<whose1>[\w ]{{2,40}}?)\s{_ORDINAL}
      | {_ORDINAL.replace("number", "number2")}\s(?P<whose2>[A-Z][\w ]{{1,40}}) )
    [^.\d]{{0,60}}? (?:tahun\s|\(?\d{{1,2}}[/ ](?:\d{{1,2}}|[A-Z][a-z]{{2,8}})[/ ]|pada\s)
    (?P<year>{_YEAR})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first years: a country's or a body's own day (UU, Keppres, the bodies' own word).
_FOUNDED = {
    "republik indonesia": 1945, "ri": 1945, "kemerdekaan ri": 1945, "indonesia": 1945,
    "kemerdekaan republik indonesia": 1945, "kemerdekaan indonesia": 1945,
    "provinsi banten": 2000, "banten": 2000, "tni": 1945, "bhayangkara": 1946, "polri": 1946,
    "kota cilegon": 1999, "kota tangerang selatan": 2008, "kota serang": 2007,
}  # fmt: skip
_AGED = regex(
    r"(?P<name>[A-Z][a-z]{2,20}(?:\s[A-Z][a-z.]{0,20}){0,4})"
    r"(?:\s\((?P<bare>\d{1,2})(?:\s(?:tahun|th))?\)|,\s(?P<told>\d{1,2})\stahun\b)"
)
_OPENERS = frozenset((
    "Menurut", "Kata", "Ujar", "Tutur", "Ungkap", "Sementara", "Korban", "Tersangka", "Terdakwa",
    "Saksi", "Warga", "Pelaku", "Kini", "Sedangkan", "Adapun", "Bagi", "Namun", "Seorang", "Petani",
    "Nelayan", "Guru", "Siswa", "Anak", "Ibu", "Bapak", "Pak", "Bu",
))  # fmt: skip
_HOLDS_AGE = regex(r"\(\d\d?(?:\)|\st)|\d\stahun")
_NO_AGE = regex(
    r"\b(?:gol|menit|skor|poin|babak|kartu|nomor\spunggung|juz|ayat|surah|surat|pasal)\b",
    re.IGNORECASE,
)


class Lifespan:
    """The age at someone's death, and spans of years that run backwards."""

    needs = DIGITS

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the ages and years that contradict others."""
        text = prose.text
        if "lahir" in text:
            for match in _LIFE.finditer(text):
                years = int(match["died"]) - int(match["born"])
                if int(match["age"]) not in (years, years - 1):
                    message = (
                        f"Lahir {match['born']} dan meninggal {match['died']} berarti berusia "
                        f"{max(years - 1, 0)} atau {years} tahun, bukan {match['age']}."
                    )
                    yield Match(match.start("born"), match.end("age"), (), message)
        if any(word in text for word in ("HUT", "ulang tahun", "ari jadi", "irgahayu")):
            yield from _birthdays(text)
        if not _TWO_YEARS.search(text):
            return
        for match in _SPAN.finditer(text):
            if int(match["from"]) > int(match["to"]):
                fixed = text[match.start() : match.start("from")] + match["to"]
                fixed += text[match.end("from") : match.start("to")] + match["from"]
                message = (
                    f"Tahun {match['from']} tidak mendahului {match['to']}; periksa urutannya."
                )
                yield Match(match.start(), match.end(), (fixed,), message)


def _birthdays(text: str) -> Iterator[Match]:
    for match in _BIRTHDAY.finditer(text):
        whose = " ".join((match["whose1"] or match["whose2"]).lower().split())
        founded = next((_FOUNDED[name] for name in _names_in(whose) if name in _FOUNDED), None)
        if founded is None:
            continue
        number = "number" if match["number"] else "number2"
        years = int(match["year"]) - founded
        if int(match[number]) != years > 0:
            start, end = match.span(number)
            message = (
                f"Pada tahun {match['year']} hari jadinya yang ke-{years}, "
                f"bukan ke-{match[number]}; periksa angka atau tahunnya."
            )
            yield Match(start, end, (str(years),), message)


def _names_in(whose: str) -> Iterator[str]:
    """Yield the words that open a name, the most first."""
    words = whose.split()
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count])


@dataclass(frozen=True, slots=True)
class _Told:
    """What a paragraph says of ages: names with theirs, births with theirs, and its year."""

    aged: tuple[tuple[str, int, int, int, int], ...]
    born: tuple[Birth, ...]
    years: frozenset[int]


class Ages:
    """One person with two ages in a story, or an age that the year of birth contradicts."""

    def __init__(self, about: About) -> None:
        self.about = about

    def note(self, prose: Prose) -> object:
        """Return what a paragraph says of ages; None if it says nothing."""
        text = prose.text
        aged = tuple(_ages(prose)) if _HOLDS_AGE.search(text) else ()
        born = tuple(births(prose))
        years = story_years(text)
        return _Told(aged, born, years) if aged or born or years else None

    def find(self, notes: Sequence[object]) -> Iterator[tuple[int, Match]]:
        """Yield the ages that contradict others, in the order of the story."""
        told = [(index, note) for index, note in enumerate(notes) if isinstance(note, _Told)]
        yield from _twice_aged(told)
        years = {year for _, note in told for year in note.years}
        now = years.pop() if len(years) == 1 else None  # the one year that its dates agree on
        for index, note in told:
            for birth in note.born:
                then = birth.then or now
                if then is not None and birth.year <= then and not birth.fits(then):
                    years_then = then - birth.year
                    message = (
                        f"Dari {birth.year} sampai {then} genap {max(years_then - 1, 0)} atau "
                        f"{years_then} tahun, bukan {birth.age}; periksa tahun atau usianya."
                    )
                    yield index, Match(birth.start, birth.end, (), message)


def _ages(prose: Prose) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield name, age, start, end and sentence of each age in a paragraph."""
    for number, (start, end) in enumerate(prose.sentences):
        if _NO_AGE.search(prose.text, start, end):
            continue
        for match in _AGED.finditer(prose.text, start, end):
            age = int(match["bare"] or match["told"])
            yield (
                _bare(match["name"]),
                age,
                *match.span("bare" if match["bare"] else "told"),
                number,
            )


def _bare(name: str) -> str:
    """Return a name without the words that open a sentence before it."""
    words = name.split()
    while len(words) > 1 and (words[0] in _OPENERS or words[0].endswith("nya")):
        del words[0]
    return " ".join(words)


def _twice_aged(told: Sequence[tuple[int, _Told]]) -> Iterator[tuple[int, Match]]:
    first: dict[str, list[tuple[int, tuple[str, int, int, int, int]]]] = defaultdict(list)
    for index, note in told:
        for aged in note.aged:
            first[aged[0].split()[-1]].append((index, aged))
    for places in first.values():
        index, (name, age, _, _, sentence) = places[0]
        for index2, (name2, age2, start, end, sentence2) in places[1:]:
            if age2 == age or (index2, sentence2) == (index, sentence):
                continue
            # "Bupati Karta Wijaya" and "Karta Wijaya" are one, "Dedi Wijaya" is another.
            if f" {name}".endswith(f" {name2}") or f" {name2}".endswith(f" {name}"):
                message = f"Di sini {age2} tahun, di atas {age} tahun; pastikan usianya."
                yield index2, Match(start, end, (str(age),), message)


def rules() -> list[Rule]:
    """Return the rules of single paragraphs."""
    return [Lifespan(said("fact")["fact.years"])]


def story_rules() -> list[StoryRule]:
    """Return the rules of whole stories."""
    return [Ages(said("fact")["fact.age"])]
