"""The reason why stories go out although something is missing in them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from newsroom.ui.theme import STEP


class OverrideField(QWidget):
    """A line with its name above; shown only where a reason helps."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Tetap ekspor, dengan alasan"))
        self.edit.setPlaceholderText(self.tr("Alasannya tercatat di riwayat versi"))
        self.edit.textChanged.connect(self.changed)
        name = QLabel(self.tr("Tetap ekspor, dengan alasan…"))
        name.setProperty("role", "field")
        name.setBuddy(self.edit)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(name)
        rows.addWidget(self.edit)

    @property
    def reason(self) -> str:
        """What is written; empty if nothing is."""
        return self.edit.text().strip()
