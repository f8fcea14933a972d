"""What is in an archive and is no story, in words."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from newsroom.ui.written import number


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("ArchiveWords", text)


def others_words(others: Counter[str], most: int) -> str:
    """Return the kinds with how many of each, the largest first; ``most`` of them by name.

    >>> others_words(Counter({".jpg": 1250, "page": 3, ".mp4": 1}), 2)
    '1.250 .jpg, 3 halaman situs, dan jenis lain'
    """
    known = {
        "page": tr("halaman situs"),
        "nav_menu_item": tr("butir menu"),
        "revision": tr("revisi"),
        "custom_css": tr("gaya situs"),
    }
    told = [f"{number(count)} {known.get(kind, kind)}" for kind, count in others.most_common(most)]
    return ", ".join([*told, *([tr("dan jenis lain")] if len(others) > most else [])])
