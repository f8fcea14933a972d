"""Going from one ⟨field⟩ of a text to the next with Tab, and back with Shift+Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from newsroom.language.fields import fields
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit


class FieldJumps(QObject):
    """Selects fields, so that typing replaces them.

    Those handed to ``begin`` are stopped at also once they are filled in; others of the
    text as long as they stand there. Behind the last one Tab leaves the field as ever.
    """

    passed_last = Signal()

    def __init__(self, edit: ProseEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._stops: list[tuple[QTextCursor, QTextCursor]] = []
        self._found: tuple[QTextCursor, QTextCursor] | None = None  # the last field gone to

    @property
    def is_filling_in(self) -> bool:
        """True while the cursor is in a field that was jumped to, where Tab means going on."""
        here = self._edit.textCursor().position()
        at = self._at_stop(self._edit.textCursor())
        if at is not None and at + 1 < len(self._stops):
            return True
        return self._found is not None and (
            self._found[0].position() <= here <= self._found[1].position()
        )

    def begin(self, places: Sequence[tuple[int, int]], end: int) -> None:
        """Stop at these places, and then behind them all; positions as Qt counts."""
        self._stops = [self._stop(*place) for place in places]
        if places:
            self._stops.append(self._stop(end, end))
            self._select(*places[0])

    def begin_with_first(self) -> bool:
        """Select the first field of the text; False if there is none."""
        self._stops = []
        return self._go(0)

    def takes(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Take Tab where there is a field to go to."""
        if not isinstance(event, QKeyEvent):
            return False
        plain = Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == plain:
            return self._next()
        if event.key() == Qt.Key.Key_Backtab:
            return self._previous()
        if event.key() == Qt.Key.Key_Escape:
            self._stops = []
            self._found = None
        return False

    # Within.

    def _stop(self, start: int, end: int) -> tuple[QTextCursor, QTextCursor]:
        """Return cursors that stay around a field while it is filled in."""
        first, last = (QTextCursor(self._edit.document()) for _ in range(2))
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(end)
        return first, last

    def _next(self) -> bool:
        cursor = self._edit.textCursor()
        at = self._at_stop(cursor)
        if at is not None and at + 1 < len(self._stops):
            first, last = self._stops[at + 1]
            self._select(first.position(), last.position())
            if at + 2 == len(self._stops):  # behind them all
                self._stops = []
            return True
        self._stops = []
        if self._go(cursor.selectionEnd()):
            return True
        found, self._found = self._found, None
        if found is not None:
            self.passed_last.emit()
            return not self._edit.hasFocus()  # somebody took the keyboard on
        return False

    def _previous(self) -> bool:
        cursor = self._edit.textCursor()
        at = self._at_stop(cursor)
        if at:
            first, last = self._stops[at - 1]
            self._select(first.position(), last.position())
            return True
        return self._go(cursor.selectionStart(), back=True)

    def _at_stop(self, cursor: QTextCursor) -> int | None:
        """Return the number of the stop that the cursor is at."""
        here = cursor.position()
        return next(
            (n for n, (a, b) in enumerate(self._stops) if a.position() <= here <= b.position()),
            None,
        )

    def _go(self, position: int, *, back: bool = False) -> bool:
        """Select the next field that stands in the text; False if there is none."""
        raw = self._edit.document().toRawText()
        if "⟨" not in raw:
            return False
        text = raw.replace("\u2029", "\n")
        places = [(units(text[:start]), units(text[:end])) for start, end in fields(text)]
        if back:
            places = [place for place in reversed(places) if place[1] <= position]
        else:
            places = [place for place in places if place[0] >= position]
        if not places:
            return False
        self._found = self._stop(*places[0])
        self._select(*places[0])
        return True

    def _select(self, start: int, end: int) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
