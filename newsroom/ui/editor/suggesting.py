"""The suggestions for what is marked in a text field, at the cursor or under the pointer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from newsroom.ui.editor.edit_menu import edit_menu
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

if TYPE_CHECKING:
    from newsroom.language.finding import Finding
    from newsroom.ui.editor.prose_edit import ProseEdit
    from newsroom.ui.editor.suggestion_menu import SuggestionMenu


class Suggesting(QObject):
    """Opens the menu of suggestions of one field, and carries out what is chosen in it."""

    def __init__(self, edit: ProseEdit, theme: Theme, checks: LiveChecks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self._checks = checks
        self._asked_at = -1  # where suggestions were asked for that are not there yet
        checks.updated.connect(self._answer)

    def show(self) -> None:
        """Open the suggestions for the word at the cursor, if it is marked.

        For a word written a moment ago they open once its line has been checked.
        """
        edit, cursor = self._edit, self._edit.textCursor()
        self._asked_at = -1
        if self._checks.line(cursor.block().text(), edit.kind) is None:
            self._asked_at = cursor.position()
            return
        edit.leave_word(force=True)
        if hit := edit.finding_at(cursor.position()):
            corner = edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft())
            self._menu(*hit).open_at(corner + QPoint(0, 4))

    def open_menu(self, position: int, at: QPoint) -> None:
        """Open the suggestions for what is marked at a Qt position, or else the usual menu."""
        if hit := self._edit.finding_at(position):
            self._menu(*hit).open_at(at)
        else:
            edit_menu(self._edit).popup(at)

    # Within.

    def _answer(self) -> None:
        if self._asked_at >= 0 and self._asked_at == self._edit.textCursor().position():
            self.show()

    def _menu(self, finding: Finding, line_start: int) -> SuggestionMenu:
        from newsroom.ui.editor.suggestion_menu import SuggestionMenu  # not needed to begin writing

        edit = self._edit
        menu = SuggestionMenu(
            self._theme, finding, edit, self._checks.sources.get(finding.rule, "")
        )
        start = edit.offset(line_start) + finding.start
        line = edit.document().findBlock(line_start).text()
        menu.chosen.connect(lambda new: self._take(finding, start, new))
        menu.ignored.connect(lambda scope: edit.ignored.emit(finding, scope, line))
        menu.added.connect(lambda: edit.word_added.emit(finding.text))
        return menu

    def _take(self, finding: Finding, start: int, new: str) -> None:
        """Write a suggestion in the place of what is marked there."""
        edit, end = self._edit, start + len(finding.text)
        if edit.replace_range(start, end, finding.text, new):
            self._checks.taken.emit(edit, replace(finding, start=start, end=end), new)
