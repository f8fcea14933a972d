"""Facts of the calendar: the weekday of a date, and days that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.language.prose import Prose
from newsroom.language.rules.dates import (
    MONTHS,
    WEEKDAYS,
    WrittenDate,
    names_weekday,
    written_dates,
)
from newsroom.language.rules.regex import regex
from newsroom.language.rules.rule import About, Match, Rule
from newsroom.language.rules.said import said
from newsroom.language.rules.words import DIGITS
from newsroom.story.days import long_day

# Before this Indonesia's papers, and much of the world, reckoned days otherwise.
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
# What most paragraphs lack: a year or a date in figures; a day or month that may not be.
_HOLDS_YEAR = regex(r"\d[/.-]\d{1,2}[/.-]\d|\d{4}")
_HOLDS_ODD_DAY = regex(r"(?:29|[3-9]\d|0)[\s/.-]|/(?:1[3-9]|[2-9]\d|00?)[/)]")
_FULL_YEAR = regex(r"\d{4}$")
_LAST_SLIP = 39  # a day of the month that may be a slip; more are a document's number
# After these figures are a date, after the first whatever parts them.
_TOLD_AS_DATE = regex(r"\b(?:tanggal|tgl\.?)\s$", re.IGNORECASE)
_TOLD_AS_TIME = regex(
    r"\b(?:tanggal|tgl\.?|pada|sejak|hingga|sampai|mulai|per|lahir)\s$", re.IGNORECASE
)
# Figures after these are no date: Nomor 31/6/2019.
_NUMBERED = regex(r"(?:nomor|no\.?|sk|perkara|surat|pasal|rasio|skor)[:\s]{1,3}$", re.IGNORECASE)


class Weekday:
    """A weekday that is not that of the date beside it."""

    needs = DIGITS

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each weekday with its date, corrected to the date's own weekday."""
        if not _HOLDS_YEAR.search(prose.text) or not names_weekday(prose.text):
            return
        for written in written_dates(prose.text):
            day = written.as_date()
            if written.weekday is None or not day or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
                continue
            if not _agrees(written, day):
                yield self._match(prose.text, written, day)

    def _match(self, text: str, written: WrittenDate, day: date) -> Match:
        assert written.weekday is not None
        right, found = WEEKDAYS[day.weekday()], WEEKDAYS[written.weekday]
        message = (
            f"{long_day(day)} jatuh pada hari {right}, bukan {found}; "
            f"{found} terdekat {long_day(_nearest(day, written.weekday))}. "
            "Periksa mana yang keliru, hari atau tanggalnya."
        )
        (start, end), last = written.weekday_span, written.end
        if "(" in text[written.start : last] and text[last : last + 1] == ")":
            last += 1
        put = right.upper() if text[start:end].isupper() else right
        fixed = text[written.start : start] + put + text[end:last]
        # Two weekdays before one date leave open which of them is meant.
        fixes = () if written.first_weekday is not None else (fixed,)
        return Match(written.start, last, fixes, message)


class ImpossibleDate:
    """A day that the calendar does not have."""

    needs = DIGITS

    def __init__(self, about: About) -> None:
        self.about = about

    def find(self, prose: Prose) -> Iterator[Match]:
        """Yield each date that there is not; day and month swapped are put right."""
        if not _HOLDS_ODD_DAY.search(prose.text):
            return
        for written in written_dates(prose.text):
            if written.exists or not _is_meant_as_date(prose.text, written):
                continue
            swapped = _swapped(written)
            message = (
                f"Bulan ke-{written.month} tidak ada; di Indonesia urutannya hari/bulan/tahun."
                if not 1 <= written.month <= 12
                else f"Tidak ada tanggal {written.day} {MONTHS[written.month - 1]}"
                f"{f' {written.year}' if written.year else ''}; periksa tanggalnya."
            )
            yield Match(written.date_start, written.date_end, swapped, message)


def rules() -> list[Rule]:
    """Return the rules of this module."""
    about = said("fact")
    return [Weekday(about["fact.weekday"]), ImpossibleDate(about["fact.date"])]


def _agrees(written: WrittenDate, day: date) -> bool:
    weekday, first_weekday = written.weekday, written.first_weekday
    if first_weekday is not None:
        if written.first is None:  # Rabu hingga Kamis (20/6/2019): either may be meant
            return day.weekday() in (weekday, first_weekday)
        earlier = day - timedelta(days=max(day.day - written.first, 0))
        return day.weekday() == weekday and earlier.weekday() == first_weekday
    return written.first is not None or day.weekday() == weekday


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _is_meant_as_date(text: str, written: WrittenDate) -> bool:
    """Say whether it can only be a date: figures may as well be a document's number."""
    if written.in_figures:
        if written.year is not None and not 1900 <= written.year < 2100:
            return False
        before = text[max(0, written.date_start - 12) : written.date_start]
        if written.weekday is not None or _TOLD_AS_DATE.search(before):
            return not _NUMBERED.search(before)
        found = text[written.date_start : written.date_end]
        if written.mark != "/" or not _FULL_YEAR.search(found) or _NUMBERED.search(before):
            return False
        if written.day > 31:
            return written.day <= _LAST_SLIP and _TOLD_AS_TIME.search(before) is not None
        return True
    if written.month and written.day > 31:
        return written.year is not None and written.day <= _LAST_SLIP
    return True


def _swapped(written: WrittenDate) -> tuple[str, ...]:
    """Return month/day/year, as written in America, in the order used here."""
    if written.in_figures and 12 < written.month <= 31 and 1 <= written.day <= 12:
        year = f"{written.mark}{written.year}" if written.year else ""
        return (f"{written.month}{written.mark}{written.day}{year}",)
    return ()
