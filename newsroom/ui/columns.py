"""The columns of the window: the stories, what is written or looked at, the inspector."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.theme import INSPECTOR_WIDTH, QUEUE_WIDTH


class Columns(QSplitter):
    """The columns at the sides are empty grounds at first, for what is to come into them.

    The one in the middle has a stack, of which one widget is shown; there is room beside it
    and below.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.left = _side("queue", 220, 420)
        self.right = _side("inspector", 326, 420)
        self.middle = QFrame()  # which a screen reader names when one comes into it
        self.middle.setAccessibleName(self.tr("Halaman naskah"))
        self.stack = QStackedWidget()
        self._across = QHBoxLayout()
        self._across.addWidget(self.stack, 1)
        self.rows = QVBoxLayout(self.middle)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addLayout(self._across, 1)
        columns = self.left, self.middle, self.right
        for column in columns:
            self.addWidget(column)
        for column in reversed(columns):
            column.lower()  # a screen reader goes from the lowest up, a splitter has the last there
        self.setStretchFactor(1, 1)
        self.setSizes([QUEUE_WIDTH, 756, INSPECTOR_WIDTH])

    def add_beside(self, pane: QWidget) -> None:
        """Put a pane beside what is shown in the middle."""
        self._across.addWidget(pane)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window is made: columns that do not fit are folded."""
        return QSize(300, 200)

    def sides_width(self) -> int:
        """Return how many pixels the columns at the sides take."""
        return sum(one.width() for one in (self.left, self.right) if not one.isHidden())


def _side(name: str, narrowest: int, widest: int) -> QWidget:
    column = QWidget(objectName=name)
    column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column.setMinimumWidth(narrowest)
    column.setMaximumWidth(widest)
    QVBoxLayout(column).setContentsMargins(0, 0, 0, 0)
    return column
