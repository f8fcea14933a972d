"""Small parts that the pages of sending have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


def words_label(role: str = "") -> QLabel:
    """Return a label for plain words of any length."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(1)  # a long address does not widen the dialog
    if role:
        label.setProperty("role", role)
    return label


def say(label: QLabel, words: str, role: str = "") -> None:
    """Say something in a label, in the colour of its kind."""
    label.setText(words)
    label.setAccessibleName(words)
    label.setVisible(bool(words))
    if label.property("role") != (role or None):
        label.setProperty("role", role or None)
        label.style().polish(label)


def main_button(text: str, act: Callable[[], object]) -> QPushButton:
    """Return the filled button of a page."""
    button = QPushButton(text)
    button.setProperty("kind", "main")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button
