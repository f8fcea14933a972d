"""The tick by which a story is chosen beside others, in the place of its status's dot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from newsroom.ui.theme import Theme

TICK = 15  # pixels
_BESIDE = 15  # to the left of it and to its right, where a click is meant for it too


def paint_tick(painter: QPainter, room: QRectF, theme: Theme, *, on: bool) -> float:
    """Paint at the left whether a story is chosen; return what it takes of the line."""
    spot = QRectF(room.x(), room.center().y() - TICK / 2, TICK, TICK)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(spot)
        inside = spot.adjusted(2, 2, -2, -2).toRect()
        theme.icon("check", "on_accent").paint(painter, inside)
    else:
        painter.setPen(QPen(theme.colour("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))
    return TICK + 5


def tick_area(card: QRect) -> QRect:
    """Return where a click on a card chooses the story instead of opening it."""
    half = card.height() // 2
    return QRect(card.x(), card.y() + half, TICK + _BESIDE, card.height() - half)
