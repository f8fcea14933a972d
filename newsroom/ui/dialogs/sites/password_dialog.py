"""Asking for the application password of a portal, where it is kept nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note


class PasswordDialog(Asking):
    """Asks once; ``taken`` gives what was written, and leaves nothing in the field."""

    def __init__(self, title: str, login: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sandi aplikasi"))
        self.go.setText(self.tr("Lanjutkan"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Sandi aplikasi"))
        self.field.textChanged.connect(lambda: self.say_fault(""))
        label = QLabel(self.tr("Sandi aplikasi {0} di {1}").format(login, title))
        label.setWordWrap(True)
        label.setBuddy(self.field)
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.body.addWidget(
            note(self.tr("Sandi dipakai sekali ini saja. Agar tersimpan, pilih Masuk… lagi."))
        )
        self.field.setFocus()

    def wrong(self) -> str:
        """Return what is missing."""
        return "" if self.field.text().strip() else self.tr("Tulis dulu sandi aplikasinya.")

    def taken(self) -> str:
        """Return the password, and forget it."""
        word = self.field.text().strip()
        self.field.setText("")
        return word

    def reject(self) -> None:
        """Close, with no password left in the field."""
        self.field.setText("")
        super().reject()
