"""Rows under titles, for tables that show what they are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

_NONE = QModelIndex()


class TitledRows(QAbstractTableModel):
    """The rows and the titles; what a cell says is for each kind of row to tell.

    Columns that hold ``numbers`` stand to the right.
    """

    def __init__(
        self,
        titles: Sequence[str],
        numbers: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._numbers = frozenset(numbers)
        self._rows: Sequence[Any] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
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
            return self.side(section)
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return at which side of a column its words stand."""
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if column in self._numbers else flag.AlignLeft
        return side | flag.AlignVCenter
