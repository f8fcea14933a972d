"""One tab's content: a column of rows that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.theme import STEP

_SIDE = 14  # pixels, as in the drawing
_LAID_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class Panel(QScrollArea):
    """A scrolling column; what is put into ``rows`` stands one below the other.

    The field being written in stays where it is seen while those above it grow, and its
    cursor stays in view while it grows itself.
    """

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
        self._held: QWidget | None = None  # the field that has the keyboard
        self._held_at = 0  # from the top of all rows
        self._left: QWidget | None = None  # still has the keyboard, but was scrolled away from
        body.installEventFilter(self)
        # By wheel or mouse: who looks at something else is not taken back.
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where the field is before the rows are laid out anew, and after that."""
        if watched is self.widget() and event.type() in _LAID_OUT:
            self._hold()
            QTimer.singleShot(0, self, self._keep_in_place)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows as wide as they are when the scroll bar comes: it runs beside them."""
        super().resizeEvent(event)
        beside = _SIDE - (self.width() - self.viewport().width())
        margins = self.rows.contentsMargins()
        margins.setRight(max(beside, 0))
        self.rows.setContentsMargins(margins)

    # Within.

    def _hold(self) -> None:
        field = QApplication.focusWidget()
        if field is None or not self.widget().isAncestorOf(field):
            self._held = self._left = None
        elif field is not self._held and field is not self._left:
            self._held, self._held_at, self._left = field, self._place_of(field), None

    def _let_go(self) -> None:
        self._held, self._left = None, self._held or self._left

    def _keep_in_place(self) -> None:
        field = self._held
        if field is None or not isValid(field) or field is not QApplication.focusWidget():
            return
        before, self._held_at = self._held_at, self._place_of(field)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._held_at - before)
        if isinstance(field, ProseEdit):
            cursor = field.cursorRect()
            at = field.viewport().mapTo(self.widget(), cursor.center())
            self.ensureVisible(at.x(), at.y(), 0, cursor.height())

    def _place_of(self, field: QWidget) -> int:
        return field.mapTo(self.widget(), QPoint(0, 0)).y()


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
