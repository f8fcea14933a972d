"""A text field as tall as its text, which something around it scrolls."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget


class GrowingEdit(QTextEdit):
    """Has no scroll bars and no frame of its own; it is never lower than ``least`` pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least = self._height = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_layout(self, lines: QAbstractTextDocumentLayout) -> None:
        """Have the text set by this layout, and grow with it."""
        self.document().setDocumentLayout(lines)
        lines.documentSizeChanged.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right height once the style's borders are known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow and shrink as the lines are broken anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as it is given, as tall as its text."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never shorter than its text."""
        return QSize(80, self._height)

    def _fit(self) -> None:
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        height = max(ceil(self.document().size().height()) + frame, self.least)
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)
