"""“Pulihkan”: into the data there are, or into a folder of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QRadioButton, QWidget

from newsroom.ui.dialogs.backup.asking import Asking, note, under
from newsroom.ui.dialogs.backup.folder_field import FolderField
from newsroom.ui.theme import STEP


class RestoreDialog(Asking):
    """Asks where to; merging shows first what it would do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(self.tr("Pulihkan cadangan: {0}").format(name))
        self.go.setText(self.tr("Lanjut"))
        self.merge = QRadioButton(self.tr("Gabungkan ke data yang ada"))
        self.anew = QRadioButton(self.tr("Pulihkan ke folder baru"))
        self.folder = FolderField(self.tr("Folder tujuan"), self.tr("Pulihkan ke folder"))
        how = self.tr(
            "Tidak ada yang ditimpa. Anda melihat dulu apa yang akan terjadi, dan data yang "
            "sekarang dicadangkan lebih dulu."
        )
        where = self.tr("Data yang sekarang tidak disentuh. Pilih folder kosong, atau induknya.")
        self.body.addWidget(self.merge)
        self.body.addLayout(under(note(how)))
        self.body.addSpacing(2 * STEP)
        self.body.addWidget(self.anew)
        self.body.addLayout(under(note(where), self.folder))
        self.merge.setChecked(True)
        self.anew.toggled.connect(self.folder.setEnabled)
        self.anew.clicked.connect(self.folder.setFocus)
        self.anew.toggled.connect(lambda: self.say_fault(""))
        self.folder.changed.connect(lambda: self.say_fault(""))
        self.folder.setEnabled(False)
        self.merge.setFocus()

    @property
    def place(self) -> Path | None:
        """The folder; None to merge."""
        return self.folder.folder if self.anew.isChecked() else None

    def wrong(self) -> str:
        """Return what is missing."""
        if self.anew.isChecked() and self.place is None:
            return self.tr("Pilih dulu foldernya.")
        return ""
