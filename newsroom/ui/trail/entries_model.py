"""The entries of a trail as a table: when, what, who, and in short why or what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from newsroom.exchange.characters import one_line
from newsroom.exchange.trail import NOBODY, when
from newsroom.story.days import figures
from newsroom.story.trail.entry import Entry
from newsroom.ui.dialogs.titled_rows import TitledRows

_LONGEST = 300  # characters of a cell; more than any has room for


class EntriesModel(TitledRows):
    """One row an entry; a row also says itself as one whole sentence."""

    _rows: Sequence[Entry]

    def __init__(self, parent: QObject | None = None) -> None:
        titles = (self.tr("Waktu"), self.tr("Apa"), self.tr("Oleh"), self.tr("Keterangan"))
        super().__init__(titles, parent=parent)
        self._zone: tzinfo | None = None

    def show(self, entries: Sequence[Entry], zone: tzinfo) -> None:
        """List these entries, by the clock of a zone."""
        self._zone = zone
        self.show_rows(entries)

    def entry_at(self, row: int) -> Entry | None:
        """Return the entry of a row, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer for one cell."""
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return when(entry.moment, self._zone)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            told = when(entry.moment, self._zone), *(self._cell(entry, at) for at in (1, 2, 3))
            return self.tr("{0}. {1}, oleh {2}. {3}").format(*told)
        return None

    # Within.

    def _cell(self, entry: Entry, column: int) -> str:
        if column == 0:
            local = entry.moment.astimezone(self._zone)
            return f"{figures(local)} {local:%H.%M}"
        if column == 1:
            return entry.title
        if column == 2:
            return one_line(entry.who) or NOBODY
        told = [entry.note, ", ".join(change.name for change in entry.changes), *entry.about]
        return one_line(" · ".join(filter(None, told)))[:_LONGEST]
