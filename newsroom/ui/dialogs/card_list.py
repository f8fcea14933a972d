"""The pictures of a camera card as a grid, their thumbnails made as they come into sight."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.photos.cards import CardPicture
from newsroom.ui.theme import ICON_SIZE, STEP, Theme
from newsroom.ui.work.lanes import Lane

_PICTURE = QSize(144, 96)
_CELL = QSize(160, 148)
_SIDE = 288  # pixels; sharp on the sharpest screens
_KEPT = 250  # pictures


class CardModel(QAbstractListModel):
    """Who scrolls on waits for what is in sight, not for all that was passed."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._pictures: Sequence[CardPicture] = ()
        self._images: OrderedDict[CardPicture, QImage] = OrderedDict()
        self._wanted: dict[CardPicture, int] = {}
        self._lock = threading.Lock()  # one that is asked for is never out of sight of the lane
        self._lane: Lane[None] = Lane("card", lambda: None, self)

    def show_pictures(self, pictures: Sequence[CardPicture]) -> None:
        """List these pictures."""
        self.beginResetModel()
        self._pictures = pictures
        self._images.clear()
        with self._lock:
            self._wanted.clear()
        self.endResetModel()

    def picture(self, row: int) -> CardPicture:
        """Return the picture of a row."""
        return self._pictures[row]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._pictures)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a picture's name and time, and its thumbnail once that is made."""
        one = self._pictures[index.row()]
        when = f"{one.written.day}/{one.written.month}/{one.written.year} {one.written:%H.%M}"
        if role == Qt.ItemDataRole.DisplayRole:
            return one.path.name
        if role == Qt.ItemDataRole.StatusTipRole:
            return when
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.path.name}, {when}"
        return None

    def image(self, row: int) -> QImage | None:
        """Return a thumbnail, null where there is none; None while it is being made."""
        one = self._pictures[row]
        image = self._images.get(one)
        if image is not None:
            return image
        with self._lock:
            is_new = self._wanted.pop(one, None) is None
            self._wanted[one] = row  # the last now, which is made first
        if is_new:
            self._lane.run(self._make, self._made)
        return None

    def close(self) -> None:
        """End the lane."""
        with self._lock:
            self._wanted.clear()
        self._lane.close(0)

    def _make(self, _: None) -> tuple[CardPicture, QImage] | None:
        from newsroom.photos.pictures import NotAPicture, thumbnail

        with self._lock:
            if not self._wanted:
                return None
            one, _row = self._wanted.popitem()
        try:
            return one, QImage.fromData(thumbnail(one.path, _SIDE))
        except NotAPicture:
            return one, QImage()

    def _made(self, made: tuple[CardPicture, QImage] | None) -> None:
        if made is None:
            return
        one, image = made
        self._images[one] = image
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.parent().viewport().update()


class CardList(QListView):
    """Several may be chosen, by mouse and keyboard as in a file manager."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "boxed")
        self.setAccessibleName(self.tr("Foto di kartu kamera"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(_CELL.height() // 3)
        self.setItemDelegate(_Cell(theme, self))
        self.pictures = CardModel(self)
        self.setModel(self.pictures)

    def chosen(self) -> list[CardPicture]:
        """Return the pictures that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.pictures.picture(row) for row in rows]


class _Cell(QStyledItemDelegate):
    """A picture with its name and time; what is chosen has a frame and a tick."""

    def __init__(self, theme: Theme, parent: CardList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """All are alike."""
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw it."""
        theme, state = self._theme, QStyle.StateFlag
        chosen = bool(option.state & state.State_Selected)
        focused = bool(option.state & state.State_HasFocus)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        cell = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(cell, 6, 6)
        if chosen or focused:
            style = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DotLine
            painter.setPen(QPen(theme.colour("accent"), 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
        left = option.rect.left() + (option.rect.width() - _PICTURE.width()) // 2
        frame = QRect(left, option.rect.top() + 2 * STEP, _PICTURE.width(), _PICTURE.height())
        self._paint_picture(painter, frame, index)
        if chosen:
            self._paint_tick(painter, frame)
        words = frame.translated(0, _PICTURE.height() + STEP)
        line = option.fontMetrics.lineSpacing()
        words.setHeight(line)
        painter.setPen(theme.colour("ink"))
        name = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, name)
        painter.setPen(theme.colour("muted"))
        when = index.data(Qt.ItemDataRole.StatusTipRole)
        painter.drawText(words.translated(0, line), Qt.AlignmentFlag.AlignHCenter, when)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, index: QModelIndex) -> None:
        image = index.model().image(index.row())
        if image is None or image.isNull():
            painter.fillRect(frame, self._theme.colour("line"))
            icon = self._theme.icon("image" if image is None else "warning", "muted")
            icon.paint(painter, frame)
            return
        size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.topLeft(), size)
        place.moveCenter(frame.center())
        painter.drawImage(place, image)

    def _paint_tick(self, painter: QPainter, frame: QRect) -> None:
        spot = QRectF(frame.right() - 22, frame.top() + 4, 20, 20)
        round_ = QPainterPath()
        round_.addEllipse(spot)
        painter.fillPath(round_, self._theme.colour("accent"))
        icon = self._theme.icon("check", "on_accent")
        inner = spot.toRect().adjusted(2, 2, -2, -2)
        icon.paint(painter, inner.intersected(QRect(inner.topLeft(), QSize(ICON_SIZE, ICON_SIZE))))
