"""What was saved from a damaged store, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP

if TYPE_CHECKING:
    from newsroom.store.recovery.report import RecoveryReport


class RecoveryDialog(QDialog):
    """The report line by line, to read and to copy; the worst comes first."""

    def __init__(self, report: RecoveryReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Data dipulihkan"))
        resize_in_screen(self, 620, 420)
        said = QLabel(report.short)
        said.setWordWrap(True)
        self.lines = QPlainTextEdit("\n".join(report.lines()))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("Rincian pemulihan"))
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(line_button(self.tr("Salin rincian"), self._copy))
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Tutup"), self.accept))
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(said)
        rows.addWidget(self.lines, 1)
        rows.addLayout(foot)

    def _copy(self) -> None:
        self.lines.selectAll()
        self.lines.copy()
