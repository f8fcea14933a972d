"""“Nama dari kiri”: a group's names, in the order they stand in, as a caption has them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.story.caption import from_left
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.theme import STEP

_WIDTH = 480  # pixels; three names fit in a line


class NamesDialog(QDialog):
    """Shows below the names how the caption will have them."""

    chosen = Signal(str)  # the names, as they are written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nama dari kiri"))
        self.setMinimumWidth(_WIDTH)
        asked = self.tr("Nama dari kiri ke kanan, dipisah koma")
        label = QLabel(asked)
        label.setProperty("role", "field")
        self.line = QLineEdit()
        self.line.setAccessibleName(asked)
        label.setBuddy(self.line)
        self.reads = still_label("muted")
        self.use = QPushButton(self.tr("Sisipkan"))
        self.use.setProperty("kind", "main")
        self.use.setDefault(True)
        self.use.clicked.connect(self._use)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(STEP)
        for widget in (label, self.line, self.reads):
            rows.addWidget(widget)
        rows.addSpacing(2 * STEP)
        rows.addLayout(foot)
        self.line.textChanged.connect(self._show)
        self._show()

    # Within.

    def _names(self) -> str:
        return from_left(self.line.text().split(","))

    def _show(self) -> None:
        names = self._names()
        told = self.tr("Terbaca: {0}").format(names) if names else ""
        self.reads.setText(told)
        self.line.setAccessibleDescription(told)
        self.use.setEnabled(bool(names))

    def _use(self) -> None:
        self.accept()
        self.chosen.emit(self._names())
