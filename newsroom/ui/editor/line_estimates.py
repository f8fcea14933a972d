"""How tall lines may be that have not been set yet."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontMetricsF, QTextDocument

_USUAL = "Warga di perahu itu singgah dan membaca buku setiap pekan. "  # as wide as most text is
_LEFT_FREE = 2  # letters; at the end of a row, where the next word has no room


def estimated_heights(
    document: QTextDocument, lengths: list[int], width: float, *, spacing: float, gap: float
) -> list[float]:
    """Return how tall lines may be that take so many UTF-16 units, their breaks included.

    ``width`` and ``gap``, the height of an empty line (0: of a usual one), are in pixels;
    ``spacing`` is the height of a row as a share of its font's.
    """
    metrics = QFontMetricsF(document.defaultFont())
    a_letter = max(metrics.horizontalAdvance(_USUAL) / len(_USUAL), 1)
    a_row = max(width / a_letter - _LEFT_FREE, 1)
    height = ceil(metrics.height() * spacing)
    return [(gap or height) if size == 1 else height * ceil(size / a_row) for size in lengths]
