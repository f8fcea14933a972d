"""Commas around what explains a noun: *dua orang, yaitu …*; *Camat Anyar, Karta, mengatakan*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list

_NUMBER = (
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|satu|seorang|sebuah|"
    r"beberapa|sejumlah|\d{1,3})"
)
_DETAILS = regex(
    r"\b(?:[Aa]da|[Tt]erdapat|[Pp]unya|(?:[Mm]e|[Dd]i|[Bb]er|[Tt]er)[a-z]{3,20}"
    r"(?:[ ](?:atas|dari|menjadi))?)[ ](?:sebanyak[ ]|sedikitnya[ ]|setidaknya[ ])?"
    rf"{_NUMBER}(?P<counted>(?:[ ][a-z][a-z-]{{1,20}}){{0,3}}[ ](?P<last>[a-z][a-z-]{{1,20}}))"
    r"[ ](?P<word>yaitu|yakni)(?=[ ])"
)
# What tells which thing is meant has *yaitu* for its verb: yang menewaskan dua orang yaitu banjir.
_TOLD = regex(r"\b(?:[Yy]ang|[Ss]alah satu|[Ss]atu(?:-satunya)?|[Ss]elain)\b")
_PREDICATES = ("me", "di", "ber", "ter")
_SHORTEST = 6
_COUNTED = frozenset((
    "berita", "berkas", "dinas", "diagnosis", "dimensi", "direktur", "media", "medali", "mekanik",
    "menteri", "mesjid", "metode", "terdakwa", "terduga", "terlapor", "terminal", "terpidana",
    "tersangka", "terumbu",
))  # fmt: skip
_NO_NOUN = frozenset(("yang", "itu", "ini", "tersebut", "adalah", "ialah", "lain"))

_OFFICES = (
    "Kepala", "Ketua", "Sekretaris", "Direktur", "Bupati", "Gubernur", "Wali Kota", "Camat",
    "Lurah", "Menteri", "Rektor", "Koordinator", "Komandan", "Kapolres", "Kapolresta",
    "Kapolsek", "Kapolda", "Kasat", "Kabid", "Kasi", "Kades", "Sekda", "Danramil", "Dandim",
    "Kajari", "Kajati", "Manajer",
)  # fmt: skip
_FIRST = frozenset(office.split()[0].lower() for office in _OFFICES)
_OFFICE = rf"(?:Wakil[ ]|Plt\.?[ ]|Pj\.?[ ])?(?:{'|'.join(_OFFICES).replace(' ', '[ ]')})\b"
_OPENED = (
    rf"(?P<office>{_OFFICE}(?:[ ](?:[A-Z][\w/-]{{0,30}}|dan|serta|untuk)){{0,12}}),"
    r"[ ](?P<name>[A-Z][\w'’-]{1,30}(?:[ ][A-Z][\w.'’-]{0,30}){0,4})[ ](?=(?:VERBS)\b)"
)
_BEFORE = regex(
    r"(?:“|\"|Sementara(?:[ ]itu,?)?[ ]|Adapun[ ]|(?:Senada|Terpisah|Namun|Selain[ ]itu),[ ]|"
    r"Di[ ]tempat[ ](?:yang[ ]sama|terpisah),[ ])?"
)
# Verbs by which an office speaks, beside those of the list.
_SPEAKING = ("meminta", "menyebut", "mengajak", "menilai", "mengapresiasi", "menuturkan")


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("punctuation")
    verbs = "|".join(sorted({*read_list("attribution")["before"], *_SPEAKING}))
    opened = regex(_OPENED.replace("VERBS", verbs))
    return [
        DetailComma(about["punctuation.comma_detail"]),
        OpenApposition(about["punctuation.apposition"], opened),
    ]


@dataclass(frozen=True, slots=True)
class DetailComma:
    """A number of things that *yaitu* or *yakni* names, with no comma before it.

    Only where a verb stands before the number: else *yaitu* may be the sentence's own verb.
    """

    about: About
    needs: tuple[str, ...] = (" yaitu ", " yakni ")

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the last word of what is counted, with the word that names it."""
        for match in _DETAILS.finditer(prose.text):
            before = re.split(
                r"[.?!,;:“”]", prose.text[max(0, match.start() - 160) : match.start()]
            )
            if _TOLD.search(before[-1]) or not all(map(_is_noun, match["counted"].split())):
                continue
            start, end = match.start("last"), match.end("word")
            yield Match(start, end, (f"{match['last']}, {match['word']}",))


@dataclass(frozen=True, slots=True)
class OpenApposition:
    """A name behind an office, with a comma before it and none behind it.

    The comma makes the name an apposition, which two commas enclose; without either, the
    office is the name's title. ``opened`` finds them before verbs of speech.
    """

    about: About
    opened: re.Pattern[str]

    def may_mark(self, word: str) -> bool:
        """Say whether the rule may find something on account of a word in lower case."""
        return word in _FIRST

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield the last word of the office, with the name."""
        starts = [start for start, _ in prose.sentences]
        for match in self.opened.finditer(prose.text):
            opening = max((start for start in starts if start <= match.start()), default=0)
            if not _BEFORE.fullmatch(prose.text, opening, match.start()):
                continue
            if re.match(_OFFICE, match["name"]):
                continue
            last = match["office"].rpartition(" ")[2]
            start = match.end("office") - len(last)
            name = match["name"]
            yield Match(start, match.end("name"), (f"{last}, {name},", f"{last} {name}"))


def _is_noun(word: str) -> bool:
    if word in _NO_NOUN:
        return False
    return len(word) < _SHORTEST or word in _COUNTED or not word.startswith(_PREDICATES)
