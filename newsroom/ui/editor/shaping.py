"""Marks that a person sets by button or key: bold, italic, headings, lists, quotations, links."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.story.texts import trimmed
from newsroom.ui.editor import emphasis
from newsroom.ui.editor.links import Link, link, link_at
from newsroom.ui.editor.openings import OPENING, is_opened_by
from newsroom.ui.editor.selected_lines import rewrite, select, selected_lines, selected_parts


def toggle_emphasis(edit: QTextEdit, mark: str) -> None:
    """Put a mark around the selection or the word, or take it off."""
    parts = selected_parts(edit)
    if len(parts) == 1 and parts[0][1] == parts[0][2]:
        changed = [emphasis.toggle_at(parts[0][0].text(), parts[0][1], mark)]
    else:
        places = [(block.text(), start, end, mark) for block, start, end in parts]
        marked = all(emphasis.is_marked(*place) for place in places)
        change = emphasis.take_mark if marked else emphasis.put_mark
        changed = [change(*place) for place in places]
    blocks = [block for block, _, _ in parts]
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    for block, line in zip(blocks, changed, strict=True):
        rewrite(block, line.text)
    cursor.endEditBlock()
    select(edit, blocks[0], changed[0].start, blocks[-1], changed[-1].end)


def toggle_opening(edit: QTextEdit, opening: str) -> None:
    """Have the selected lines opened by a mark, or make prose of them if all are."""
    lines = selected_lines(edit)
    filled = [line for line in lines if line.text().strip()] or lines[:1]
    remove = all(is_opened_by(line.text(), opening) for line in filled)
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    for number, line in enumerate(filled, 1):
        old = OPENING.match(line.text())
        change = QTextCursor(line)
        if old:
            change.setPosition(line.position() + old.end(), QTextCursor.MoveMode.KeepAnchor)
        new = f"{number}. " if opening == "1. " else opening
        change.insertText("" if remove else new)
    cursor.endEditBlock()


def selected_link(edit: QTextEdit) -> Link | None:
    """Return the link that the cursor or the selection stands in."""
    block, start, end = selected_parts(edit)[0]
    return link_at(block.text(), start, end)


def set_link(edit: QTextEdit, address: str, words: str) -> None:
    """Make the selection, as far as its first line goes, or the word a link.

    The link one stands in gets the address; without one it is no link any more. ``words``
    are those of a link where none stand.
    """
    block, start, end = selected_parts(edit)[0]
    text = block.text()
    if known := link_at(text, start, end):
        start, end, label = known.start, known.end, known.label
    else:
        if start == end:
            start, end = emphasis.word_at(text, start)
        start, end = trimmed(text, start, end)
        label = text[start:end]
    new = link(label or words, address)
    rewrite(block, text[:start] + new + text[end:])
    select(edit, block, start + len(new), block, start + len(new))
