"""What the find bar says of what was found and replaced."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from newsroom.ui.search.finder import Finder
from newsroom.ui.written import number


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("FindBar", text)


def told_of_hits(finder: Finder, *, is_replacing: bool) -> str:
    """Say which hit this is, of how many; nothing while they are still being looked for."""
    total, current = finder.total, finder.number
    if not total:
        return "" if finder.is_busy or is_replacing else tr("Tidak ditemukan")
    if current is None:
        return tr("{0} hasil").format(number(total))
    told = tr("{0} dari {1}").format(number(current + 1), number(total))
    here = finder.field.accessibleName() if finder.everywhere else ""
    return f"{told} · {here}" if here else told


def told_of_replaced(count: int, fields: int) -> str:
    """Say how many hits were replaced, and in how many fields if in several."""
    if fields > 1:
        return tr("{0} diganti di {1} bidang").format(number(count), fields)
    return tr("{0} diganti").format(number(count))


def search_name(finder: Finder) -> str:
    """Say in which field is looked."""
    if finder.everywhere:
        return tr("Cari di semua bidang")
    if finder.field is not None and finder.field.accessibleName():
        return tr("Cari di {0}").format(finder.field.accessibleName().lower())
    return tr("Cari di naskah")
