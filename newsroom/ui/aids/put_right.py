"""Putting right the word just typed, the cursor staying where it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from newsroom.language.finding import Finding
from newsroom.language.put_right import just_typed
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.editor.offsets import points, units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.review.checks import LiveChecks


class PutRight(QObject):
    """Takes the first suggestion for the last finding before the cursor.

    A line that has not been checked yet is waited for; meanwhile one may type on.
    """

    nothing_found = Signal()

    def __init__(self, checks: LiveChecks, parent: QObject) -> None:
        super().__init__(parent)
        self._checks = checks
        self._asked: tuple[ProseEdit, QTextCursor, str] | None = None
        checks.updated.connect(self._answer)

    def put_right(self, edit: ProseEdit) -> None:
        """Put right what was just typed in a field, now or when its line has been checked."""
        place = QTextCursor(edit.textCursor())
        place.clearSelection()
        place.setKeepPositionOnInsert(True)
        self._asked = edit, place, _before(place)
        self._answer()

    # Within.

    def _answer(self) -> None:
        if self._asked is None:
            return
        edit, place, typed = self._asked
        if not isValid(edit):  # its photo, say, has been removed
            self._asked = None
            return
        line = place.block().text()
        if not typed or _before(place) != typed:  # it is another text by now
            self._asked = None
            return
        known = self._checks.line(line, edit.kind)
        if known is None:
            return
        self._asked = None
        finding = just_typed(known, line, len(typed))
        if finding is None:
            self.nothing_found.emit()
        else:
            self._take_first(edit, place, line, finding)

    def _take_first(self, edit: ProseEdit, place: QTextCursor, line: str, finding: Finding) -> None:
        line_start, new = place.block().position(), finding.suggestions[0]
        start = edit.offset(line_start) + finding.start
        replace_apart(edit, line_start + units(line[: finding.start]), finding.text, new)
        taken = replace(finding, start=start, end=start + len(finding.text))
        self._checks.taken.emit(edit, taken, new)


def _before(place: QTextCursor) -> str:
    """Return the line of a place, up to it."""
    line = place.block().text()
    return line[: points(line, place.positionInBlock())]
