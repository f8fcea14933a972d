"""The list of backups, and what can be done with the one that is chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.store.backup.overview import Seen
from newsroom.ui.dialogs.backup.words import row_of, size_words
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_folder
from newsroom.ui.dialogs.text_table import TextRows, TextTable
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number

_SHARES = (26, 29, 10, 11, 16, 12)


class ListPage(QWidget):
    """Newest first; one that lies elsewhere comes into the list when it is opened."""

    restore_wanted = Signal(object)  # Seen
    proof_wanted = Signal(object)  # Seen
    opened = Signal(object)  # Path of a backup that lies elsewhere

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.backups: list[Seen] = []
        self.rows = TextRows(
            (
                self.tr("Waktu"),
                self.tr("Jenis"),
                self.tr("Naskah"),
                self.tr("Ukuran"),
                self.tr("Tempat"),
                self.tr("Kata sandi"),
            ),
            numbers=(2, 3),
        )
        self.table = TextTable(self.rows, _SHARES, self.tr("Cadangan"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        self.table.activated.connect(lambda _: self._restore())
        self._empty = EmptyNote(theme, "saved", "", "")
        self._stack = QStackedWidget()
        saying = QWidget()
        middle = QVBoxLayout(saying)
        middle.addStretch(1)
        middle.addWidget(self._empty)
        middle.addStretch(2)
        self._saying = saying
        self._stack.addWidget(saying)
        self._stack.addWidget(self.table)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.other = QPushButton(self.tr("Buka cadangan lain"))
        self.other.setProperty("kind", "line")
        self.other.setAutoDefault(False)
        menu = QMenu(self.other)
        menu.addAction(self.tr("Folder cadangan…"), self._choose_folder)
        menu.addAction(self.tr("Berkas .zip…"), self._choose_file)
        self.other.setMenu(menu)
        self.proof = line_button(self.tr("Periksa"), self._prove)
        self.proof.setToolTip(self.tr("Periksa apakah cadangan ini masih utuh"))
        self.restore = line_button(self.tr("Pulihkan…"), self._restore)
        self._lay_out()
        self.show_loading()

    def show_loading(self) -> None:
        """Say that the list is being read."""
        self._empty.say("saved", self.tr("Membaca daftar cadangan…"), "")
        self._stack.setCurrentWidget(self._saying)
        self._refresh()

    def show_backups(self, backups: list[Seen], filled: int) -> None:
        """Show the list as it is now; the one that was chosen stays so, if it is there."""
        before = self.chosen
        self.backups = backups
        today = date.today()
        self.rows.show_rows([row_of(one, today) for one in backups])
        self._empty.say(
            "saved",
            self.tr("Belum ada cadangan"),
            self.tr("Yang otomatis dibuat sendiri selagi Anda bekerja, tiap jam."),
        )
        self._stack.setCurrentWidget(self.table if backups else self._saying)
        told = self.tr("{0} cadangan, {1} di komputer ini")
        self._count.setText(told.format(number(len(backups)), size_words(filled)))
        paths = [one.path for one in backups]
        if backups:
            kept = before is not None and before.path in paths
            self.table.selectRow(paths.index(before.path) if kept else 0)
        self._refresh()

    def choose(self, path: Path) -> None:
        """Choose a backup by where it lies."""
        for row, one in enumerate(self.backups):
            if one.path == path:
                self.table.selectRow(row)
                self.table.scrollTo(self.rows.index(row, 0))

    @property
    def chosen(self) -> Seen | None:
        """The backup that is chosen."""
        row = self.table.chosen
        return self.backups[row] if row is not None and row < len(self.backups) else None

    # Within.

    def _lay_out(self) -> None:
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.other)
        foot.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.proof)
        foot.addWidget(self.restore)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * STEP)
        rows.addWidget(self._stack, 1)
        rows.addLayout(foot)

    def _refresh(self) -> None:
        one = self.chosen
        self.proof.setEnabled(one is not None)
        self.restore.setEnabled(one is not None and one.manifest is not None)

    def _restore(self) -> None:
        if (one := self.chosen) is not None and one.manifest is not None:
            self.restore_wanted.emit(one)

    def _prove(self) -> None:
        if (one := self.chosen) is not None:
            self.proof_wanted.emit(one)

    def _choose_folder(self) -> None:
        title = self.tr("Buka folder cadangan")
        ask_folder(self, title, "", lambda name: self.opened.emit(Path(name)))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Buka berkas cadangan"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Cadangan Newsroom (*.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.opened.emit(Path(name)))
        dialog.open()
