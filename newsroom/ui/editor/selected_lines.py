"""The lines that are selected in a field, and changing them with no more touched than differs."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.ui.editor.offsets import points, units
from newsroom.ui.editor.openings import OPENING


def selected_lines(edit: QTextEdit) -> list[QTextBlock]:
    """Return the lines from the selection's start to its end, or the cursor's."""
    cursor = edit.textCursor()
    block = edit.document().findBlock(cursor.selectionStart())
    last = edit.document().findBlock(cursor.selectionEnd())
    lines = [block]
    while block != last:
        block = block.next()
        lines.append(block)
    return lines


def selected_parts(edit: QTextEdit) -> list[tuple[QTextBlock, int, int]]:
    """Return the selected stretch of each line with words in it, or the cursor's place.

    Counted in code points. What opens a list item or a heading is left out.
    """
    cursor = edit.textCursor()
    parts = []
    for block in selected_lines(edit):
        text = block.text()
        opening = OPENING.match(text)
        first = max(cursor.selectionStart() - block.position(), 0)
        last = min(cursor.selectionEnd() - block.position(), block.length() - 1)
        start, end = points(text, first), points(text, last)
        start = max(start, opening.end()) if opening else start
        if text[start:end].strip():
            parts.append((block, start, end))
    if not parts:
        block = cursor.block()
        at = points(block.text(), cursor.positionInBlock())
        parts = [(block, at, at)]
    return parts


def select(edit: QTextEdit, first: QTextBlock, start: int, last: QTextBlock, end: int) -> None:
    """Select from a place in one line to a place in another, in code points."""
    cursor = edit.textCursor()
    cursor.setPosition(first.position() + units(first.text()[:start]))
    cursor.setPosition(last.position() + units(last.text()[:end]), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def rewrite(block: QTextBlock, new: str) -> None:
    """Change a line only where it differs, so that marks and cursors elsewhere stay."""
    old = block.text()
    before = _shared(old, new)
    after = _shared(old[before:][::-1], new[before:][::-1])
    edit = QTextCursor(block)
    edit.setPosition(block.position() + units(old[:before]))
    edit.setPosition(
        block.position() + units(old[: len(old) - after]), QTextCursor.MoveMode.KeepAnchor
    )
    edit.insertText(new[before : len(new) - after])


def _shared(one: str, other: str) -> int:
    """Return how long a beginning two texts share."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
