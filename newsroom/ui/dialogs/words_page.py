"""“Kamus”: the user's own words, to add, to find, to remove, and to share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.word_list import as_word
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.files import ask_save
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import number


class WordsPage(QWidget):
    """Shows the list and asks for its changes; what is typed narrows it down."""

    add_wanted = Signal(str)
    removal_wanted = Signal(object)  # [str]
    file_chosen = Signal(object)  # Path of a list to take in
    copy_wanted = Signal(object)  # Path to write the list to

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words: list[str] = []
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Kata"))
        self.field.setPlaceholderText(self.tr("Cari kata, atau tulis kata baru"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._add)
        self.add = line_button(self.tr("Tambah"), self._add)
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Kata di kamus"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.itemSelectionChanged.connect(self._refresh)
        self._empty = EmptyNote(
            theme,
            "word-add",
            self.tr("Kamus masih kosong"),
            self.tr("Tulis kata di atas, impor daftar kata, atau klik kanan kata yang ditandai."),
        )
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.note = still_label()
        self.remove = line_button(self.tr("Hapus"), self.remove_chosen)
        self.read = line_button(self.tr("Impor…"), self._choose_list)
        self.write = line_button(self.tr("Ekspor…"), self._choose_place)
        self._lay_out()
        self.show_words([])

    def show_words(self, words: list[str]) -> None:
        """Show the list as it is now."""
        self._words = words
        self._count.setText(self.tr("{0} kata").format(number(len(words))))
        self._empty.setVisible(not words)
        self.list.setVisible(bool(words))
        self._fill()

    def say(self, message: str, role: str = "muted") -> None:
        """Say how something went; ``role`` is ``error`` for what did not."""
        self.note.setText(message)
        self.note.setAccessibleName(message)
        set_styled(self.note, "role", role)

    def remove_chosen(self) -> None:
        """Take the chosen words out."""
        if chosen := [item.text() for item in self.list.selectedItems()]:
            self.removal_wanted.emit(chosen)

    # Within.

    def _lay_out(self) -> None:
        top, foot, rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setSpacing(2 * STEP)
        top.addWidget(self.field, 1)
        top.addWidget(self.add)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.remove)
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self.read)
        foot.addWidget(self.write)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addLayout(top)
        rows.addWidget(self._empty, 1)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.note)
        rows.addLayout(foot)

    def _narrow(self) -> None:
        self._fill()
        self.say("")

    def _fill(self) -> None:
        part = self.field.text().strip().casefold()
        self.list.clear()
        self.list.addItems([word for word in self._words if part in word.casefold()])
        self._refresh()

    def _refresh(self) -> None:
        self.add.setEnabled(bool(self.field.text().strip()))
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.write.setEnabled(bool(self._words))

    def _add(self) -> None:
        if not self.field.text().strip():
            return
        try:
            word = as_word(self.field.text())
        except ExchangeError as error:
            self.say(str(error), "error")
            return
        self.field.clear()
        self.add_wanted.emit(word)
        self.say(self.tr("“{0}” ada di kamus.").format(word), "good")

    def _choose_list(self) -> None:
        dialog = QFileDialog(self, self.tr("Impor daftar kata"))
        dialog.setNameFilter(self._kind())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()

    def _choose_place(self) -> None:
        def chosen(name: str) -> None:
            self.copy_wanted.emit(Path(name))

        ask_save(self, self.tr("Ekspor daftar kata"), "kamus.txt", self._kind(), chosen)

    def _kind(self) -> str:
        return self.tr("Daftar kata (*.txt)")
