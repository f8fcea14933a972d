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
        self._name, self._colour = icon, colour
        self._icon = QLabel()
        heading = QLabel(title)
        heading.setProperty("role", "strong")
        text = QLabel(words)
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * STEP, 8 * STEP, 4 * STEP, 3 * STEP)
        rows.setSpacing(STEP)
        for label in (self._icon, heading, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._name, self._colour, 2 * ICON_SIZE))
