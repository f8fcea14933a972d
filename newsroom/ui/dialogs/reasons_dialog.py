"""Why some of several stories were left as they were; each leads to the story."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.outcome_tree import OutcomeTree
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP, Theme


class ReasonsDialog(QDialog):
    """A sentence above, and below it a story a line with its reason."""

    story_chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_in_screen(self, 560, 420)
        told = QLabel(said)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        self.stories = OutcomeTree(theme, title)
        self.stories.chosen.connect(self._choose)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Tutup"), self.reject))
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(told)
        rows.addWidget(self.stories, 1)
        rows.addLayout(foot)
        self.stories.setFocus()

    def _choose(self, story_id: str) -> None:
        self.accept()
        self.story_chosen.emit(story_id)
