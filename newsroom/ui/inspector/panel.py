"""One tab's content: a column of rows that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import STEP

_SIDE = 14  # pixels, as in the drawing


class Panel(QScrollArea):
    """A scrolling column; what is put into ``rows`` stands one below the other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(objectName="panelBody")
        self.rows = QVBoxLayout(body)
        self.rows.setContentsMargins(_SIDE, 3 * STEP, _SIDE, 4 * STEP)
        self.rows.setSpacing(3 * STEP)
        self.setWidget(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows as wide as they are when the scroll bar comes: it runs beside them."""
        super().resizeEvent(event)
        beside = _SIDE - (self.width() - self.viewport().width())
        margins = self.rows.contentsMargins()
        margins.setRight(max(beside, 0))
        self.rows.setContentsMargins(margins)


def labelled(text: str, field: QWidget, beside: QWidget | None = None) -> QVBoxLayout:
    """Return a field under its label, with a side note at the label's right end."""
    label = QLabel(text)
    label.setProperty("role", "field")
    label.setBuddy(field)
    heading = QHBoxLayout()
    heading.addWidget(label)
    heading.addStretch()
    if beside is not None:
        heading.addWidget(beside)
    column = QVBoxLayout()
    column.setSpacing(STEP)
    column.addLayout(heading)
    column.addWidget(field)
    return column


def boxed(edit: ProseEdit) -> ProseEdit:
    """Return a prose field with the look of a form's other fields."""
    edit.setProperty("role", "field")
    edit.setFrameShape(QFrame.Shape.StyledPanel)
    return edit
