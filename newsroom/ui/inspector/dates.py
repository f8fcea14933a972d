"""Dates and times as Indonesians write and read them."""

from __future__ import annotations

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale

_INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")


def parse_date(text: str) -> date | None:
    """Read “3/11/2026” or “3 November 2026”; None if it is no date.

    >>> parse_date("20-6-2019"), parse_date("3 November 2026")
    (datetime.date(2019, 6, 20), datetime.date(2026, 11, 3))
    >>> parse_date("31/2/2026")
    """
    text = " ".join(text.split())
    if match := _DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
        found = QDate(year, month, day)
    else:
        found = _INDONESIAN.toDate(text, "d MMMM yyyy")
    return date(found.year(), found.month(), found.day()) if found.isValid() else None


def write_date(day: date) -> str:
    """Write a date as it is typed.

    >>> write_date(date(2019, 6, 20))
    '20/6/2019'
    """
    return f"{day.day}/{day.month}/{day.year}"


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
    >>> parse_time("24.00")
    """
    match = _TIME.fullmatch(text.strip())
    if not match:
        return None
    hour, minute = map(int, match.groups())
    return time(hour, minute) if hour < 24 and minute < 60 else None
