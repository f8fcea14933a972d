"""Dates and times as Indonesians write and read them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QLocale

from newsroom.story.days import MONTHS, WEEKDAYS

_INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS = re.compile(r"(\d{1,2})\s+(\w{3,})\.?\s+(\d{4})")
_SHORT = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{2}))?")
_SHORT_IN_WORDS = re.compile(r"(\d{1,2})\s+(\w{3,})\.?")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")
_SAID_TIME = re.compile(r"(?:(?:pukul|jam)\s+)?(\d{1,2})(?:[.:]?(\d{2}))?", re.IGNORECASE)
_FROM_TODAY = {"kemarin": -1, "hari ini": 0, "besok": 1, "lusa": 2}
_YEARS = 9  # in which each day comes at least once, the 29th of February with the rest
_OTHER_MONTHS = {"agt": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2}
_OTHER_NAMES = {"ahad": 6, "jum'at": 4}


def parse_date(text: str) -> date | None:
    """Read a whole date, such as “3/11/2026” or “3 November 2026”; None if it is none.

    >>> parse_date("20-6-2019"), parse_date("3 Nov 2026"), parse_date("2026-11-03")
    (datetime.date(2019, 6, 20), datetime.date(2026, 11, 3), datetime.date(2026, 11, 3))
    >>> parse_date("31/2/2026")
    """
    text = " ".join(text.split())
    if match := _DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _IN_WORDS.fullmatch(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        return None
    return _date(year, month, day)


def meant_date(text: str, today: date, *, ahead: bool | None) -> date | None:
    """Read a date as it is said from day to day, too: “5/1”, “5 Januari”, “besok”, “Selasa”.

    Without a year it is the next such day, or the last one if dates here lie not ``ahead``;
    where they may lie on either side (None), the nearest.

    >>> meant_date("5/1", date(2026, 11, 28), ahead=True)
    datetime.date(2027, 1, 5)
    >>> meant_date("31 Des", date(2026, 11, 28), ahead=False)
    datetime.date(2025, 12, 31)
    >>> meant_date("besok", date(2026, 12, 31), ahead=True)
    datetime.date(2027, 1, 1)
    >>> meant_date("selasa", date(2026, 11, 28), ahead=True)
    datetime.date(2026, 12, 1)
    >>> meant_date("2/12", date(2026, 11, 28), ahead=None)
    datetime.date(2026, 12, 2)
    """
    if ahead is None:
        sides = (meant_date(text, today, ahead=side) for side in (False, True))
        return min(filter(None, sides), key=lambda day: abs(day - today), default=None)
    text = " ".join(text.split())
    if found := parse_date(text):
        return found
    if (days := _FROM_TODAY.get(text.casefold())) is not None:
        return today + timedelta(days=days)
    if (named := _weekday(text)) is not None:
        away = named - today.weekday()
        return today + timedelta(days=away % 7 if ahead else -(-away % 7))
    if match := _SHORT.fullmatch(text):
        day, month = int(match[1]), int(match[2])
        if match[3]:
            return _date(2000 + int(match[3]), month, day)
    elif match := _SHORT_IN_WORDS.fullmatch(text):
        day, month = int(match[1]), _month(match[2])
    else:
        return None
    step = 1 if ahead else -1
    for year in range(today.year, today.year + step * _YEARS, step):
        found = _date(year, month, day)
        if found and (found >= today if ahead else found <= today):
            return found
    return None


def _month(name: str) -> int:
    """Return the number of a month, written out or cut to three letters and more; else 0."""
    folded = name.casefold()
    known = (n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(folded))
    return next(known, _OTHER_MONTHS.get(folded, 0))


def _weekday(name: str) -> int | None:
    """Return the number of a day of the week, Monday being 0."""
    folded = name.casefold()
    known = {day.casefold(): number for number, day in enumerate(WEEKDAYS)}
    return known.get(folded, _OTHER_NAMES.get(folded))


def _date(year: int, month: int, day: int) -> date | None:
    found = QDate(year, month, day)
    return date(year, month, day) if found.isValid() and year > 0 else None


def full_date(day: date) -> str:
    """Write a date as it is said.

    >>> full_date(date(2026, 11, 3))
    'Selasa, 3 November 2026'
    """
    return _INDONESIAN.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def weekday(day: date) -> str:
    """Name the day of the week.

    >>> weekday(date(2019, 6, 20))
    'Kamis'
    """
    return _INDONESIAN.standaloneDayName(day.isoweekday())


def parse_time(text: str) -> time | None:
    """Read “07.30” or “7:30”; None if it is no time of day.

    >>> parse_time("7.30")
    datetime.time(7, 30)
    >>> parse_time("24.00"), parse_time("7")
    (None, None)
    """
    return _time_of(_TIME.fullmatch(text.strip()))


def meant_time(text: str) -> time | None:
    """Read a time as it is said, too.

    >>> meant_time("7.30"), meant_time("pukul 7"), meant_time("0730")
    (datetime.time(7, 30), datetime.time(7, 0), datetime.time(7, 30))
    >>> meant_time("24.00"), meant_time("7.5")
    (None, None)
    """
    return _time_of(_SAID_TIME.fullmatch(text.strip()))


def _time_of(match: re.Match[str] | None) -> time | None:
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
