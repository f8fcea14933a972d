"""Rows of texts as a table: the values, what follows from them, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from newsroom.ui.theme import Theme

Row = dict[str, str]
_INDENT = "\u2003"
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its heading, its share of the width.

    One that is ``shown`` follows from the row and can't be typed in. ``choices`` gives
    the values of a row to choose from, with their names; ``depth`` says how far a row is
    set in.
    """

    key: str
    title: str
    share: int = 1
    clean: Callable[[str], str] = lambda text: " ".join(text.split())
    shown: Callable[[Row], str] | None = None
    choices: Callable[[int], list[tuple[str, str]]] | None = None
    depth: Callable[[int], int] | None = None


class RowsModel(QAbstractTableModel):
    """Holds the rows; a fault takes the place of what the last column shows."""

    edited = Signal(int, str, str)  # row, key, what was there before
    moved = Signal()  # rows came, went, or changed places

    def __init__(self, theme: Theme, columns: Sequence[Column]) -> None:
        super().__init__()
        self._theme = theme
        self.columns = columns
        self.rows: list[Row] = []
        self._faults: Mapping[tuple[int, str], str] = {}

    # What Qt asks.

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Let everything be typed in but what follows from the rest."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.columns[index.column()].shown else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and how."""
        row, column = index.row(), self.columns[index.column()]
        fault = self.fault(row) if column.shown else self._faults.get((row, column.key), "")
        match role:
            case Qt.ItemDataRole.EditRole:
                return self.rows[row].get(column.key, "")
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return fault or self._text(row, column)
            case Qt.ItemDataRole.ForegroundRole if fault or column.shown:
                return self._theme.colour("error" if fault else "muted")
            case Qt.ItemDataRole.FontRole if column.shown:
                return self._theme.font(12)
            case Qt.ItemDataRole.DecorationRole if fault and column.shown:
                return self._theme.icon("error", "error")
            case Qt.ItemDataRole.AccessibleTextRole:
                told = f"{column.title}: {self._text(row, column) or '–'}".strip(": ")
                return f"{told}. {fault}" if fault and not column.shown else told
        return None

    # Changing.

    def show_rows(self, rows: list[Row]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self.rows = rows
        self._faults = {}
        self.endResetModel()

    def show_faults(self, faults: Mapping[tuple[int, str], str]) -> None:
        """Say what is wrong, by row and key."""
        if faults != self._faults:
            self._faults = faults
        self.refresh()

    def fault(self, row: int) -> str:
        """Return what is wrong in a row, as a sentence."""
        said = [text for (at, _), text in self._faults.items() if at == row]
        return f"{said[0][:1].upper()}{said[0][1:]}." if said else ""

    def type(self, index: QModelIndex, text: str) -> None:
        """Take what is being typed in a cell, letter by letter."""
        row, key = self.rows[index.row()], self.columns[index.column()].key
        before = row.get(key, "")
        if text != before:
            row[key] = text
            self.edited.emit(index.row(), key, before)
            self.refresh()

    def put(self, at: int, row: Row) -> None:
        """Put a row in."""
        self.beginInsertRows(_NOWHERE, at, at)
        self.rows.insert(at, row)
        self.endInsertRows()
        self.moved.emit()

    def take(self, at: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(_NOWHERE, at, at)
        del self.rows[at]
        self.endRemoveRows()
        self.moved.emit()

    def move(self, at: int, to: int) -> None:
        """Put a row in another place."""
        self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, to + (to > at))
        self.rows.insert(to, self.rows.pop(at))
        self.endMoveRows()
        self.moved.emit()

    def refresh(self) -> None:
        """Draw all rows anew: one may follow from another."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _text(self, row: int, column: Column) -> str:
        values = self.rows[row]
        if column.shown:
            return self.fault(row) or column.shown(values)
        text = values.get(column.key, "")
        if column.choices:
            return dict(column.choices(row)).get(text, text)
        return _INDENT * column.depth(row) + text if column.depth else text
