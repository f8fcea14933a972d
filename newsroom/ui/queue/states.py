"""What stands where the stories would be: while they load, and when there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.queue.outline import paint_outline
from newsroom.ui.queue.story_delegate import CARD_HEIGHT, GAP, GUTTER
from newsroom.ui.theme import STEP, Theme


class Notice(QWidget):
    """What this is, and below it the buttons for what to do next."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[tuple[QPushButton, str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(STEP, 0, STEP + GUTTER, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(EmptyNote(theme, icon, title, words))
        self._column.addStretch()
        theme.changed.connect(self._tint)

    def add_button(
        self, text: str, kind: str, icon: str, clicked: Callable[[], None]
    ) -> QPushButton:
        """Offer one more way on, below the others."""
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.clicked.connect(lambda: clicked())
        self._buttons.append((button, icon, "on_accent" if kind == "main" else "ink"))
        self._column.insertWidget(self._column.count() - 1, button)
        self._tint()
        return button

    def _tint(self) -> None:
        for button, icon, colour in self._buttons:
            button.setIcon(self._theme.icon(icon, colour))


class Loading(QWidget):
    """The outlines of some rows, for the moment before the first list comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Memuat naskah…"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars where headlines and times will stand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(5):
            paint_outline(painter, GUTTER, row * (CARD_HEIGHT + GAP), self._theme)
        painter.end()
