"""The story's name in its address on the portal."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit

from newsroom.exchange.slug import make_slug

_FITTING = re.compile(r"[a-z0-9-]*")
_MODIFIER = Qt.KeyboardModifier
_HELD = _MODIFIER.ControlModifier | _MODIFIER.AltModifier | _MODIFIER.MetaModifier


class SlugEdit(QLineEdit):
    """Takes small letters, figures and hyphens; turns all else into them.

    What readers have is not written in any more; where it is missing it may be filled, once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_filled_in = False  # of a story that is public
        self.setValidator(_Turning(self))
        self.editingFinished.connect(self._tidy)

    def follow(self, is_public: bool) -> None:
        """Be written in or not."""
        if not is_public or not self.text():
            self._is_filled_in = is_public
        self.setReadOnly(is_public and not self._is_filled_in)
        if self.isReadOnly() and not self.hasFocus():
            self.setCursorPosition(0)  # one that is longer than the line is read from its begin

    def leave(self) -> None:
        """What was filled in is for good."""
        self._is_filled_in = False

    # Qt forgets what can be undone when a validator changes a text: it is turned before it is in.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put in what is typed or pasted."""
        typed = event.text() if not event.modifiers() & _HELD else ""
        if event.matches(QKeySequence.StandardKey.Paste):
            typed = QGuiApplication.clipboard().text()
        if not typed or self.isReadOnly() or (len(typed) == 1 and not typed.isprintable()):
            super().keyPressEvent(event)
        else:
            self._put_in(typed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu; what it pastes can be undone like what the keys paste."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(lambda: self._put_in(QGuiApplication.clipboard().text()))
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put in what is selected elsewhere, where the middle button is for that."""
        clipboard = QGuiApplication.clipboard()
        if event.button() == Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._put_in(clipboard.text(QClipboard.Mode.Selection))
        else:
            super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put in words dropped here."""
        if event.mimeData().hasText() and not self.isReadOnly():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._put_in(event.mimeData().text())
            event.acceptProposedAction()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Put in a letter made of several keys."""
        if event.commitString():
            event.setCommitString(self._fitted(event.commitString()))
        super().inputMethodEvent(event)

    def _put_in(self, text: str) -> None:
        if not self.isReadOnly():
            self.insert(self._fitted(text))

    def _fitted(self, text: str) -> str:
        """Return a text in the letters that fit between those before and behind the cursor."""
        start, end = self.selectionStart(), self.selectionEnd()
        if start < 0:
            start = end = self.cursorPosition()
        before, after = self.text()[:start], self.text()[end:]
        fitted = turned(before + text).removeprefix(before)
        return fitted.removesuffix("-") if after.startswith("-") else fitted

    def _tidy(self) -> None:
        """Leave one hyphen where letters between two were taken away."""
        if not self.isReadOnly() and (tidy := turned(self.text())) != self.text():
            self.selectAll()
            self.insert(tidy)


class _Turning(QValidator):
    """Turns what comes in any other way."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept everything, in the letters an address may have."""
        if not _FITTING.fullmatch(text):
            text, position = turned(text), len(turned(text[:position]))
        return QValidator.State.Acceptable, text, position


def turned(text: str) -> str:
    """Return a text in the letters of an address; a hyphen at the end may go on.

    >>> turned("Jum’at di Café 2026 ")
    'jumat-di-cafe-2026-'
    """
    # Between two letters a blank at the end is kept, as a hyphen, and nothing is not filled in.
    return make_slug(f"x{text}x", 4 * len(text) + 4)[1:-1].removeprefix("-")
