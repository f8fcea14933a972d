"""When something was said, in the words of a talk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from newsroom.ui.queue.when import when

_MINUTE, _HOUR = 60, 3600  # seconds


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("WhenSaid", text)


def when_said(moment: datetime, now: datetime) -> str:
    """Return how long ago it was, within the hour, and else the day and the clock.

    Both are told as they stand: bring them to the reader's zone first.

    >>> now = datetime(2026, 11, 3, 10, 42)
    >>> when_said(datetime(2026, 11, 3, 10, 41, 30), now)
    'Baru saja'
    >>> when_said(datetime(2026, 11, 3, 10, 30), now), when_said(datetime(2026, 11, 3, 7, 5), now)
    ('12 menit lalu', 'Hari ini 07.05')
    >>> when_said(datetime(2026, 11, 2, 23, 9), now), when_said(datetime(2026, 5, 9, 7, 0), now)
    ('Kemarin 23.09', '9 Mei 07.00')
    """
    ago = (now - moment).total_seconds()
    if 0 <= ago < _MINUTE:
        return tr("Baru saja")
    if 0 <= ago < _HOUR:
        return tr("{0} menit lalu").format(int(ago // _MINUTE))
    clock = f"{moment:%H.%M}"
    day = when(moment, now.date())
    return f"{tr('Hari ini') if day == clock else day} {clock}"
