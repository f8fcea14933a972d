"""Many lines about how something went, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP


class DetailsDialog(QDialog):
    """Says it in short, and then line by line."""

    def __init__(self, short: str, lines: Sequence[str], parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title or self.tr("Rincian"))
        resize_in_screen(self, 620, 400)
        said = QLabel(short)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.lines = QPlainTextEdit("\n".join(lines))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("Rincian"))
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(line_button(self.tr("Salin rincian"), self._copy))
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Tutup"), self.accept))
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(said)
        rows.addWidget(self.lines, 1)
        rows.addLayout(foot)
        self.lines.setFocus()

    def _copy(self) -> None:
        self.lines.selectAll()
        self.lines.copy()
