"""Numbers, sizes and spans of time as Indonesians write them, and texts that stay as they are."""

from __future__ import annotations

from html import escape

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


def size_of(count: int) -> str:
    """Write how large a file is.

    >>> size_of(1_240_000), size_of(85_300)
    ('1,2 MB', '85 kB')
    """
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(count // 1_000, 1)} kB"


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


def plain_tip(text: str) -> str:
    """Return a text such that a tip shows it as it is.

    Qt takes what looks like HTML for that, and a stranger's headline could then have it open
    files, and on Windows ask another machine for them.

    >>> plain_tip("Panen & raya"), plain_tip("<b>Panen</b>")
    ('Panen & raya', '<qt>&lt;b&gt;Panen&lt;/b&gt;</qt>')
    """
    if "<" not in text:
        return text
    written = escape(text, quote=False).replace("\n", "<br>")
    return f"<qt>{written}</qt>"
