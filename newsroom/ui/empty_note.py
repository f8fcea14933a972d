"""What a panel says while there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsroom.ui.theme import ICON_SIZE, STEP, Theme


class EmptyNote(QWidget):
    """An icon, what is so, and what to do next."""

    def __init__(
        self, theme: Theme, icon: str, title: str, words: str, colour: str = "muted"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._title, self._words = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "strong")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * STEP, 8 * STEP, 4 * STEP, 3 * STEP)
        rows.setSpacing(STEP)
        for label in (self._icon, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        self.say(icon, title, words, colour)
        theme.changed.connect(self._tint)

    def say(self, icon: str, title: str, words: str, colour: str = "muted") -> None:
        """Say something else."""
        self._name, self._colour = icon, colour
        self._title.setText(title)
        self._words.setText(words)
        self._tint()

    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._name, self._colour, 2 * ICON_SIZE))
