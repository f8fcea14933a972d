"""Rows of words to look through, however many: a model, and no widget for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from newsroom.ui.dialogs.titled_rows import TitledRows
from newsroom.ui.written import plain_tip

_ROW_HEIGHT = 32


class TextRows(TitledRows):
    """What does not fit can be read in full where the mouse rests."""

    _rows: Sequence[Sequence[str]]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._rows[index.row()][index.column()])
        return self.side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


class TextTable(QTableView):
    """Shows the rows; each column has its share of the width."""

    def __init__(self, rows: TextRows, shares: Sequence[int], name: str) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self.setModel(rows)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> int | None:
        """The row that is chosen, if there is one."""
        found = self.selectionModel().selectedRows()
        return found[0].row() if found else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what a double click does, and nothing else.

        Handed on, it would press the main button of the dialog that has just been opened.
        """
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid() and not event.isAutoRepeat():
            self.activated.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the width."""
        super().resizeEvent(event)
        left, whole = self.viewport().width(), sum(self._shares)
        for at, share in enumerate(self._shares[:-1]):
            width = self.viewport().width() * share // whole
            self.setColumnWidth(at, width)
            left -= width
        self.setColumnWidth(len(self._shares) - 1, left)
