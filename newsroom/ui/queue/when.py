"""Moments as short as a list can show them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("When", text)


def when(moment: datetime, today: date) -> str:
    """Return the clock for today, “Kemarin”, or the date; the year only when it is another.

    ``moment`` is told as it stands: bring it to the reader's zone first.

    >>> today = date(2026, 11, 3)
    >>> when(datetime(2026, 11, 3, 10, 42), today), when(datetime(2026, 11, 2, 23, 59), today)
    ('10.42', 'Kemarin')
    >>> when(datetime(2026, 5, 9, 7, 0), today), when(datetime(2025, 11, 3, 7, 0), today)
    ('9 Mei', '3 Nov 2025')
    """
    day = moment.date()
    if day == today:
        return f"{moment:%H.%M}"
    if day == today - timedelta(days=1):
        return tr("Kemarin")
    months = tr("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des").split()
    short = f"{day.day} {months[day.month - 1]}"
    return short if day.year == today.year else f"{short} {day.year}"
