"""Words that are dragged within the window: moved or copied, with the blanks they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent, QTextCursor

from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.smart_spaces import cut, pasted

if TYPE_CHECKING:
    from newsroom.ui.editor.prose_edit import ProseEdit


def drop(event: QDropEvent, source: ProseEdit, target: ProseEdit) -> None:
    """Bring the source's selection to where it was let go, and select it there.

    In each field it is one undo step.
    """
    is_move = event.dropAction() == Qt.DropAction.MoveAction
    there = target.cursorForPosition(event.position().toPoint())
    place = target.offset(there.position())
    start, end = (
        source.offset(at)
        for at in (source.textCursor().selectionStart(), source.textCursor().selectionEnd())
    )
    event.accept()
    if source is target and is_move and start <= place <= end:
        return  # it is there
    # Both are read before anything changes: within one step a field does not read itself anew.
    text, other = source.text(), target.text()
    taken = cut(text, start, end, one_line=source.is_one_line)
    edit = target.textCursor()  # the person's own: undoing brings it back
    target.setTextCursor(there)  # the page follows it, and not what was selected far away
    edit.beginEditBlock()
    if is_move:
        _replace(source, text, taken.start, taken.end, taken.joint)
        if source is target:
            place = taken.moved(place)
            other = text[: taken.start] + taken.joint + text[taken.end :]
        else:  # or Qt would take away what is selected there now
            event.setDropAction(Qt.DropAction.CopyAction)
    words = _for_field(target, taken.words)
    place, before, after = pasted(other, place, taken, one_line=target.is_one_line)
    _replace(target, other, place, place, before + words + after)
    edit.endEditBlock()
    target.document().setModified(False)  # what is typed next is a step of its own
    _select(target, units(other[:place] + before), units(words))


def _replace(edit: ProseEdit, text: str, start: int, end: int, new: str) -> None:
    work = QTextCursor(edit.document())
    work.setPosition(units(text[:start]))
    work.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    work.insertText(new)


def _select(edit: ProseEdit, start: int, length: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    edit.setFocus()
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _for_field(edit: ProseEdit, words: str) -> str:
    if not edit.is_one_line or "\n" not in words:
        return words
    from newsroom.exchange.pasted import pasted_line

    return pasted_line(words)
