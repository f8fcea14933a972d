"""One field of a comparison: its name, what differs in it, and the button to bring it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.ui.theme import STEP, Theme
from newsroom.ui.versions.compared import Section
from newsroom.ui.versions.difference_text import DifferenceText


class SectionView(QWidget):
    """Fields that have parts (dateline, photos) show each part that differs."""

    restore_wanted = Signal(str)  # the story's field

    def __init__(self, theme: Theme, section: Section, zoom: int) -> None:
        super().__init__()
        self.section = section
        self.texts: list[DifferenceText] = []
        self.restore = QPushButton(self.tr("Pulihkan bagian ini"))
        self.restore.setProperty("kind", "line")
        self.restore.setProperty("small", True)
        self.restore.setAccessibleName(self.tr("Pulihkan bagian ini: {0}").format(section.title))
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(section.field))
        self.restore.hide()
        title = QLabel(section.title)
        title.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.restore)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(STEP)
        self._rows.addLayout(head)
        for part, change in section.lines:
            if part:
                label = QLabel(part)
                label.setProperty("role", "field")
                self._rows.addWidget(label)
            name = f"{section.title}, {part}" if part else section.title
            text = DifferenceText(theme, name, change, zoom)
            self.texts.append(text)
            self._rows.addWidget(text)
