"""Ctrl+Z in what is no text: choices, tags, lists of cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = QKeySequence.StandardKey
_OF_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_Was = TypeVar("_Was")


def answered(
    event: QEvent, take_back: Callable[[], object], do_again: Callable[[], object] | None = None
) -> bool:
    """Take back with Ctrl+Z, do again with Ctrl+Y; say whether the event was a key for either.

    Such a key is taken from the window, which would undo in the text, where nobody looks.
    """
    if event.type() not in _OF_KEYS or not isinstance(event, QKeyEvent):
        return False
    if not (event.matches(_KEYS.Undo) or asks_again(event)):
        return False
    event.accept()
    if asks_back(event):
        take_back()
    elif do_again is not None and event.type() == QEvent.Type.KeyPress:
        do_again()
    return True


def asks_again(event: QKeyEvent) -> bool:
    """Say whether it is a key that does again; Ctrl+Y is none of Qt's own under X11."""
    return event.matches(_KEYS.Redo) or (
        event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


def asks_back(event: QEvent) -> bool:
    """Say whether it is the press itself, and takes back."""
    pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
    return pressed and event.matches(_KEYS.Undo)


class Undoing(Generic[_Was]):
    """What was there before each change; ``bring_back`` is given the last of it."""

    def __init__(self, bring_back: Callable[[_Was], object]) -> None:
        self._bring_back = bring_back
        self._before: list[_Was] = []  # the last at the end

    def keep(self, was: _Was) -> None:
        """Remember what was there before a change that a person makes."""
        self._before.append(was)

    def forget(self) -> None:
        """Bring nothing of it back any more."""
        self._before.clear()

    def take_back(self) -> bool:
        """Bring back what was there before the last change; False if there is nothing."""
        if not self._before:
            return False
        self._bring_back(self._before.pop())
        return True

    def answers(self, event: QEvent) -> bool:
        """Take back with Ctrl+Z; say whether the event was a key for that."""
        return answered(event, self.take_back)
