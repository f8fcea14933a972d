"""“Cadangkan sekarang”: where to, and whether it is to be closed with a passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note, under
from newsroom.ui.dialogs.backup.folder_field import FolderField
from newsroom.ui.dialogs.backup.passphrase_fields import PassphraseFields
from newsroom.ui.theme import STEP


class MakeDialog(Asking):
    """The usual place, or any other folder."""

    def __init__(self, usual: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(self.tr("Cadangkan sekarang"))
        self.go.setText(self.tr("Cadangkan"))
        self.here = QRadioButton(self.tr("Di tempat biasa, di komputer ini"))
        self.here.setToolTip(str(usual))
        self.elsewhere = QRadioButton(self.tr("Di folder lain, misalnya di cakram luar"))
        self.folder = FolderField(self.tr("Folder cadangan"), self.tr("Simpan cadangan ke folder"))
        self.zip = QCheckBox(self.tr("Sebagai satu berkas .zip"))
        self.lock = QCheckBox(self.tr("Kunci dengan kata sandi"))
        self.passphrase = PassphraseFields()
        self.body.addWidget(self.here)
        self.body.addWidget(self.elsewhere)
        self.body.addLayout(under(self.folder, self.zip))
        self.body.addSpacing(2 * STEP)
        self.body.addWidget(self.lock)
        self.body.addLayout(under(self.passphrase))
        self.body.addSpacing(2 * STEP)
        self.body.addWidget(
            note(self.tr("Ikut dicadangkan: semua naskah dan versinya, foto, kamus, pengaturan."))
        )
        self.here.setChecked(True)
        self.elsewhere.toggled.connect(self._refresh)
        self.elsewhere.clicked.connect(self.folder.setFocus)
        self.lock.toggled.connect(self._refresh)
        self.lock.clicked.connect(self.passphrase.setFocus)
        self.folder.changed.connect(lambda: self.say_fault(""))
        self.passphrase.changed.connect(lambda: self.say_fault(""))
        self._refresh()
        self.here.setFocus()

    @property
    def place(self) -> Path | None:
        """The other folder; None for the usual place."""
        return self.folder.folder if self.elsewhere.isChecked() else None

    @property
    def word(self) -> str:
        """The passphrase; nothing for a backup that is open."""
        return self.passphrase.word if self.lock.isChecked() else ""

    def wrong(self) -> str:
        """Return what is missing."""
        if self.elsewhere.isChecked() and self.place is None:
            return self.tr("Pilih dulu foldernya.")
        return self.passphrase.fault if self.lock.isChecked() else ""

    def _refresh(self) -> None:
        self.folder.setEnabled(self.elsewhere.isChecked())
        self.zip.setEnabled(self.elsewhere.isChecked())
        self.passphrase.setEnabled(self.lock.isChecked())
        self.say_fault("")
