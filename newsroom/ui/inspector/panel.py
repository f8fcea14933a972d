"""One tab's content: a column of rows that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.undoing import answered
from newsroom.ui.theme import STEP
from newsroom.ui.work.tab_chain import behind

_SIDE = 14  # pixels, as in the drawing
_LAID_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELDS = (QLineEdit, QComboBox, ProseEdit)
STOP = "stop"  # the property of a button that Enter comes to, as to a field
HEADING = "formHeading"  # the name of a button that has fields folded under it


class Panel(QScrollArea):
    """A scrolling column; what is put into ``rows`` stands one below the other.

    The field being written in stays where it is seen while those above it grow, and its
    cursor stays in view while it grows itself. In a form Enter goes from field to field.
    """

    is_form = True

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

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z on a form's button from undoing in the text, where nobody looks."""
        return (self.is_form and answered(event, self.take_back)) or super().event(event)

    def take_back(self) -> None:
        """Take back what was done on a button, where that can be."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, which fields leave to the form; a button is pressed by it."""
        now = QApplication.focusWidget()
        if not self.is_form or event.key() not in _ENTER or now is None:
            super().keyPressEvent(event)
        elif isinstance(now, QAbstractButton) and now.objectName() != HEADING:
            _press(now)
        else:
            if isinstance(now, QAbstractButton):
                now.setChecked(True)
            self._go_on(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows as wide as they are when the scroll bar comes: it runs beside them."""
        super().resizeEvent(event)
        beside = _SIDE - (self.width() - self.viewport().width())
        margins = self.rows.contentsMargins()
        margins.setRight(max(beside, 0))
        self.rows.setContentsMargins(margins)

    # Within.

    def _go_on(self, now: QWidget) -> None:
        """Give the keyboard to the next field; behind the last one it stays."""
        field = behind(now)
        while field is not now and not (self.widget().isAncestorOf(field) and _is_stop(field)):
            field = behind(field)
        before, after = (widget.mapTo(self.widget(), QPoint()) for widget in (now, field))
        if (after.y(), after.x()) > (before.y(), before.x()):
            field.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, field, lambda: self._bring(field))  # once it is in its place

    def _bring(self, field: QWidget) -> None:
        if field.hasFocus():
            self.ensureWidgetVisible(field)

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


def _is_stop(widget: QWidget) -> bool:
    """Say whether it is a field that Enter goes to, and can be gone to."""
    kind = isinstance(widget, _FIELDS) or widget.objectName() == HEADING or widget.property(STOP)
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(kind and takes) and widget.isVisible() and widget.isEnabled()


def _press(button: QAbstractButton) -> None:
    """Press a button; a menu opens at its first entry."""
    menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
    if menu is None:
        button.click()
        return
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(next((one for one in menu.actions() if one.isEnabled()), None))


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
