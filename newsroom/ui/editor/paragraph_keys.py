"""What Enter, Backspace and Delete do to paragraphs, as in word processors.

In Markdown an empty line parts them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.ui.editor.openings import ITEM, next_opening

SHAPING = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def shape(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Do what one of these keys does to paragraphs; False if it is to do what it does anywhere."""
    if event.modifiers() not in _PLAIN:
        return False
    cursor = edit.textCursor()
    if event.key() == Qt.Key.Key_Backspace:
        # At a paragraph's start the gap goes with the break, in one step.
        return cursor.atBlockStart() and _join(edit, cursor.block().previous())
    if event.key() == Qt.Key.Key_Delete:
        return cursor.atBlockEnd() and _join(edit, cursor.block().next())
    _begin_paragraph(edit)
    return True


def _begin_paragraph(edit: QTextEdit) -> None:
    cursor = edit.textCursor()
    line = cursor.block().text()
    item = ITEM.match(line)
    if item and cursor.positionInBlock() >= item.end():
        if line[item.end() :].strip():
            cursor.insertText("\n" + next_opening(item))
        else:  # Enter on an empty item ends the list
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n")
    elif not line.strip() and not cursor.hasSelection():
        cursor.insertText("\n")
    else:
        cursor.insertText("\n\n")
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _join(edit: QTextEdit, gap: QTextBlock) -> bool:
    """Make one of the paragraphs around an empty line; False if it is not just one."""
    cursor = edit.textCursor()
    first, second = gap.previous(), gap.next()
    between = gap.isValid() and first.isValid() and second.isValid()
    if cursor.hasSelection() or not between or gap.text() or not first.text():
        return False
    if not second.text() and second.next().isValid():
        return False
    cursor.setPosition(second.position())
    cursor.setPosition(gap.position() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    edit.setTextCursor(cursor)
    return True
