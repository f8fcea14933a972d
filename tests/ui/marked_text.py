"""Texts of a field with the cursor marked as ‸, and what is selected as ⟦ ⟧."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor


def units(text: str) -> int:
    """Return how long a text is as Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def put(field, marked: str) -> None:
    """Write a text with the cursor or the selection as it is marked, and forget how it came."""
    field.set_text(re.sub("[‸⟦⟧]", "", marked))
    cursor = field.textCursor()
    if "⟦" in marked:
        before, inside, _ = re.split("[⟦⟧]", marked.replace("‸", ""))
        cursor.setPosition(units(before))
        cursor.setPosition(units(before + inside), QTextCursor.MoveMode.KeepAnchor)
    elif "‸" in marked:
        cursor.setPosition(units(marked.split("‸")[0]))
    field.setTextCursor(cursor)


def look(field) -> str:
    """Return the text with the cursor or the selection marked."""
    raw, cursor = field.text().encode("utf-16-le"), field.textCursor()
    start, end = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
    before, inside, after = (
        part.decode("utf-16-le") for part in (raw[:start], raw[start:end], raw[end:])
    )
    return f"{before}⟦{inside}⟧{after}" if inside else f"{before}‸{after}"
