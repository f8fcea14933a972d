"""How long the lines of a text are, as Qt counts them."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

_FEW = 40  # lines; of more, reading their text is quicker than going from line to line


def line_lengths(first: QTextBlock, count: int, text: str = "") -> list[int]:
    """Return the lengths of so many lines from one on, in UTF-16 units, each with its end.

    ``text`` is that of these lines, if it is at hand.
    """
    if count > _FEW:
        last = first.document().findBlockByNumber(first.blockNumber() + count - 1)
        start, end = first.position(), last.position() + last.length() - 1
        text = text or _text_between(first, start, end)
        lengths = [len(line) + 1 for line in text.replace("\u2029", "\n").split("\n")]
        if len(text) == end - start and len(lengths) == count:  # no letter takes two units
            return lengths
    lengths, block = [], first
    for _ in range(count):
        lengths.append(block.length())
        block = block.next()
    return lengths


def _text_between(block: QTextBlock, start: int, end: int) -> str:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
