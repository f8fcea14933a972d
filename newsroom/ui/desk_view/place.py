"""What the window puts aside while the desk is looked at, and brings back after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class Place:
    """The page's place in the window, with the room of the columns at its sides.

    Of the open story nothing can be seen meanwhile: so nothing can be done in it.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._before: QWidget | None = None
        self._field: QWidget | None = None
        self._was_calm = self._was_beside = False
        self.is_taken = False

    def take(self, page: QWidget) -> None:
        """Put a page there."""
        window, actions = self._window, self._window.actions_
        window.versioning.staging.back()
        window.searching.leave()
        window.show_page()
        self._before = window.columns.stack.currentWidget()
        self._field = window.page.focused_field()
        self._was_beside = window.beside.is_shown
        if self._was_beside:
            window.beside.show(False)
        self._was_calm = actions["focus"].isChecked()
        if self._was_calm:
            actions["focus"].trigger()
        self.is_taken = True
        window.columns.stack.setCurrentWidget(page)
        window.show_columns(False)
        window.commands.enable(False)
        actions["paste_plain"].setEnabled(False)
        actions["desk_view"].setChecked(True)

    def leave(self) -> None:
        """Bring back what was there, and the keyboard to it; what else is due follows by that."""
        window = self._window
        if not self.is_taken:
            return
        has_story = window.desk.story is not None
        back = window.page if has_story or self._before is None else self._before
        window.columns.stack.setCurrentWidget(back)
        if has_story:
            field = self._field
            (field if field is not None and isValid(field) else window.page.body).setFocus()

    def put_away(self) -> None:
        """Bring back what is around the page; something else has taken its place already."""
        window, actions = self._window, self._window.actions_
        story = window.desk.story
        self.is_taken = False
        actions["desk_view"].setChecked(False)
        window.show_columns(True)
        window.commands.enable(story is not None)
        window.top_bar.show_status(story.status if story else None)
        actions["paste_plain"].setEnabled(True)
        if self._was_beside and story is not None:
            window.beside.show(True)
        if self._was_calm and not actions["focus"].isChecked():
            actions["focus"].trigger()
