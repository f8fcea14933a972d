"""A label that is as tall as what it may say from the start: nothing moves when it speaks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def still_label(role: str = "", lines: int = 2) -> QLabel:
    """Return a label with room for so many lines of plain words."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing())
    if role:
        label.setProperty("role", role)
    return label
