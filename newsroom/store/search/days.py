"""Days as people write them in a search: *kemarin, 1/6/2026, 1 Juni, 2026-06*."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from newsroom.story.days import MONTHS, WEEKDAYS

_FIGURES = re.compile(r"\d{1,4}(?:[-/.]\d{1,4}){0,2}")
_IN_WORDS = re.compile(r"(?:(\d{1,2})[\s-]+)?([a-z]{3,})(?:[\s-]+(\d{4}))?")
_TODAY = ("hari ini", "hari-ini", "hariini")


def period(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of what a text names; None if it names no day.

    Without a year it is the last one that is not still to come.

    >>> today = date(2026, 6, 3)
    >>> [str(day) for day in period("1 Juni 2025", today)]
    ['2025-06-01', '2025-06-01']
    >>> [str(day) for day in period("feb", today)]
    ['2026-02-01', '2026-02-28']
    >>> period("31/2/2026", today)
    """
    text = text.strip().lower()
    if text in _TODAY:
        return today, today
    if text == "kemarin":
        return today - timedelta(1), today - timedelta(1)
    for number, name in enumerate(WEEKDAYS):
        if text == name.lower():
            day = today - timedelta((today.weekday() - number) % 7)
            return day, day
    if _FIGURES.fullmatch(text):
        return _in_figures(text, today)
    if parts := _IN_WORDS.fullmatch(text):
        months = [at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(parts[2])]
        if len(months) == 1:
            return _known(parts[3], months[0], parts[1], today)
    return None


def _in_figures(text: str, today: date) -> tuple[date, date] | None:
    parts = re.split("[-/.]", text)
    match [len(part) > 2 for part in parts]:
        case [True]:
            return _known(parts[0], None, None, today)
        case [True, False]:
            return _known(parts[0], int(parts[1]), None, today)
        case [True, False, False]:
            return _known(parts[0], int(parts[1]), parts[2], today)
        case [False, True]:
            return _known(parts[1], int(parts[0]), None, today)
        case [False, False]:
            return _known(None, int(parts[1]), parts[0], today)
        case [False, False, True]:
            return _known(parts[2], int(parts[1]), parts[0], today)
    return None


def _known(
    year: str | None, month: int | None, day: str | None, today: date
) -> tuple[date, date] | None:
    """Return the day, the month or the year meant; None if there is none such."""
    if year is None:
        for past in (today.year, today.year - 1):
            found = _known(str(past), month, day, today)
            if found and found[0] <= today:
                return found
        return None
    try:
        first = date(int(year), month or 1, int(day or 1))
    except ValueError:
        return None
    if month is None:
        return first, date(first.year, 12, 31)
    return first, first if day else first.replace(day=monthrange(first.year, month)[1])
