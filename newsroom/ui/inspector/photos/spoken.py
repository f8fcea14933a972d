"""What a screen reader is told of the photos, of which only those that are near have a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication


def name_of_list(count: int) -> str:
    """Name a list of so many photos."""
    return _tr("Daftar foto: {0} foto").format(count) if count else _tr("Daftar foto: kosong")


def what_is_ready(count: int, made: Sequence[int]) -> str:
    """Say which photos of so many have a card, by number, and how to come to the others.

    >>> what_is_ready(9, [1, 2, 3, 7])
    'Siap diisi: foto 1 sampai 3, 7. Tab di akhir satu foto membuka foto berikutnya.'
    >>> what_is_ready(2, [1, 2])
    ''
    """
    if len(made) == count:
        return ""
    others = _tr("Tab di akhir satu foto membuka foto berikutnya.")
    if not made:
        return others
    return f"{_tr('Siap diisi: foto {0}.').format(', '.join(_runs(made)))} {others}"


def _runs(numbers: Iterable[int]) -> Iterable[str]:
    """Yield numbers that follow one another together."""
    for _, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]):
        together = [number for _, number in run]
        first, last = together[0], together[-1]
        yield str(first) if first == last else _tr("{0} sampai {1}").format(first, last)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoColumn", text)
