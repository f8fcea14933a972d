"""The picture on a photo's card, from which it is edited."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton

from newsroom.ui.editor.photo_strip import THUMBNAIL, paint_thumbnail
from newsroom.ui.theme import Theme


class PhotoThumbnail(QAbstractButton):
    """A double click or Enter asks for the picture to be edited, once there is one.

    To a screen reader it is a button.
    """

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(THUMBNAIL)
        self.clicked.connect(self.chosen)  # by key or by a screen reader, not by one mouse click
        theme.changed.connect(self.update)
        self.setAccessibleName(self.tr("Gambar foto"))
        self.set_image(QImage())

    def set_image(self, image: QImage) -> None:
        """Show a picture; without one there is nothing to choose."""
        self._image = image
        there = not image.isNull()
        self.update()
        policy = Qt.FocusPolicy
        if not (self.hasFocus() and not there):  # it may be on its way again, edited
            self.setFocusPolicy(policy.StrongFocus if there else policy.NoFocus)
            self.setEnabled(there)
        told = self.tr("Sunting foto: Enter atau klik ganda") if there else ""
        self.setToolTip(told or self.accessibleName())
        self.setAccessibleDescription(told)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for it to be edited."""
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave a single click alone."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave a single click alone."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask by key too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that Enter works here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it does no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame around the picture while it has the keyboard.

        It is of a dark and a bright line: on every picture one of them stands out.
        """
        paint_thumbnail(self, self._image, self._theme)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            for colour, width in (("surface", 6), ("ink", 2)):
                painter.setPen(QPen(self._theme.colour(colour), width))
                painter.drawRoundedRect(frame, 5, 5)
            painter.end()
