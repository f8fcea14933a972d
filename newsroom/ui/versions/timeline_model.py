"""The list of versions as Qt's views and screen readers take it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsroom.ui.versions.rows import Row
from newsroom.ui.written import plain_tip

RowRole = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Days can't be chosen, and the arrow keys pass them over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}

    def show(self, rows: Sequence[Row]) -> None:
        """Take another list."""
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.key: at for at, row in enumerate(rows) if row.key is not None}
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Row]:
        """All lines in their order."""
        return self._rows

    def row_of(self, key: int) -> Row | None:
        """Return the line of a version, if it is listed."""
        at = self._places.get(key)
        return None if at is None else self._rows[at]

    def index_of(self, key: int | None) -> QModelIndex:
        """Return a version's place; an invalid index when it is not listed."""
        return self.index(self._places.get(-1 if key is None else key, -1), 0)

    # What Qt calls.

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let versions be chosen, and days not."""
        if not index.isValid() or self._rows[index.row()].key is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer for one line."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.spoken) if row.key else None
        return row if role == RowRole else None
