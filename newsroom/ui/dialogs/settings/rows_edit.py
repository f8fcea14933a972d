"""A table that is filled in by keyboard: type, Tab to the next cell, Ins, Del, Alt+arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.settings.rows_model import Column, Row, RowsModel
from newsroom.ui.dialogs.settings.rows_table import RowsTable
from newsroom.ui.theme import STEP, Theme


class RowsEdit(QWidget):
    """A table with its buttons; rows that say nothing count for nothing."""

    edited = Signal(int, str, str)  # row, key, what was there before
    changed = Signal()  # whatever it was

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.model = RowsModel(theme, columns)
        self.table = RowsTable(
            theme,
            {
                (Qt.Key.Key_Insert, False): self.add,
                (Qt.Key.Key_Delete, False): self.remove,
                (Qt.Key.Key_Up, True): lambda: self.move(-1),
                (Qt.Key.Key_Down, True): lambda: self.move(1),
            },
        )
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self.add_button = line_button(self.tr("Tambah"), self.add)
        self.remove_button = line_button(self.tr("Hapus"), self.remove)
        self.up_button = line_button(self.tr("Naik"), lambda: self.move(-1))
        self.down_button = line_button(self.tr("Turun"), lambda: self.move(1))
        for button, keys in (
            (self.add_button, self.tr("Ins")),
            (self.remove_button, self.tr("Del")),
            (self.up_button, self.tr("Alt+Panah atas")),
            (self.down_button, self.tr("Alt+Panah bawah")),
        ):
            button.setToolTip(f"{button.text()} ({keys})")
            button.setAccessibleName(f"{button.text()}: {name}")
            button.setProperty("small", True)
        self._missing = ""
        self.note = QLabel()  # what is wrong in the current row, in full
        self.note.setProperty("role", "error")
        self.note.setWordWrap(True)
        self.setFocusProxy(self.table)
        self._lay_out()
        self.model.edited.connect(self._edited)
        self.model.moved.connect(self._moved)
        self.table.selectionModel().currentRowChanged.connect(self._refresh)
        self.model.modelReset.connect(self._refresh)
        self._refresh()

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows, the first chosen."""
        self.model.show_rows(rows)
        self.table.share_width()
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def rows(self) -> list[Row]:
        """Return the rows that say something."""
        return [self.model.rows[at] for at in self._filled()]

    def show_faults(self, faults: Mapping[tuple[int, str], str]) -> None:
        """Say what is wrong with the rows that were given, by their number and key."""
        filled = self._filled()
        self.model.show_faults(
            {(filled[at], key): fault for (at, key), fault in faults.items() if at < len(filled)}
        )
        self._refresh()

    def say_missing(self, message: str) -> None:
        """Say that there must be rows."""
        self._missing = message
        self._refresh()

    def go_to(self, row: int, key: str) -> None:
        """Go to a cell of the rows that were given."""
        filled = self._filled()
        keys = [column.key for column in self.model.columns]
        at = keys.index(key) if key in keys else 0
        if row < len(filled):
            self.table.setCurrentIndex(self.model.index(filled[row], at))
            self.table.scrollTo(self.table.currentIndex())
        self.table.setFocus()

    # What the keys and buttons do.

    def add(self) -> None:
        """Put a row below the current one and begin to type in it."""
        current = self.table.currentIndex()
        at = current.row() + 1 if current.isValid() else len(self.model.rows)
        self.model.put(at, {})
        self.table.setFocus()
        self.table.edit_at(self.model.index(at, 0))

    def remove(self) -> None:
        """Take the current row out."""
        at = self.table.currentIndex().row()
        if at >= 0:
            self.model.take(at)
            left = min(at, len(self.model.rows) - 1)
            self.table.setCurrentIndex(self.model.index(left, 0))
            self.table.setFocus()

    def move(self, by: int) -> None:
        """Put the current row above or below its neighbour."""
        at = self.table.currentIndex()
        to = at.row() + by
        if at.isValid() and 0 <= to < len(self.model.rows):
            self.model.move(at.row(), to)
            self.table.setCurrentIndex(self.model.index(to, at.column()))

    # Within.

    def _lay_out(self) -> None:
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            foot.addWidget(button)
        foot.addSpacing(STEP)
        foot.addWidget(self.note, 1)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self.table, 1)
        rows.addLayout(foot)

    def _filled(self) -> list[int]:
        return [
            at
            for at, row in enumerate(self.model.rows)
            if any(row.get(column.key, "").strip() for column in self.model.columns)
        ]

    def _edited(self, row: int, key: str, before: str) -> None:
        self.edited.emit(row, key, before)
        self.changed.emit()

    def _moved(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        at, count = self.table.currentIndex().row(), len(self.model.rows)
        self.note.setText(self._missing or self.model.fault(at))
        self.remove_button.setEnabled(at >= 0)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < count - 1)
