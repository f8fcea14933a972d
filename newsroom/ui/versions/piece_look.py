"""How a stretch of text looks that is in one of two states alone; never by its colour alone."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat

from newsroom.story.compare.pieces import Kind
from newsroom.ui.theme import Theme


def piece_look(theme: Theme, kind: Kind, font: QFont) -> QTextCharFormat:
    """Return the format of a piece: what went is struck through, what came is underlined."""
    look, colour = QTextCharFormat(), theme.colour
    look.setFont(font)
    look.setForeground(colour("ink"))
    if kind is Kind.REMOVED:
        look.setFontStrikeOut(True)
        look.setForeground(colour("muted"))
        look.setBackground(colour("background"))
    elif kind is Kind.ADDED:
        look.setFontUnderline(True)
        look.setForeground(colour("accent"))
        look.setBackground(colour("tint"))
    return look


def seen_blank(text: str) -> str:
    """Return blanks that are all of a change so that they can be seen.

    >>> seen_blank(" "), seen_blank("x ")
    ('␣', 'x ')
    """
    return text if text.strip() else text.replace(" ", "␣").replace("\n", "¶\n")
