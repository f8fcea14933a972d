"""How one line of the list of versions looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.ui.card_ground import paint_ground
from newsroom.ui.theme import ICON_SIZE, STEP, Theme
from newsroom.ui.versions.rows import Row
from newsroom.ui.versions.timeline_model import Index, RowRole

CARD_HEIGHT = 48
GAP = 2  # between two lines
GUTTER = 10  # to the column's right edge; the scroll bar runs in it
_PADDING = 10
_APART = 10
_FIRST, _SECOND = 20, 38  # base lines


class TimelineDelegate(QStyledItemDelegate):
    """Paints a version as two lines beside its icon, and a day low in the room of one.

    All are of one height, so that ten thousand cost nothing to lay out.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line and the gap below it."""
        return QSize(_PADDING, CARD_HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row: Row = index.data(RowRole)
        width = option.widget.width() - GUTTER
        card = QRectF(option.rect.x(), option.rect.y(), width, CARD_HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key is None:
            self._day(painter, card, row.title)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            paint_ground(painter, card, self._theme, option.state, chosen=chosen)
            self._version(painter, card, row)
        painter.restore()

    # Within.

    def _day(self, painter: QPainter, card: QRectF, title: str) -> None:
        painter.setFont(self._theme.font(12, bold=True))
        painter.setPen(self._theme.colour("muted"))
        room = card.adjusted(_PADDING, 0, -_PADDING, -2 * STEP)
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, title)

    def _version(self, painter: QPainter, card: QRectF, row: Row) -> None:
        left, right = card.x() + _PADDING, card.right() - _PADDING
        icon = QRect(round(left), round(card.y()) + 7, ICON_SIZE, ICON_SIZE)
        self._theme.icon(row.icon, "muted").paint(painter, icon)
        left += ICON_SIZE + 2 * STEP
        side, strong = self._theme.font(12), self._theme.font(bold=True)
        clock = QFontMetricsF(side).horizontalAdvance(row.clock)
        painter.setFont(side)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QPointF(right - clock, card.y() + _FIRST), row.clock)
        self._line(painter, QPointF(left, card.y() + _SECOND), row.told, right - left)
        painter.setFont(strong)
        painter.setPen(self._theme.colour("ink"))
        room = right - left - (clock + _APART if clock else 0)
        self._line(painter, QPointF(left, card.y() + _FIRST), row.title, room)

    def _line(self, painter: QPainter, at: QPointF, text: str, room: float) -> None:
        metrics = QFontMetricsF(painter.font())
        painter.drawText(at, metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0)))
