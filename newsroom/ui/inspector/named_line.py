"""A line of the form."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def named_line(name: str, placeholder: str) -> QLineEdit:
    """Return a line that is called something, and says inside what may stand in it."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made
