"""A folder: typed, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_folder
from newsroom.ui.theme import STEP


class FolderField(QWidget):
    """A line with its button; ``title`` stands over the dialog that the button opens."""

    changed = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self._title = title
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        self.browse = line_button(self.tr("Pilih…"), self._browse)
        self.browse.setAccessibleName(self.tr("Pilih folder: {0}").format(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)

    @property
    def folder(self) -> Path | None:
        """The folder; None while there is none."""
        text = self.line.text().strip()
        return Path(text).expanduser().absolute() if text else None

    def _browse(self) -> None:
        ask_folder(self, self._title, self.line.text().strip(), self.line.setText)
