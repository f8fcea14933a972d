"""Keeping the cursor out of the gap between two paragraphs, which nobody writes in.

In Markdown it is an empty line: what is written there would make one paragraph of the two.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.ui.editor.gaps import Gaps

MOVING = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))
_BESIDE = 2  # pixels above or below a gap, where a line is
_GAPS = Gaps(1)


def step_on(edit: QTextEdit, key: int, *, select: bool) -> None:
    """Go on in the direction of a key that led into a gap."""
    cursor = edit.textCursor()
    if not _GAPS.is_gap(block := cursor.block()):
        return
    mode = QTextCursor.MoveMode.KeepAnchor if select else QTextCursor.MoveMode.MoveAnchor
    if key == Qt.Key.Key_Down:
        edit.moveCursor(QTextCursor.MoveOperation.Down, mode)
    elif key == Qt.Key.Key_Up:
        edit.moveCursor(QTextCursor.MoveOperation.Up, mode)
    else:
        right = key == Qt.Key.Key_Right
        cursor.setPosition(block.position() + (1 if right else -1), mode)
        edit.setTextCursor(cursor)


def step_beside(edit: QTextEdit, at: QPoint) -> None:
    """Go to the nearer of the two lines when a gap between them was clicked."""
    cursor = edit.textCursor()
    if cursor.hasSelection() or not _GAPS.is_gap(cursor.block()):
        return
    # The field is as tall as its text: it never scrolls in itself.
    gap = edit.document().documentLayout().blockBoundingRect(cursor.block())
    y = gap.top() - _BESIDE if at.y() < gap.center().y() else gap.bottom() + _BESIDE
    beside = edit.cursorForPosition(QPoint(at.x(), round(y)))
    if beside.block() != cursor.block():
        edit.setTextCursor(beside)


def open_gap(cursor: QTextCursor) -> bool:
    """Make room for a paragraph in the gap at a cursor; False if it is in none."""
    before, after = cursor.block().previous(), cursor.block().next()
    if cursor.hasSelection() or not _GAPS.is_gap(cursor.block()):
        return False
    if before.length() == 1 or after.length() == 1:
        return False
    cursor.insertText("\n\n")
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    return True
