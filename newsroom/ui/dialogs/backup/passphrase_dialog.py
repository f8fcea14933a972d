"""Asking for a new passphrase for backups."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note
from newsroom.ui.dialogs.backup.passphrase_fields import PassphraseFields


class NewPassphraseDialog(Asking):
    """Asks for a new passphrase for the second place, twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kata sandi tempat kedua"))
        self.go.setText(self.tr("Pakai kata sandi"))
        self.passphrase = PassphraseFields()
        self.passphrase.changed.connect(lambda: self.say_fault(""))
        self.body.addWidget(
            note(
                self.tr(
                    "Cadangan berikutnya di tempat kedua dikunci dengan kata sandi ini, tanpa "
                    "ditanyakan lagi. Yang sudah ada tetap seperti semula."
                )
            )
        )
        self.body.addWidget(self.passphrase)
        self.passphrase.setFocus()

    def wrong(self) -> str:
        """Return what is wrong with it."""
        return self.passphrase.fault
