"""Quotation marks, dashes, amounts and bound blanks put right as they are typed."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from newsroom.language.typography import TRIGGERS, USUAL, Change, Style, change_after
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.work.stray_keys import is_stray

_REMEMBERED = 20


class SmartTyping(QObject):
    """Looks at each key after the field has taken it, and changes what stands before it.

    The change is an undo step of its own: taken back, what was typed stands there, and
    stays as long as the place is remembered.
    """

    def __init__(self, edit: ProseEdit) -> None:
        super().__init__(edit)
        self.is_on = True
        self.style: Style = USUAL
        self._edit = edit
        self._last: tuple[QTextCursor, Change] | None = None
        self._refused: deque[QTextCursor] = deque(maxlen=_REMEMBERED)
        edit.document().contentsChange.connect(self._notice)

    def takes(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Hand what is written to the field first, then see what it has become."""
        if not self.is_on or self._edit.isReadOnly():
            return False
        if isinstance(event, QKeyEvent):
            typed = event.text()
            if typed not in TRIGGERS or is_stray(event):
                return False
            self._edit.keyPressEvent(event)
        else:
            typed = event.commitString()
            if typed not in TRIGGERS or event.replacementLength():
                return False
            self._edit.inputMethodEvent(event)
        self._follow(typed)
        return True

    # Within.

    def _follow(self, typed: str) -> None:
        cursor = self._edit.textCursor()
        block = cursor.block()
        before = _before(block.text(), cursor.positionInBlock())
        if cursor.hasSelection() or not before.endswith(typed):
            return
        change = change_after(before[:-1], typed, self.style)
        if change is None:
            return
        start = block.position() + units(before[: change.start])
        if any(place.position() == start for place in self._refused):
            return
        replace_apart(self._edit, start, change.old, change.new)
        place = QTextCursor(self._edit.document())
        place.setPosition(start)
        place.setKeepPositionOnInsert(True)
        self._last = place, change

    def _notice(self, position: int, removed: int, added: int) -> None:
        """Remember a place where the person wants what was typed, until it is written anew."""
        if not self._edit.document().isRedoAvailable():
            if removed:
                gone = [place for place in self._refused if place.position() == position]
                for place in gone:
                    self._refused.remove(place)
        elif self._last is not None and self._stands_as_typed(*self._last):
            self._refused.append(self._last[0])
            self._last = None

    def _stands_as_typed(self, place: QTextCursor, change: Change) -> bool:
        block = self._edit.document().findBlock(place.position())
        at = place.position() - block.position()
        behind = block.text().encode("utf-16-le", "surrogatepass")[2 * at :]
        return behind.startswith(change.old.encode("utf-16-le"))


def _before(line: str, position: int) -> str:
    """Return the line up to a position that Qt counts in UTF-16 units."""
    if line.isascii() or units(line) == len(line):
        return line[:position]
    return line.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore")
