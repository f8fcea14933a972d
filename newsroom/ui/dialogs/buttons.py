"""The buttons of dialogs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def line_button(text: str, act: Callable[[], None]) -> QPushButton:
    """Return a quiet button; the Enter key does not press it from elsewhere."""
    button = QPushButton(text)
    button.setProperty("kind", "line")
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
