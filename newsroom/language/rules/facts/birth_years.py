"""Ages beside the year of a birth or a founding, in one sentence or in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import MONTHS
from newsroom.language.rules.regex import regex
from newsroom.language.rules.words import holds_one

_YEAR = r"(?:1[89]|20)\d\d(?!\d|-an|\s?[-–]\s?\d)"
_DAY = rf"(?:\d{{1,2}}[ ](?:{'|'.join(MONTHS)})[ ]|\d{{1,2}}/\d{{1,2}}/)?"
_ORIGIN = regex(
    r"\b(?P<how>[Ll]ahir|[Kk]elahiran|[Bb]erdiri|[Dd]idirikan|[Dd]ibentuk|[Dd]ibangun)\b"
    rf"[^.;\d]{{0,60}}{_DAY}(?P<year>{_YEAR})"
)
_NOW = r"(?:kini\s|sekarang\s|genap\s|sudah\s|telah\s|baru\s){0,2}"
_YEARS = r"(?P<age>\d{1,3})\stahun\b(?!\slebih)"
_AGE = rf"\b(?:ber)?(?:usia|umur)(?:nya)?\s{_NOW}"
_AGE_NOW = (
    rf"\b(?:ber(?:usia|umur)|(?:usia|umur)nya)\s{_NOW}{_YEARS}"
    r"(?!\s(?:saat|ketika|waktu|kala|sebelum|pada|dan\s\w+\stahun))"
)
_AGED = regex(rf"(?P<gap>[^.;\d]{{0,80}}?)(?:{_AGE_NOW}|\((?P<bare>\d{{1,2}})\))")
_AGED_THEN = regex(
    rf"[^.;\d]{{0,100}}?{_DAY}(?P<then>{_YEAR})(?P<gap>[^.;\d]{{0,60}}?)"
    rf"(?:{_AGE}|\bgenap\s){_YEARS}"
)
_AGE_FIRST = regex(
    rf"(?:\((?P<bare>\d{{1,2}})\)|{_AGE}{_YEARS})(?P<gap>[^.;\d]{{0,60}}?)\b(?:kelahiran|lahir)\b"
    rf"[^.;\d]{{0,40}}?{_DAY}(?P<year>{_YEAR})"
)
_PRONOUNS = ("ia", "dia", "beliau")
# What opens a sentence that goes on about the same: Ia, Kini ia, Pada 2025 perusahaan itu.
_SAME = regex(
    rf"(?:(?:Kini|Sekarang|Saat\sini|Pada(?:\stahun)?\s{_DAY}{_YEAR}),?\s)?"
    r"(?P<who>[A-Za-z]{3,14}\s(?:itu|tersebut)|[A-Za-z]{2,14})\s"
)
_HOLDS_YEAR = regex(r"\d{4}")
_HOLDS_ORIGIN = ("lahir", "berdiri", "Berdiri", "idirikan", "ibentuk", "ibangun", "Lahir")
_KIN = (
    r"(?:anak|putra|putri|cucu|cicit|adik|kakak|ayah|ibu|istri|suami|bayi|orang\stua|saudara"
    r"|keponakan)"
)
# Before the age these say that it is someone else's; the others may, or of another time.
_ELSE = (
    rf"\b(?:{_KIN}|dengan|oleh|rata-rata|(?!usia|umur)[a-z]{{3,}}nya)\b|(?<!di\s)(?<!ke\s)\b[A-Z]"
)
_OTHERS = regex(_ELSE)
_ANOTHER = regex(rf"{_ELSE}|\b(?:yang|dan|sebelum|setelah|sesudah)\b")
# A bound of years, not a year.
_BOUND = regex(r"\b(?:sebelum|setelah|sesudah|antara|mulai|hingga|sampai)\b")
_THEN = regex(
    r"\b(?:saat|ketika|waktu|sejak|kala|masih|sebelum|menjelang|pada\susia|dulu|pernah)\b",
    re.IGNORECASE,
)
# What police news tells of the day: the age is told of that year.
_EVENT = regex(
    r"\b(?:ditangkap|diringkus|dibekuk|diciduk|diamankan|ditahan|ditemukan)\b[^.;\d]{0,40}?"
    rf"\b\d{{1,2}}(?:[ ](?:{'|'.join(MONTHS)})[ ]|/\d{{1,2}}/)(?P<year>{_YEAR})"
)
_OF_TODAY = regex(r"\b(?:kini|sekarang|saat\sini)\b", re.IGNORECASE)
_OF_KIN = regex(rf"\b{_KIN}(?:nya|ku|mu)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Birth:
    """A year of birth or founding, with an age told of the same; offsets in ``Prose.text``.

    ``then`` is the year in which the age is told, None for that of the story.
    """

    year: int
    age: int
    then: int | None
    start: int
    end: int

    def fits(self, now: int) -> bool:
        """Say whether the age is right in a year, before or after the birthday."""
        return self.age in (now - self.year, now - self.year - 1)


def births(prose: Prose) -> Iterator[Birth]:
    """Yield the years of birth that have an age beside them.

    >>> [(one.year, one.then, one.age) for one in births(Prose(
    ...     "Sekolah itu berdiri pada 1975. Pada 2025 sekolah itu berusia 40 tahun."))]
    [(1975, 2025, 40)]
    """
    text = prose.text
    if not holds_one(text, _HOLDS_ORIGIN) or not _HOLDS_YEAR.search(text):
        return
    for number, (start, end) in enumerate(prose.sentences):
        for match in _AGE_FIRST.finditer(text, start, end):
            if not _ANOTHER.search(match["gap"]):
                yield _birth(match, int(match["year"]), match.start(), match.end())
        found = _ORIGIN.finditer(text, start, end)
        origins = [origin for origin in found if not _BOUND.search(origin.group())]
        for origin in origins:
            told = _told_beside(prose, origin, end)
            if told is None and len(origins) == 1 and number + 1 < len(prose.sentences):
                told = _told_after(prose, origin, start, prose.sentences[number + 1])
            if told is not None:
                yield _birth(told, int(origin["year"]), origin.start("year"), told.end())


def _told_beside(prose: Prose, origin: re.Match[str], end: int) -> re.Match[str] | None:
    """Return the age told in the same sentence as a year of birth."""
    text = prose.text
    then = _AGED_THEN.match(text, origin.end(), end)
    if then and not _ANOTHER.search(text[origin.end() : then.start("then")] + then["gap"]):
        return then
    aged = _AGED.match(text, origin.end(), end)
    if not aged or not _is_birth(origin) or _THEN.search(aged["gap"]):
        return None
    before = text[max(0, origin.start() - 30) : origin.start()]
    is_of_kin = origin["how"].lower() == "lahir" and _OF_KIN.search(before)
    return None if is_of_kin or _OTHERS.search(aged["gap"]) else aged


def _told_after(
    prose: Prose, origin: re.Match[str], start: int, following: tuple[int, int]
) -> re.Match[str] | None:
    """Return the age told in the sentence after that of a birth, if it is of the same."""
    text = prose.text
    before = text[start : following[0]].lower()
    same = _SAME.match(text, *following)
    if not same or _OF_KIN.search(before):
        return None
    who = same["who"].lower()
    noun, _, pointed = who.partition(" ")
    if pointed:
        is_same = re.search(rf"\b{noun}\b", before) is not None
    else:
        is_same = noun in _PRONOUNS and _is_birth(origin)
    if not is_same:
        return None
    then = _AGED_THEN.match(text, *following)
    if then and not _ANOTHER.search(then["gap"]):
        return then
    aged = _AGED.match(text, same.end("who"), following[1])
    if not aged or aged["bare"] or _ANOTHER.search(aged["gap"]) or _THEN.search(aged["gap"]):
        return None
    return aged


def _is_birth(origin: re.Match[str]) -> bool:
    return origin["how"].lower() in ("lahir", "kelahiran")


def _birth(match: re.Match[str], year: int, start: int, end: int) -> Birth:
    told = match.groupdict()
    then = told.get("then")
    if then is None and not _OF_TODAY.search(match.string, start, end):
        event = _EVENT.search(match.string, start, end)
        then = event["year"] if event else None
    return Birth(year, int(told["age"] or told["bare"]), int(then) if then else None, start, end)
