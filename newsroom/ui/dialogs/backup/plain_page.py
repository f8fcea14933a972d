"""Everything as plain files, and proving that the data on this computer are whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.dialogs.backup.asking import note
from newsroom.ui.dialogs.backup.folder_field import FolderField
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.theme import STEP


class PlainPage(QWidget):
    """Two things that are done now and then, each with what it is for."""

    export_wanted = Signal(object)  # Path
    proof_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.folder = FolderField(
            self.tr("Folder ekspor"), self.tr("Ekspor semua naskah ke folder")
        )
        self.folder.line.setPlaceholderText(self.tr("Folder kosong, atau folder ekspor yang dulu"))
        self.folder.changed.connect(self._refresh)
        self.folder.line.returnPressed.connect(self._export)
        self.export = line_button(self.tr("Ekspor semua"), self._export)
        self.proof = line_button(self.tr("Periksa data"), self.proof_wanted.emit)
        self._lay_out()
        self._refresh()

    # Within.

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.folder, 1)
        row.addWidget(self.export)
        proof = QHBoxLayout()
        proof.addWidget(self.proof)
        proof.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(_title(self.tr("Ekspor semua sebagai berkas biasa")))
        rows.addWidget(
            note(
                self.tr(
                    "Tiap naskah menjadi satu folder berisi story.md dan fotonya, yang terbaca "
                    "tanpa Newsroom. Narasumber tidak ikut ditulis; fotonya yang asli, dengan "
                    "letak GPS dan wajah sebelum disamarkan, jadi jangan dibagikan. Diulang ke "
                    "folder yang sama, hanya yang berubah yang ditulis lagi; yang terhenti "
                    "dilanjutkan."
                )
            )
        )
        rows.addLayout(row)
        rows.addSpacing(6 * STEP)
        rows.addWidget(_title(self.tr("Periksa data di komputer ini")))
        rows.addWidget(
            note(
                self.tr(
                    "Membuktikan bahwa basis data, indeks pencarian, riwayat versi, dan setiap "
                    "foto masih utuh. Tidak ada yang diubah."
                )
            )
        )
        rows.addLayout(proof)
        rows.addStretch()

    def _refresh(self) -> None:
        self.export.setEnabled(self.folder.folder is not None)

    def _export(self) -> None:
        folder: Path | None = self.folder.folder
        if folder is not None:
            self.export_wanted.emit(folder)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "strong")
    return label
