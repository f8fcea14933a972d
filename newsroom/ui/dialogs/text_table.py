"""Rows of words to look through, however many: a model, and no widget for each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_ROW_HEIGHT = 32
_NONE = QModelIndex()


class TextRows(QAbstractTableModel):
    """The rows; what does not fit can be read in full where the mouse rests."""

    def __init__(self, titles: Sequence[str], numbers: Collection[int] = ()) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._numbers = frozenset(numbers)
        self._rows: Sequence[Sequence[str]] = ()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = _NONE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if column in self._numbers else flag.AlignLeft
        return side | flag.AlignVCenter


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
