"""What the cards of a review are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


def plain_label(text: str = "", role: str = "") -> QLabel:
    """Return a label that shows a text as it is, in as many lines as it needs."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def small_button(text: str, act: Callable[[], object], kind: str = "line") -> QPushButton:
    """Return a small button of a kind that the style sheet knows."""
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setProperty("small", True)
    button.clicked.connect(lambda: act())
    return button
