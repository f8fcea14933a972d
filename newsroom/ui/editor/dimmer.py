"""Dims the page but for the paragraph that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.ui.editor.page import Page

_DIMMED = 0.35  # of the ground's colour over the ink: 4.5:1 is left in both themes
_AROUND = 6  # pixels


class Dimmer(QWidget):
    """Lies over the page as a veil with a hole; the mouse goes through it."""

    def __init__(self, page: Page, theme: Theme) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._theme = theme
        self._field: ProseEdit = page.body
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        page.viewport().installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(self.update)
        for field in page.fields().values():
            field.cursorPositionChanged.connect(self.update)
            field.lines.documentSizeChanged.connect(self.update)
        QApplication.instance().focusChanged.connect(self._focus_moved)
        theme.changed.connect(self.update)
        self.hide()

    def set_on(self, on: bool) -> None:
        """Dim, or leave the page as it is."""
        self.setGeometry(self._page.viewport().rect())
        self.raise_()
        self.setVisible(on)

    def bright(self) -> QRect:
        """Return what is not dimmed."""
        field, lines = self._field, self._field.lines
        cursor, document = field.textCursor(), field.document()
        first = lines.blockBoundingRect(document.findBlock(cursor.selectionStart()))
        last = lines.blockBoundingRect(document.findBlock(cursor.selectionEnd()))
        top = field.viewport().mapTo(self._page.viewport(), QPoint(0, 0)).y()
        up, down = top + first.top() - _AROUND, top + last.bottom() + _AROUND
        return QRect(0, round(up), self.width(), round(down - up))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if isinstance(event, QResizeEvent):
            self.setGeometry(self._page.viewport().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self.bright()))
        painter.setOpacity(_DIMMED)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.end()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, ProseEdit) and self._page.isAncestorOf(now):
            self._field = now
            self.update()
