"""The stories in the bin as a table: what was thrown away, when, and how long it stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from newsroom.ui.dialogs.titled_rows import TitledRows
from newsroom.ui.queue.when import when
from newsroom.ui.written import plain_tip

if TYPE_CHECKING:
    from newsroom.store.binned import BinnedStory


class BinModel(TitledRows):
    """One row a story; a row also says itself as one whole sentence."""

    _rows: Sequence[BinnedStory]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (self.tr("Judul"), self.tr("Dibuang"), self.tr("Sisa waktu")), parent=parent
        )

    def id_at(self, row: int) -> str:
        """Return which story stands in a row."""
        return self._rows[row].story.id

    def title_at(self, row: int) -> str:
        """Return what the story of a row is called."""
        return self._rows[row].story.headline.strip() or self.tr("Tanpa judul")

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer for one cell."""
        row = index.row()
        told = (self.title_at(row), self._when(row), self._left(row))
        if role == Qt.ItemDataRole.DisplayRole:
            return told[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return plain_tip(told[0])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.tr("{0}. Dibuang {1}. Sisa waktu {2}.").format(*told)
        return None

    # Within.

    def _when(self, row: int) -> str:
        return when(self._rows[row].discarded.astimezone(), date.today())

    def _left(self, row: int) -> str:
        days = self._rows[row].days_left
        return self.tr("{0} hari").format(days) if days else self.tr("hari ini")
