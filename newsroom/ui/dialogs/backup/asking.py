"""A small dialog that asks for something before work begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP


class Asking(QDialog):
    """What is asked, what is wrong with it, and one main button, which each kind names."""

    def __init__(self, parent: QWidget | None, width: int = 460, *, grows: bool = False) -> None:
        super().__init__(parent)
        self.setMinimumWidth(min(width, self.screen().availableSize().width()))
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * STEP)
        self.fault = still_label("error")
        self.fault.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.go = QPushButton()
        self.go.setProperty("kind", "main")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.go)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addLayout(self.body, int(grows))
        if not grows:
            rows.addStretch(1)
        rows.addWidget(self.fault)
        rows.addLayout(foot)

    def wrong(self) -> str:
        """Return what stands in the way; nothing if the work may begin."""
        return ""

    def say_fault(self, words: str) -> None:
        """Say what is wrong, with a sign that needs no colour."""
        self.fault.setText(f"▲ {words}" if words else "")
        if words:
            announce(self, words, urgent=True)

    def accept(self) -> None:
        """Go on if nothing stands in the way."""
        if words := self.wrong():
            self.say_fault(words)
        else:
            super().accept()


def under(*widgets: QWidget) -> QVBoxLayout:
    """Lay widgets out below the choice that they belong to."""
    rows = QVBoxLayout()
    rows.setContentsMargins(6 * STEP, 0, 0, 0)
    rows.setSpacing(2 * STEP)
    for widget in widgets:
        rows.addWidget(widget)
    return rows


def note(words: str) -> QLabel:
    """Return a quiet line of words."""
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
