"""Keys that a field would take although they are not meant for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_KEY = Qt.KeyboardModifier
_COMMANDS = _KEY.AltModifier | _KEY.MetaModifier


def is_stray(event: QKeyEvent) -> bool:
    """Say whether a key with Alt would write its letter; as a shortcut it would not come here.

    Ctrl and Alt together are AltGr on some systems, which is there to write.
    """
    held = event.modifiers()
    writes = bool(event.text()) and event.text().isprintable()
    return writes and bool(held & _COMMANDS) and not held & _KEY.ControlModifier


def is_taken_from_window(event: QKeyEvent) -> bool:
    """Say whether a line would take the key of an action: on X11 these move or delete in it."""
    ctrl = event.modifiers() == _KEY.ControlModifier
    return ctrl and event.key() in (Qt.Key.Key_E, Qt.Key.Key_K)


class StrayKeys(QObject):
    """Keeps such keys from whatever has the keyboard; a field may see to it by itself."""

    def __init__(self, parent: QObject, themselves: type[QWidget]) -> None:
        super().__init__(parent)
        self._themselves = themselves  # the fields that do
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop them, and leave to the window what is its own."""
        if event.type() == QEvent.Type.ShortcutOverride and is_taken_from_window(event):
            event.ignore()
            return self._watched.window() is self.parent()
        return event.type() == QEvent.Type.KeyPress and is_stray(event)

    # Within.

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and not isinstance(now, self._themselves):
            self._watched = now
            now.installEventFilter(self)
