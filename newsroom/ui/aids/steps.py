"""Changing a text in undo steps that what is typed next does not melt into."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


def replace_apart(edit: QTextEdit, start: int, old: str, new: str) -> None:
    """Put ``new`` in the place of ``old`` at a Qt position, as an undo step of its own.

    The cursor stays where it is in the text. Qt lets typing go on in a step that ended
    in an insertion, so the removal comes last.
    """
    caret = edit.textCursor()
    work = QTextCursor(caret)
    caret.beginEditBlock()  # of the person's own cursor: undoing brings it back
    work.setPosition(start)
    if not old:  # something to remove
        work.insertText(" ")
        work.setPosition(start)
    length = len(old.encode("utf-16-le", "surrogatepass")) // 2 or 1
    work.insertText(new)
    work.setPosition(work.position() + length, QTextCursor.MoveMode.KeepAnchor)
    work.removeSelectedText()
    caret.endEditBlock()
