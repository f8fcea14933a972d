"""Another state of a text, shown where it is being written in."""

from __future__ import annotations

from newsroom.story.compare.pieces import Kind
from newsroom.story.compare.prose import compare_prose
from newsroom.story.ends import common_ends
from newsroom.ui.editor.prose_edit import ProseEdit

_UNDOABLE = 50_000  # characters; to take back more in the text itself would be felt


def show_text(edit: ProseEdit, text: str) -> None:
    """Show it as one step that can be undone; the cursor stays at the words that it stood at."""
    before = edit.text()
    if text == before:
        return
    cursor = carried(before, text, edit.cursor_offset())
    start, end = common_ends(before, text)
    old, new = before[start : len(before) - end], text[start : len(text) - end]
    if len(old) + len(new) > _UNDOABLE or not edit.replace_range(start, start + len(old), old, new):
        edit.set_text(text)
    edit.select(cursor, cursor)


def carried(old: str, new: str, place: int) -> int:
    """Return where a place in a text is in another state of it.

    >>> carried("Warga panen padi.", "Para warga panen raya padi.", 12)
    22
    """
    at = 0
    for piece in compare_prose(old, new):
        length = len(piece.text)
        if piece.kind is Kind.ADDED:
            at += length
        elif place < length or (piece.kind is Kind.SAME and place == length):
            return at + (place if piece.kind is Kind.SAME else 0)
        else:
            place -= length
            at += length if piece.kind is Kind.SAME else 0
    return len(new)
