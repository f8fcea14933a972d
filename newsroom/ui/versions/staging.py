"""What the window puts aside while versions or changes are looked at, and brings back after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from newsroom.ui.theme import COLUMN_WIDTH

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

# What changes the text, or selects something in it, would do so unseen.
_WRITING = (
    "undo", "redo", "paste_plain", "bold", "italic", "heading", "quote", "list", "numbered_list",
    "link", "suggest", "put_right", "snippets", "take_first", "ignore_here", "ignore_story",
    "learn_word", "fix_all", "next_finding", "previous_finding", "comment",
)  # fmt: skip
_STEPS = ("next_change", "previous_change")


class Steps(Protocol):
    """What is looked at in the page's place: one goes through it from change to change."""

    def go(self, step: int) -> None:
        """Go to the next change, or to the one before."""


class Staging(QObject):
    """Puts one widget in the page's place, and one in the inspector's where that is wanted.

    ``look_changed`` tells in percent how large, and in pixels how wide the page is now.
    """

    look_changed = Signal(int, int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.look = (100, COLUMN_WIDTH)
        self._middle: Steps | None = None
        self._field: QWidget | None = None
        self._was_calm = self._was_beside = self._was_folded = False

    def set_look(self, zoom: int, width: int) -> None:
        """Take note of how the page is looked at."""
        self.look = zoom, width
        self.look_changed.emit(zoom, width)

    def go(self, step: int) -> None:
        """Go on in what is looked at."""
        if self._middle is not None:
            self._middle.go(step)

    def enter(self, middle: QWidget, side: QWidget | None = None) -> None:
        """Show both."""
        self.back()
        window, actions = self._window, self._window.actions_
        self._middle = middle
        self._field = window.page.focused_field()
        window.searching.leave()
        window.show_page()
        self._was_beside = window.beside.is_shown
        if self._was_beside:
            window.beside.show(False)
        self._was_calm = actions["focus"].isChecked()
        if self._was_calm:
            actions["focus"].trigger()
        if side is not None:
            window.sides.whole_inspector().hide()
            side.show()
            self._was_folded = not actions["inspector"].isChecked()
            actions["inspector"].setChecked(True)
            window.columns.right.show()
        for name in _WRITING:
            actions[name].setEnabled(False)
        for name in _STEPS:
            actions[name].setEnabled(True)
        window.columns.stack.setCurrentWidget(middle)

    def leave(self, side: QWidget | None = None) -> None:
        """Bring back what was there; the page's place has been taken by something else."""
        window, actions = self._window, self._window.actions_
        self._middle = None
        if side is not None:
            side.hide()
            window.sides.whole_inspector().show()
            if self._was_folded and actions["inspector"].isChecked():
                actions["inspector"].trigger()
        window.commands.enable(window.desk.story is not None)
        actions["paste_plain"].setEnabled(True)
        for name in _STEPS:
            actions[name].setEnabled(False)
        if self._was_beside and window.desk.story is not None:
            window.beside.show(True)
        if self._was_calm and not actions["focus"].isChecked():
            actions["focus"].trigger()

    def back(self) -> bool:
        """Have the page back in its place; False if nothing else is looked at there."""
        if self._middle is None:
            return False
        self._window.columns.stack.setCurrentWidget(self._window.page)
        return True

    def focus_page(self) -> None:
        """Give the keyboard back to the field that had it."""
        field = self._field
        (field if field is not None and isValid(field) else self._window.page.body).setFocus()
