"""Asking for the passphrase of a backup, or for a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note
from newsroom.ui.dialogs.backup.passphrase_fields import PassphraseFields


class PassphraseDialog(Asking):
    """Asks once for what opens a backup; ``fault`` says why it is asked again."""

    def __init__(self, name: str, fault: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cadangan terkunci"))
        self.go.setText(self.tr("Buka"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Kata sandi cadangan"))
        self.field.textChanged.connect(lambda: self.say_fault(""))
        label = QLabel(self.tr("Kata sandi cadangan {0}").format(name))
        label.setBuddy(self.field)
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.body.addWidget(note(self.tr("Newsroom tidak menyimpan kata sandi ini.")))
        self.say_fault(fault)
        self.field.setFocus()

    def wrong(self) -> str:
        """Return what is missing."""
        return "" if self.field.text() else self.tr("Tulis dulu kata sandinya.")


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
