"""How one command looks in the palette."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.ui.theme import ICON_SIZE, STEP, Theme

ROW_HEIGHT = 9 * STEP
MenuRole = Qt.ItemDataRole.UserRole + 1
KeyRole = Qt.ItemDataRole.UserRole + 2
LastRecentRole = Qt.ItemDataRole.UserRole + 3  # a line below parts the recent ones from the rest
OnRole = Qt.ItemDataRole.UserRole + 4
NameRole = Qt.ItemDataRole.UserRole + 5

_PADDING = 3 * STEP
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class CommandDelegate(QStyledItemDelegate):
    """Paints an icon, the command, its menu, and at the right its key.

    A command that can't be run now is dim, and its row says so in words too.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        return QSize(10 * ROW_HEIGHT, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, colour = QRectF(option.rect), self._theme.colour
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("tint"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 6, 6)
        if index.data(LastRecentRole):
            painter.fillRect(QRectF(row.x(), row.bottom() - 0.5, row.width(), 1), colour("line"))
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        room = row.adjusted(_PADDING, 0, -_PADDING, 0)
        self._icon(painter, room, index, enabled)
        room.setLeft(room.left() + ICON_SIZE + 2 * STEP + 2)
        if key := index.data(KeyRole):
            room.setRight(self._key(painter, room, key) - 3 * STEP)
        painter.setFont(self._theme.font())
        painter.setPen(colour("ink" if enabled else "muted"))
        name = index.data()
        painter.drawText(room, _CENTRE, name)
        room.setLeft(room.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + 10)
        painter.setFont(self._theme.font(12))
        painter.setPen(colour("muted"))
        menu = index.data(MenuRole)
        if not enabled:
            menu = self.tr("{0} · tidak tersedia sekarang").format(menu)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(room, _CENTRE, painter.fontMetrics().elidedText(menu, elide, room.width()))
        painter.restore()

    # Within.

    def _icon(self, painter: QPainter, room: QRectF, index: QModelIndex, enabled: bool) -> None:
        on = bool(index.data(OnRole))
        name = "check" if on else index.data(Qt.ItemDataRole.DecorationRole)
        if name:
            place = QRectF(room.x(), room.center().y() - ICON_SIZE / 2, ICON_SIZE, ICON_SIZE)
            icon = self._theme.icon(name, "accent" if on and enabled else "muted")
            icon.paint(painter, place.toRect())

    def _key(self, painter: QPainter, room: QRectF, key: str) -> float:
        """Draw a key as on its cap; return where it begins."""
        painter.setFont(self._theme.font(12))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(key) + 12
        cap = QRectF(room.right() - width, room.center().y() - 10.5, width, 21)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return cap.x()
