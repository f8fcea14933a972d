"""The kinds of controls that the find bar is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton


def line(name: str) -> QLineEdit:
    """Return a field that says inside what it is for."""
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made


def tool(name: str, key: str, act: Callable[[], None]) -> QToolButton:
    """Return a button with a sign, whose name and key are told by its tip."""
    made = QToolButton()
    made.setToolTip(f"{name} ({key})")
    made.setAccessibleName(name)
    made.setAccessibleDescription(key)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(act)
    return made
