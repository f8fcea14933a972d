"""The parts of the tags' field: one tag with its cross, and the line where another is typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from newsroom.ui.inspector.tab_order import LAST
from newsroom.ui.theme import Theme

_ROOM = 90  # pixels of the line beside the tags, until more is typed
_AROUND = 20  # beside what is typed


class TagChip(QFrame):
    """One tag with its cross."""

    removed = Signal(str)

    def __init__(self, theme: Theme, tag: str) -> None:
        super().__init__(objectName="tagChip")
        self.setProperty(LAST, True)  # the line keeps its place among the fields
        self.tag = tag
        self._theme = theme
        words = QLabel(tag)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = QToolButton(objectName="tagCross")
        self.cross.setAccessibleName(self.tr("Hapus tag {0}").format(tag))
        self.cross.setToolTip(self.tr("Hapus tag"))
        self.cross.clicked.connect(lambda: self.removed.emit(tag))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        row.addWidget(words)
        row.addWidget(self.cross)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self.cross.setIcon(self._theme.icon("close", "muted"))


class TagLine(QLineEdit):
    """Where a tag is typed: beside the others as long as there is room for it."""

    def __init__(self) -> None:
        super().__init__(objectName="tagLine")
        self.setMinimumWidth(_ROOM)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as what is typed."""
        typed = self.fontMetrics().horizontalAdvance(self.text()) + _AROUND
        return QSize(max(typed, _ROOM), super().sizeHint().height())
