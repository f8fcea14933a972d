"""What the window puts aside while versions are looked at, and brings back after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

# What changes the text, or selects something in it, would do so unseen.
_WRITING = (
    "undo", "redo", "paste_plain", "bold", "italic", "heading", "quote", "list", "numbered_list",
    "link", "suggest", "put_right", "snippets", "take_first", "ignore_here", "ignore_story",
    "learn_word", "fix_all", "next_finding", "previous_finding",
)  # fmt: skip
_STEPS = ("next_change", "previous_change")


class Staging(QObject):
    """Puts one widget in the page's place and one in the inspector's."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        self._was_calm = self._was_beside = self._was_folded = False

    def enter(self, middle: QWidget, side: QWidget) -> None:
        """Show both."""
        window, actions = self._window, self._window.actions_
        self._field = window.page.focused_field()
        window.searching.leave()
        window.show_page()
        self._was_beside = window.beside.is_shown
        if self._was_beside:
            window.beside.show(False)
        self._was_calm = actions["focus"].isChecked()
        if self._was_calm:
            actions["focus"].trigger()
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

    def leave(self, side: QWidget) -> None:
        """Bring back what was there; the page's place has been taken by something else."""
        window, actions = self._window, self._window.actions_
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

    def focus_page(self) -> None:
        """Give the keyboard back to the field that had it."""
        field = self._field
        (field if field is not None and isValid(field) else self._window.page.body).setFocus()
