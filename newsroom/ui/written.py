"""Numbers and spans of time as Indonesians write them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_HOUR = 3600  # seconds


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Written", text)


def number(count: int) -> str:
    """Write a whole number.

    >>> number(1250)
    '1.250'
    """
    return f"{count:,}".replace(",", ".")


def duration(seconds: int) -> str:
    """Write a span of time, as finely as it is worth.

    >>> duration(45), duration(85), duration(909 * 60 + 20)
    ('45 dtk', '1 mnt 25 dtk', '15 j 9 mnt')
    """
    if seconds < 60:
        return tr("{0} dtk").format(seconds)
    if seconds < _HOUR:
        return tr("{0} mnt {1} dtk").format(*divmod(seconds, 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    return tr("{0} j {1} mnt").format(number(hours), minutes)
