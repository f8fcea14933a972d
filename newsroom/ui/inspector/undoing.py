"""Ctrl+Z in what is no text: choices, tags, lists of cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = QKeySequence.StandardKey
_OF_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def is_undo(event: QEvent) -> bool:
    """Say whether a key takes something back or does it again.

    Such a key is taken from the window, which would undo in the text, where nobody looks.
    """
    if event.type() not in _OF_KEYS or not isinstance(event, QKeyEvent):
        return False
    if not (event.matches(_KEYS.Undo) or event.matches(_KEYS.Redo)):
        return False
    event.accept()
    return True


def asks_back(event: QEvent) -> bool:
    """Say whether it is the press itself, and takes back."""
    pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
    return pressed and event.matches(_KEYS.Undo)
