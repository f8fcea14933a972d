"""The outline of a story in the list, as long as it is not known what stands there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from newsroom.ui.theme import Theme

_BARS = ((13, 210, 10), (31, 150, 10), (52, 110, 8))  # top, width and height


def paint_outline(painter: QPainter, x: float, top: float, theme: Theme) -> None:
    """Draw bars where headline and time will stand, from a card's upper left corner."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    for y, width, height in _BARS:
        painter.drawRoundedRect(QRectF(x, top + y, width, height), 4, 4)
