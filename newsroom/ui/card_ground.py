"""The ground of one row in a list of cards: stories, versions."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from newsroom.ui.theme import Theme


def paint_ground(
    painter: QPainter, card: QRectF, theme: Theme, state: QStyle.StateFlag, *, chosen: bool
) -> None:
    """Paint a card that is chosen, a hint of one under the pointer, and the keyboard's ring."""
    colour = theme.colour
    shape = QPainterPath()
    shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    if chosen:
        painter.fillPath(shape, colour("surface"))
        painter.setPen(colour("line"))
        painter.drawPath(shape)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(card.x(), card.y(), 3, card.height()), colour("accent"))
        painter.restore()
    elif state & QStyle.StateFlag.State_MouseOver:
        hover = QColor(colour("surface"))
        hover.setAlphaF(0.5)
        painter.fillPath(shape, hover)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 7, 7)
