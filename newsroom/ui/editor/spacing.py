"""Drawing the empty line between two paragraphs as a narrow gap."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

# Per cent of the font's own line, which in Noto Serif is 1.36 em: 1.6 em in all.
LINE_HEIGHT = 119
PARAGRAPH_GAP = 13  # pixels

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_SETTLED = 3  # lines in a row that were right


def space_paragraphs(block: QTextBlock, end: int) -> None:
    """Make the empty line after each paragraph a narrow gap, other lines full ones.

    An empty line after a gap is a paragraph that is still to be written. Goes from
    ``block`` to the position ``end``, and on until the lines are right already.
    """
    edit: QTextCursor | None = None
    settled = 0
    while block.isValid() and (settled < _SETTLED or block.position() <= end):
        wanted = QTextBlockFormat()
        if _parts(block):
            wanted.setLineHeight(PARAGRAPH_GAP, _FIXED)
        else:
            wanted.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
        if block.blockFormat().lineHeight() == wanted.lineHeight():
            settled += 1
        else:
            settled = 0
            if edit is None:
                edit = QTextCursor(block)
                # The spacing belongs to the change that asked for it.
                edit.joinPreviousEditBlock()
            edit.setPosition(block.position())
            edit.setBlockFormat(wanted)
        block = block.next()
    if edit is not None:
        edit.endEditBlock()


def _parts(block: QTextBlock) -> bool:
    """Say whether a line parts two paragraphs; the lines before it are right already."""
    before = block.previous()
    if block.length() > 1 or not before.isValid() or not block.next().isValid():
        return False
    return before.blockFormat().lineHeightType() != _FIXED
