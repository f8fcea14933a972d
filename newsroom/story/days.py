"""Weekdays and months as Indonesian newspapers write them."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def written_day(day: date) -> str:
    """Return a day as stories and captions have it.

    >>> written_day(date(2019, 6, 20))
    'Kamis (20/6/2019)'
    """
    return f"{WEEKDAYS[day.weekday()]} ({figures(day)})"


def long_day(day: date) -> str:
    """Return a day with its month in words.

    >>> long_day(date(2019, 6, 5))
    '5 Juni 2019'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def figures(day: date) -> str:
    """Return a day in figures, none of them with a zero before.

    >>> figures(date(2019, 6, 5))
    '5/6/2019'
    """
    return f"{day.day}/{day.month}/{day.year}"
