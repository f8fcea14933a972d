"""“Saringan tersimpan”: the kept searches, to use, to rename, to remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.filter_name_dialog import in_words
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.dialogs.still_label import still_label
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.review.announcing import announce
from newsroom.ui.styled import set_styled
from newsroom.ui.theme import STEP, Theme

if TYPE_CHECKING:
    from newsroom.store.filters import Filter

_ROW = 34  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FiltersDialog(QDialog):
    """Enter uses a search, F2 renames it where it stands, Del removes it; all at once."""

    use_wanted = Signal(object)  # Filter
    removal_wanted = Signal(str)  # name
    renaming_wanted = Signal(str, str)  # name, the new one

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saringan tersimpan"))
        resize_in_screen(self, 560, 400)
        self._filters: Sequence[Filter] = ()
        self._is_filling = False
        self.table = self._make_table()
        self._empty = EmptyNote(
            theme,
            "filter",
            self.tr("Belum ada saringan tersimpan"),
            self.tr("Cari kata atau pilih status di daftar naskah, lalu simpan saringannya."),
        )
        self.message = still_label(lines=1)
        self.use = QPushButton(self.tr("Pakai"))
        self.use.setProperty("kind", "main")
        self.use.setDefault(True)
        self.use.clicked.connect(self._use)
        self.rename = line_button(self.tr("Ganti nama"), self._rename)
        self.remove = line_button(self.tr("Hapus"), self._remove)
        for keys, act in (("F2", self._rename), ("Del", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.table, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()

    def show_filters(self, filters: Sequence[Filter]) -> None:
        """Show the searches as they are now; the place in the list is kept."""
        row = max(self.table.currentRow(), 0)
        self._is_filling, self._filters = True, filters
        self.table.setRowCount(len(filters))
        for at, kept in enumerate(filters):
            self._put(at, 0, kept.name)
            self._put(at, 1, in_words(kept.query, kept.status, kept.forms))
        self._is_filling = False
        self.table.setVisible(bool(filters))
        self._empty.setVisible(not filters)
        if filters and not self._is_renaming():
            self.table.setCurrentCell(min(row, len(filters) - 1), 0)
            self.table.setFocus()
        for button in (self.use, self.rename, self.remove):
            button.setEnabled(bool(filters))

    def say(self, message: str, role: str = "good") -> None:
        """Say how something went; ``role`` is ``error`` for what did not."""
        self.message.setText(message)
        set_styled(self.message, "role", role)
        announce(self, message, urgent=role == "error")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use with Enter the search that the keyboard is at, but not while it is renamed."""
        if not (event.key() in _ENTER and self._is_renaming()):
            super().keyPressEvent(event)

    # Within.

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setProperty("kind", "rows")
        table.setAccessibleName(self.tr("Saringan tersimpan"))
        table.setHorizontalHeaderLabels([self.tr("Nama"), self.tr("Yang dicari")])
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.cellDoubleClicked.connect(lambda *_: self._use())
        table.itemChanged.connect(self._renamed)
        return table

    def _lay_out(self) -> None:
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.rename)
        foot.addWidget(self.remove)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Tutup"), self.reject))
        foot.addWidget(self.use)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self._empty, 1)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.message)
        rows.addLayout(foot)

    def _is_renaming(self) -> bool:
        return self.table.state() == QAbstractItemView.State.EditingState

    def _put(self, row: int, column: int, text: str) -> None:
        """Write in a cell; one that has the text already may be in somebody's hands."""
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem(text)
            if column:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, column, item)
        elif item.text() != text:
            item.setText(text)

    def _at(self) -> Filter | None:
        row = self.table.currentRow()
        return self._filters[row] if 0 <= row < len(self._filters) else None

    def _use(self) -> None:
        if kept := self._at():
            self.accept()
            self.use_wanted.emit(kept)

    def _rename(self) -> None:
        if self._at():
            self.table.editItem(self.table.item(self.table.currentRow(), 0))

    def _renamed(self, item: QTableWidgetItem) -> None:
        if self._is_filling:
            return
        before, new = self._filters[item.row()].name, " ".join(item.text().split())
        self.say("")
        if new != before:
            self.renaming_wanted.emit(before, new)

    def _remove(self) -> None:
        if kept := self._at():
            self.removal_wanted.emit(kept.name)
