"""A calm strip over the story: whose it is now, or what was said when it came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from newsroom.ui.review.announcing import announce
from newsroom.ui.standing.words import Told


class StandingStrip(QFrame):
    """Stays as long as what it says is so; there is nothing to close."""

    wanted = Signal(str)  # the name of an action

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("standing")
        self._action = ""
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setProperty("kind", "line")
        self.button.clicked.connect(lambda: self.wanted.emit(self._action))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or nothing."""
        return self._text.text() if self.isVisibleTo(self.parentWidget()) else ""

    def say(self, told: Told | None) -> None:
        """Say something, or nothing any more."""
        if told is None:
            self.hide()
            return
        is_new = not self.isVisible() or told.text != self._text.text()
        self._action = told.action
        self._text.setText(told.text)
        self.button.setText(told.button)
        self.button.setVisible(bool(told.action))
        self.setAccessibleName(told.text)
        self.show()
        if is_new:
            announce(self, told.text)
