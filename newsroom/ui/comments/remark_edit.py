"""Where a remark is written."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit

from newsroom.story.comments.mentions import naming
from newsroom.ui.editor.offsets import points, units

_MOST_ROWS = 8
_BESIDE = 28  # pixels beside the names: padding, and the scroll bar
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSES = (*_ENTER, Qt.Key.Key_Tab)


class RemarkEdit(QPlainTextEdit):
    """Grows with what is written. Behind “@” it offers the people of the story.

    Ctrl+Enter sends. Enter and Tab take the name that is offered, while one is.
    """

    sent = Signal()
    left = Signal()  # by Esc

    def __init__(self, name: str, placeholder: str, people: Sequence[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._people = people
        self._start = 0  # of the name that is being written, in code points
        self._completer: QCompleter | None = None  # made for the first name
        self.textChanged.connect(self._fit)
        self._fit()

    def use_people(self, people: Sequence[str]) -> None:
        """Offer these people from now on."""
        self._people = people

    def words(self) -> str:
        """Return what was written, without blanks around it."""
        return self.toPlainText().strip()

    @property
    def names(self) -> QAbstractItemView | None:
        """The list of the names that are offered, while it is open."""
        popup = self._completer.popup() if self._completer else None
        return popup if popup is not None and popup.isVisible() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, leave, or choose a name."""
        if (popup := self.names) and event.key() in (*_CHOOSES, Qt.Key.Key_Escape):
            popup.hide()
            if event.key() in _CHOOSES:
                self._take(popup.currentIndex().data())
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            was_open, before = self.names is not None, self.toPlainText()
            super().keyPressEvent(event)
            # Names that were sent away stay so until something is written.
            if was_open or self.toPlainText() != before:
                self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer names to those who write by an input method too."""
        super().inputMethodEvent(event)
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right height once the style's borders are known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow as the lines are broken anew."""
        super().resizeEvent(event)
        self._fit()

    # Within.

    def _offer(self) -> None:
        """Offer the names that what stands before the cursor may become."""
        cursor, text = self.textCursor(), self.toPlainText()
        now = naming(text, points(text, cursor.position()), self._people)
        if now is None:
            if popup := self.names:
                popup.hide()
            return
        self._start = now.start
        completer = self._completer = self._completer or self._made_completer()
        completer.model().setStringList(list(now.names))
        below, popup = self.cursorRect().bottomLeft(), completer.popup()
        completer.complete(QRect(below, QSize(popup.sizeHintForColumn(0) + _BESIDE, 1)))
        popup.setCurrentIndex(completer.completionModel().index(0, 0))

    def _made_completer(self) -> QCompleter:
        made = QCompleter(QStringListModel(self), self)
        made.setWidget(self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.popup().setObjectName("completions")
        made.popup().setAccessibleName(self.tr("Orang yang dapat disebut"))
        made.activated.connect(self._take)
        return made

    def _take(self, name: str) -> None:
        """Write the rest of a name, and a blank behind it."""
        cursor, text = self.textCursor(), self.toPlainText()
        end = cursor.position()
        cursor.setPosition(units(text[: self._start]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        lines = max(ceil(self.document().size().height()), 1)
        is_long = lines > _MOST_ROWS
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        rows = min(lines, _MOST_ROWS)
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        margins = 2 * self.document().documentMargin() + frame
        height = ceil(rows * self.fontMetrics().lineSpacing() + margins)
        if height != self.maximumHeight():
            self.setFixedHeight(height)
