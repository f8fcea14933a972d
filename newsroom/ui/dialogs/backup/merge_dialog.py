"""What merging a backup would do: in numbers, and story by story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from newsroom.store.backup.merge import Verdict
from newsroom.ui.dialogs.backup.asking import Asking, note
from newsroom.ui.dialogs.backup.words import foretold_lines
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.text_table import TextRows, TextTable
from newsroom.ui.theme import STEP
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.backup.foretelling import Foretold


class MergeDialog(Asking):
    """Accepted, it is to be done."""

    def __init__(self, name: str, told: Foretold, parent: QWidget | None = None) -> None:
        super().__init__(parent, 620, grows=True)
        self.setWindowTitle(self.tr("Gabungkan cadangan: {0}").format(name))
        self.go.setText(self.tr("Gabungkan"))
        self.fault.hide()
        words = {
            Verdict.NEW: self.tr("Ditambahkan"),
            Verdict.NEWER: self.tr("Diganti"),
            Verdict.APART: self.tr("Disimpan tersendiri"),
        }
        self.rows = TextRows((self.tr("Yang terjadi"), self.tr("Judul")))
        nameless = self.tr("Tanpa judul")
        self.rows.show_rows(
            [
                (words[verdict], one.headline.strip() or nameless)
                for verdict in words
                for one in told.stories.of(verdict)
            ]
        )
        self.table = TextTable(self.rows, (3, 9), self.tr("Naskah yang akan berubah"))
        title = QLabel(self.tr("Yang akan terjadi"))
        title.setProperty("role", "title")
        self.body.addWidget(title)
        lines = foretold_lines(told)
        self.body.addLayout(_counted(lines))
        self.setAccessibleDescription("; ".join(f"{number(n)} {what}" for n, what in lines))
        if self.rows.rowCount():
            self.body.addWidget(self.table, 1)
        self.body.addWidget(
            note(
                self.tr(
                    "Data yang sekarang dicadangkan lebih dulu, lalu digabungkan. Naskah yang "
                    "pernah dihapus permanen di sini dihitung sebagai tidak ada."
                )
            )
        )
        resize_in_screen(self, 640, 480 if self.rows.rowCount() else 240)
        self.go.setFocus()


def _counted(lines: list[tuple[int, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * STEP)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(1, 1)
    for row, (count, what) in enumerate(lines):
        many, words = QLabel(number(count)), QLabel(what)
        many.setProperty("role", "strong")
        many.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words.setWordWrap(True)
        grid.addWidget(many, row, 0)
        grid.addWidget(words, row, 1)
    return grid
