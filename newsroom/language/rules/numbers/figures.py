"""Figures and money whose fault only their neighbours tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newsroom.language.prose import Prose
from newsroom.language.rules.coded import Work, Worked
from newsroom.language.rules.dates import MONTHS
from newsroom.language.rules.kinds import TITLE_FIELDS
from newsroom.language.rules.numbers import measures
from newsroom.language.rules.numbers.in_words import UNITS, spelled
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.language.rules.words import DIGITS, word_before

_TIME_WORDS = frozenset((
    "tahun", "pada", "sejak", "mulai", "hingga", "sampai", "awal", "akhir", "abad",
    *map(str.lower, MONTHS),
))  # fmt: skip
_YEAR = regex(r"1[5-9]\d\d|20\d\d")
# Figures with their stops and commas; codes, dates, versions and addresses are none. What
# may not stand before is said behind the first figure: such an expression searches faster.
_FIRST = r"\d(?:(?<![\w.,/:+-]\d)|(?<=Rp\d)|(?<=Rp\.\d))"
_FIGURE = rf"(?P<figure>{_FIRST}[\d.,]*\d)(?![\w/:+-]|[.,]\d)"
_KE = r"(?P<ke>[Kk]e)(?<![\w-]ke)(?<![\w-]Ke)"
_FOLLOWS = regex(r" ([^\W\d_]{2,30})")
# Who leaves one thing goes to another, and who calls dials a number.
_LEAVES = regex(r"\b(?:dari|menghubungi|hubungi|telepon|pindah|lapor\w*|kirim\w*)\b", re.IGNORECASE)
_MEETING = regex(
    r"\b(?:rapat|sidang|musyawarah|kongres|konferensi|muktamar|festival|lomba|seminar|putaran)"
    r"(?:\s(?:kerja|pleno|umum|besar|luar biasa|tahunan|daerah|wilayah|nasional|internasional"
    r"|paripurna|anggota|koordinasi|lanjutan)){1,3}\s$",
    re.IGNORECASE,
)
_AFTER_NAME = frozenset((
    "di", "pada", "tahun", "yang", "ini", "itu", "tersebut", "digelar", "dibuka", "ditutup",
    "dimulai", "diikuti", "dihadiri", "berlangsung", "berakhir", "akan", "resmi", "kembali",
    "sudah",
))  # fmt: skip
_ENGLISH = regex(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d{1,2})?|[1-9]\d{0,2},\d{3}\.\d{2}")
_NO_DECIMAL = frozenset(("pukul", "jam", "pkl", "versi", "pasal", "nomor", "no"))
_QUAKES = frozenset(("magnitudo", "bermagnitudo", "m"))
_MONEY = ("Rp", "Rp ", "Rp.", "Rp. ", "Rp\u00a0")


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about, words = said("number"), read_list("numbers")
    counted, measured = _any_of(words["counted"]), _any_of(words["measured"])
    codes, numbered = frozenset(words["codes"]), frozenset(words["numbered"])

    def worked(name: str, expression: str, work: Work, needs: tuple[str, ...] = DIGITS) -> Worked:
        return Worked(about[f"number.{name}"], regex(expression), work, needs)

    visited = frozenset(words["visited"])

    def ordinal(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        follows = _FOLLOWS.match(prose.text, match.end())
        if follows and follows[1].lower() in visited:
            return None  # kunjungan presiden ke 3 negara
        numbers = word_before(prose.text, match.start()) in numbered
        goes_on = follows is not None and follows[1] not in _AFTER_NAME
        event = _MEETING.search(prose.text, max(0, match.start() - 40), match.start())
        if not numbers and (goes_on or not (event or _names_event(match, prose))):
            return None
        return (f"{match['ke']}-{match['figure']}",)

    def ordinal_word(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        before = word_before(prose.text, match.start())
        told = before in numbered and before not in {"anak", "tahun"}  # anak ke dua orang tua
        return (match["ke"] + match["word"],) if match["by"] == "-" or told else None

    def long_figure(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
        before = prose.text[max(0, match.start() - 40) : match.start()].split()[-1:]
        # A capital before it makes it part of a name or an address.
        named = before and (before[0].lower().strip(".,:()") in codes or not before[0].islower())
        if named or _is_money(match, prose) or not re.fullmatch(r"[1-9]\d{4,11}", match["figure"]):
            return None
        return (_grouped(match["figure"]),)

    big = rf"[ ](?:{counted}|ton|hektare|meter)\b"
    once = "|".join(UNITS[1:])
    return [
        worked(
            "grouping",
            rf"{_FIGURE}(?P<counted>(?=[ ](?:{counted})\b))?",
            _regroup,
            tuple(f",{digit}" for digit in DIGITS),
        ),
        worked(
            "grouping_likely",
            r"(?P<figure>\d(?<![\w.,/:+-]\d)\d{0,2},\d\d0)(?=[ ](?:ton|meter|hektare?|liter|gram"
            r"|kilogram|kilometer|kuintal|kg|km|ha|watt)\b)",
            _regroup_likely,
            tuple(f",{digit}" for digit in DIGITS),
        ),
        worked(
            "group_size",
            r"Rp(?<!\wRp)[ ]?\d+(?:\.\d+)+(?![\w.]*\d)(?! (?:ribu|juta|m|t))",
            _wrong_size,
            ("Rp",),
        ),
        worked(
            "decimal",
            rf"{_FIGURE}(?P<measured>(?=%|[ ](?:{measured})\b))?",
            _decimal,
            tuple(f".{digit}" for digit in DIGITS),
        ),
        worked(
            "thousands",
            rf"{_FIGURE}(?P<counted>(?={big}))?",
            _thousands,
        ),
        worked("long_figure", rf"{_FIGURE}(?!{big})", long_figure),
        worked(
            "large",
            rf"(?P<figure>{_FIRST}\d{{0,2}}(?:\.\d{{3}}){{2,4}})(?![\w.,]*\d)",
            _large,
            (".000",),
        ),
        worked(
            "ordinal_space",
            rf"{_KE}[ ](?P<figure>\d{{1,3}})(?![\w.,:%-]{{0,20}}\d|[\w%]| ?(?:ribu|juta|persen))",
            ordinal,
            ("ke ", "Ke "),
        ),
        worked(
            "ordinal_word",
            rf"{_KE}(?P<by>[- ])(?P<word>{once}|sepuluh)(?![\w-])",
            ordinal_word,
            ("ke-", "ke ", "Ke-"),
        ),
        *measures.rules(),
        Opening(about["number.opens"], frozenset(words["measured"])),
    ]


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that opens with a figure; sentences of text only, no headlines or lists.

    What one word says is written as a word (EYD V, II.G.2), but not a measure or a value,
    such as ``measured`` are (II.G.3): these and longer numbers move behind another word.
    """

    needs: ClassVar = DIGITS
    about: About
    measured: frozenset[str]
    _FIGURE = regex(r"[“\"]?(\d(?:[\d.]*\d)?)(?=[ ]([a-z]{3,})\b)")
    _AFTER_ABBREVIATION = regex(r"(?:(?<![^\s(])[\w.]{1,4}|\d)\.[”\"]?\s*$")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the figure that opens a sentence."""
        text = prose.text
        for start, end in prose.sentences:
            match = self._FIGURE.match(text, start, end)
            if (
                match is None
                or _YEAR.fullmatch(match[1])
                or match[2] in _TIME_WORDS
                or text[start:end].count(" ") < 4
            ):
                continue
            listed = start == 0 and prose.place(0, 1)[0] != 0
            if listed or not text[start:end].rstrip('”" ').endswith((".", "!", "?")):
                continue
            if self._AFTER_ABBREVIATION.search(text, max(0, start - 8), start):
                continue
            figure = match[1]
            worded = spelled(int(figure.replace(".", "")))
            fixes = [f"Sebanyak {figure}"]
            if worded and match[2] not in self.measured:
                fixes.insert(len(fixes) if " " in worded else 0, worded.capitalize())
            yield Match(match.start(1), match.end(1), tuple(fixes))


def _names_event(match: re.Match[str], prose: Prose) -> bool:
    """Say whether *ke 7* can only be the seventh of the name before it: *Festival Laut ke 7*."""
    if len(match["figure"]) > 2 or prose.field in TITLE_FIELDS:
        return False
    text = prose.text
    at = bisect_left(prose.words, match.start(), key=lambda word: word.end)
    if not at or text[prose.words[at - 1].end : match.start()] != " ":
        return False
    before = prose.words[at - 1]
    named = before.text[:1].isupper() and len(before.text) > 2 and not before.opens
    return named and not _LEAVES.search(text, max(0, before.start - 40), before.start)


def _is_money(match: re.Match[str], prose: Prose) -> bool:
    return prose.text[max(0, match.start() - 4) : match.start()].endswith(_MONEY)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _grouped(figure: str) -> str:
    return f"{int(figure):,}".replace(",", ".")


def _regroup(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Correct English grouping: 1,000,000 and 1,000.50."""
    figure = match["figure"]
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{3})+", figure):
        return (figure.replace(",", "."),)  # 1,250.000: both at once
    counts = _is_money(match, prose) or match["counted"] is not None
    if counts and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+,\d{3}", figure):
        return (figure.replace(",", "."),)
    if not _ENGLISH.fullmatch(figure):
        if not counts or not re.fullmatch(r"[1-9]\d{0,2},\d{3}", figure):
            return None
        if re.match(
            r"[ ](?:ribu|juta|mil[iy]ar|triliun|jt|m|t)\b",
            prose.text[match.end() : match.end() + 10],
            re.I,
        ):
            return None
    swapped = figure.translate(str.maketrans(",.", ".,"))
    return (swapped,)


def _regroup_likely(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Group what may be a decimal, but hardly with a nought at its end: 1,500 meter."""
    return None if match["figure"].startswith("0") else (match["figure"].replace(",", "."),)


def _wrong_size(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Find groups that do not hold three figures: Rp10.00.000."""
    first, *groups = match.group().removeprefix("Rp").strip().split(".")
    # One short group may be a decimal written with a stop; that is another rule's.
    if len(groups) == 1 and len(groups[0]) < 3:
        return None
    return () if len(first) > 3 or any(len(group) != 3 for group in groups) else None


def _decimal(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Correct a decimal stop: 2.5 persen, magnitudo 5.1."""
    if not re.fullmatch(r"\d{1,3}\.\d{1,2}", match["figure"]):
        return None
    before = word_before(prose.text, match.start())
    if before in _NO_DECIMAL or (match["measured"] is None and before not in _QUAKES):
        return None
    if before == "m" and "empa" not in prose.text:  # gempa, Gempa
        return None
    return (match["figure"].replace(".", ","),)


def _thousands(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Group the figures of an amount: Rp1500000, 12500 warga."""
    figure = match["figure"]
    money, counted = _is_money(match, prose), match["counted"] is not None
    if not re.fullmatch(r"[1-9]\d{3,14}", figure) or not (money or counted):
        return None
    if len(figure) == 4 and not money:
        year = 1500 <= int(figure) <= 2100
        if (year and figure[2:] != "00") or word_before(prose.text, match.start()) in _TIME_WORDS:
            return None
    return (_grouped(figure),)


def _large(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Say a large round number in words: Rp5.000.000.000 is Rp5 miliar; not a small price."""
    if _is_money(match, prose) and len(match["figure"]) < len("10.000.000"):
        return None
    number = int(match["figure"].replace(".", ""))
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")):
        if number >= size:
            if number % (size // 100):
                return None
            whole = f"{number / size:.2f}".rstrip("0").rstrip(".").replace(".", ",")
            return (f"{whole} {name}",)
    return None
