"""Hits in a text made visible."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from newsroom.ui.editor.hits import Hits
from newsroom.ui.theme import Theme

# Qt walks all highlights for each line it paints; beyond some hundreds that is felt.
_MOST = 400


def cursor_over(document: QTextDocument, span: tuple[int, int]) -> QTextCursor:
    """Return a cursor that has a stretch of the text selected."""
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def highlights(
    document: QTextDocument, hits: Hits, current: int | None, theme: Theme
) -> list[QTextEdit.ExtraSelection]:
    """Return the hits around the current one, coloured; it has a colour of its own."""
    first = max((current or 0) - _MOST // 2, 0)
    made = []
    for number, span in enumerate(hits.spans[first : first + _MOST], first):
        here = number == current
        shape = QTextCharFormat()
        shape.setBackground(theme.colour("accent" if here else "selection"))
        shape.setForeground(theme.colour("on_accent" if here else "ink"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor_over(document, span)
        selection.format = shape
        made.append(selection)
    return made
