"""Columns at the sides in a window that has no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

_FOR_TEXT = 340  # pixels; with less, a column at the side is folded
_SIDES = ("queue", "inspector")


class Folding(QObject):
    """Folds what there is no room for beside the text, and brings it back when there is.

    So it is on a small screen whose text is twice as large. The column that a person asks
    for last stays.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folded: list[str] = []
        for name in _SIDES:
            window.actions_[name].toggled.connect(lambda on, name=name: self._toggled(name, on))

    def make_room(self, keep: str = "") -> None:
        """Fold columns until the text has room, or unfold those that there is room for again."""
        window = self._window
        if window.actions_["focus"].isChecked():
            return  # none is seen
        # Who has no story open needs the list of them, who writes what is said of the text.
        for name in _SIDES if window.desk.story else reversed(_SIDES):
            if self._room() < _FOR_TEXT and name != keep and window.actions_[name].isChecked():
                window.actions_[name].trigger()
                self._folded.append(name)
        if window.beside.is_shown:
            return  # which takes the room that there is
        for name in reversed(_SIDES):
            if name in self._folded and self._room() - self._width(name) >= _FOR_TEXT:
                window.actions_[name].trigger()

    def has_folded(self, name: str) -> bool:
        """Say whether a column would be open if there were room for it."""
        return name in self._folded

    # Within.

    def _toggled(self, name: str, on: bool) -> None:
        if name in self._folded:
            self._folded.remove(name)
        if on:
            self.make_room(keep=name)

    def _room(self) -> int:
        """Return how many pixels the text has, with the open columns at their narrowest."""
        open_ = (name for name in _SIDES if self._window.actions_[name].isChecked())
        return self._window.width() - sum(map(self._width, open_))

    def _width(self, name: str) -> int:
        columns = self._window.columns
        return (columns.left if name == "queue" else columns.right).minimumWidth()
