"""The story's name in its address on the portal."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QValidator
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
            self.insert(self._fitted(typed))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Put in a letter made of several keys."""
        if event.commitString():
            event.setCommitString(self._fitted(event.commitString()))
        super().inputMethodEvent(event)

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
    """Turns what is dropped, or pasted by the mouse."""

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
