"""Asking for the passphrase of what is sealed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note


class OpeningDialog(Asking):
    """Asks once for what opens a sealed file; ``fault`` says why it is asked again."""

    def __init__(
        self, title: str, asked: str, fault: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.go.setText(self.tr("Buka"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(asked)
        self.field.textChanged.connect(lambda: self.say_fault(""))
        label = QLabel(asked)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(self.field)
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.body.addWidget(note(self.tr("Newsroom tidak menyimpan kata sandi ini.")))
        self.say_fault(fault)
        self.field.setFocus()

    def wrong(self) -> str:
        """Return what is missing."""
        return "" if self.field.text() else self.tr("Tulis dulu kata sandinya.")
