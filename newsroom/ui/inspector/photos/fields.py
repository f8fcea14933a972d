"""A line of a photo's form."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def line(name: str, placeholder: str) -> QLineEdit:
    """Return a line; a file let go over it is a photo, not the text of its path."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setAcceptDrops(False)
    return made
