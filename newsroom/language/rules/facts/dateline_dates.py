"""The date of a dateline, against the days that the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from newsroom.language.rules.dates import WEEKDAYS, WrittenDate
from newsroom.language.rules.facts.datelines import AgainstDateline, Told
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import Match, StoryRule
from newsroom.language.rules.said import said
from newsroom.language.rules.word_lists import read_list
from newsroom.story.dateline import Dateline
from newsroom.story.days import figures

_NEAR = timedelta(days=120)  # a day without its year is of the months around the report
_FROM = {"hari ini": 0, "kemarin": -1, "besok": 1, "lusa": 2}
_SEEN = regex(
    r"(?<![\w-])(?P<said>hari ini|kemarin|besok|lusa)(?:,?\s\(?|\s?\()(?:tanggal\s)?$",
    re.IGNORECASE,
)
# Before these words a weekday is meant: Kamis kemarin, Senin besok.
_OF_WEEKDAY = regex(rf"\b(?:{'|'.join(WEEKDAYS)}|pekan|minggu|bulan|tahun)\s$", re.IGNORECASE)
_DONE = regex(r"\b(?:telah|tewas|seusai|usai|ditemui|tadi|kemarin|menurut)\b", re.IGNORECASE)
_YET_TO_COME = regex(
    r"\b(?:akan|bakal|rencana\w*|berencana|dijadwalkan|diagendakan|ditetapkan|jadwal|agenda"
    r"|mendatang|nanti|besok|lusa|depan|hendak|hingga|sampai|paling|tenggat|batas|mulai|sejak|jelang"
    r"|menjelang|berlaku|berakhir|bila|jika|kalau|apabila|sebelum)\b",
    re.IGNORECASE,
)
_BETWEEN = (
    "di|dan|dari|kepada|wartawan|awak|media|saat|ketika|ditemui|dihubungi|usai|seusai|dia|ia|itu|pria"
    "|perempuan|kantor|kantornya|lokasi|melalui|lewat|telepon|dalam|keterangan|tertulis|tertulisnya"
    "|pada|hari|siaran|pers|oleh|sejumlah"
)
_PART_OF_DAY = regex(r"\)?\s(?:dini\shari|pagi|siang|sore|petang|malam)\b")
_VERB = regex(r"\b(?:di|me|ber|ter)[a-z]{3,}")
_CLOSING = 4  # code points after a date that closes its sentence: a bracket, a stop, a quote


class LaterThanDateline(AgainstDateline):
    """A day after that of the dateline on which something is told to have happened."""

    def against(
        self, dateline: Dateline, told: Sequence[tuple[int, Told]]
    ) -> Iterator[tuple[int, Match]]:
        """Yield each such day: somebody spoke on it, or the lead reports it as done."""
        for index, part, written, day in _days(dateline, told):
            if dateline.date is None or day <= dateline.date:
                continue
            text = part.prose.text
            start, end = _sentence(part, written.start)
            if _YET_TO_COME.search(text, start, end):
                continue
            sentence, place = text[start:end], (written.start - start, written.end - start)
            is_done = _DONE.search(sentence) or _has_befallen(sentence, *place)
            if (part is told[0][1] and is_done) or _is_spoken_on(sentence, *place):
                message = (
                    f"{figures(day)} sesudah tanggal dateline ({figures(dateline.date)}), padahal "
                    "diberitakan sebagai sudah terjadi; periksa kedua tanggal itu."
                )
                yield index, Match(written.date_start, written.date_end, (), message)


class SeenFromDateline(AgainstDateline):
    """*Hari ini*, *kemarin* or *besok* with a date that is not that day."""

    def against(
        self, dateline: Dateline, told: Sequence[tuple[int, Told]]
    ) -> Iterator[tuple[int, Match]]:
        """Yield each such date."""
        for index, part, written, day in _days(dateline, told):
            text = part.prose.text
            seen = _SEEN.search(text, max(0, written.start - 40), written.start)
            if not seen or dateline.date is None or written.first is not None:
                continue
            if _OF_WEEKDAY.search(text, max(0, seen.start() - 10), seen.start()):
                continue
            meant = dateline.date + timedelta(days=_FROM[seen["said"].lower()])
            if day != meant:
                message = (
                    f"Dilihat dari tanggal dateline ({figures(dateline.date)}), “{seen['said']}” "
                    f"adalah {WEEKDAYS[meant.weekday()]} ({figures(meant)}); periksa tanggalnya."
                )
                yield index, Match(seen.start(), written.date_end, (), message)


class WeekdayOfYear(AgainstDateline):
    """A weekday that is not that of its date, whose year the dateline tells: *Rabu (20/6)*."""

    def against(
        self, dateline: Dateline, told: Sequence[tuple[int, Told]]
    ) -> Iterator[tuple[int, Match]]:
        """Yield each such weekday."""
        for index, _, written, day in _days(dateline, told):
            if written.year or written.weekday in (None, day.weekday()):
                continue
            if written.first is not None or written.first_weekday is not None:
                continue
            right = WEEKDAYS[day.weekday()]
            message = (
                f"{figures(day)} jatuh pada hari {right}, bukan {WEEKDAYS[written.weekday]}; "
                "periksa mana yang keliru, hari atau tanggalnya."
            )
            yield index, Match(*written.weekday_span, (right,), message)


def story_rules() -> list[StoryRule]:
    """Return the rules of this module. Raises RuleError for a faulty list."""
    about = said("fact")
    return [
        LaterThanDateline(about["fact.dateline_date"]),
        SeenFromDateline(about["fact.dateline_today"]),
        WeekdayOfYear(about["fact.dateline_weekday"]),
    ]


def _days(
    dateline: Dateline, told: Sequence[tuple[int, Told]]
) -> Iterator[tuple[int, Told, WrittenDate, date]]:
    """Yield the dates that paragraphs tell in their own words, with the day meant."""
    if dateline.date is None:
        return
    for index, part in told:
        for written in part.dates:
            day = written.as_date() or _near(written, dateline.date)
            is_own = not part.prose.is_quoted(written.start, written.end)
            if day and written.start >= part.start and is_own:
                yield index, part, written, day


def _near(written: WrittenDate, to: date) -> date | None:
    """Return the day meant by a date without its year, if that is told by a day near it."""
    if written.year or not written.exists or (written.day, written.month) == (29, 2):
        return None
    days = (date(year, written.month, written.day) for year in (to.year - 1, to.year, to.year + 1))
    return next((day for day in days if abs(day - to) <= _NEAR), None)


def _sentence(part: Told, at: int) -> tuple[int, int]:
    spans = part.prose.sentences
    start, end = next(((s, e) for s, e in spans if s <= at < e), (part.start, at))
    return max(start, part.start), end


def _is_spoken_on(sentence: str, start: int, end: int) -> bool:
    """Say whether a date closes its sentence, after who spoke: *kata Karta, Kamis (…).*"""
    closes = len(sentence) - end <= _CLOSING
    return closes and _speaking().search(sentence, 0, start) is not None


def _has_befallen(sentence: str, start: int, end: int) -> bool:
    """Say whether a date closes what nobody plans: *Api menghanguskan pasar, Kamis (…).*"""
    before = sentence[:start].rstrip()
    part = _PART_OF_DAY.match(sentence, end)
    closes = len(sentence) - (part.end() if part else end) <= _CLOSING
    befallen, feared = _befallen()
    if not closes or not before.endswith(",") or feared.search(sentence):
        return False
    # With another verb it may be of that one that the day is: meninjau rumah yang terbakar.
    others = _VERB.search(befallen.sub("", before)) or "yang" in before.split()
    return not others and befallen.search(before) is not None


@cache
def _befallen() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = read_list("datelines")
    befallen, feared = ("|".join(words[name]) for name in ("befallen", "feared"))
    return (
        re.compile(rf"\b(?:{befallen})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{feared})\b", re.IGNORECASE),
    )


@cache
def _speaking() -> re.Pattern[str]:
    """Return what ends in who spoke, and where; other words would say of what day it is told."""
    verbs = read_list("attribution")
    said_by = "|".join(
        [*verbs["after"], *(f"{verb}nya" for verb in verbs["after"] + verbs["named"])]
    )
    this = r"[Hh]al\s(?:itu|ini|tersebut|senada|serupa)"
    told = rf"(?:{'|'.join(verbs['before'])})\s{this}|{this}\s(?:{'|'.join(verbs['passive'])})"
    who = rf"(?:,?\s(?:[A-Z][\w.’'-]{{0,30}}|{_BETWEEN})){{0,20}}"
    return re.compile(rf"\b(?:{said_by}|{told}){who},?\s?$")
