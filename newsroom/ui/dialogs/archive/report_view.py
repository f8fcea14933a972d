"""What became of each story of an archive: all of them, or those of one kind."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from newsroom.exchange.archive.report import Line, Outcome, Report
from newsroom.ui.dialogs.archive.words import others_words
from newsroom.ui.dialogs.text_table import TextRows, TextTable
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.theme import STEP
from newsroom.ui.written import number

_SHARES = (14, 30, 26, 30)
_NAMED = 8  # kinds of what is passed over


class ReportView(QWidget):
    """A chip for each thing that happened; Enter on a row opens its story."""

    story_chosen = Signal(str)  # id

    def __init__(self) -> None:
        super().__init__()
        self._report = Report()
        self._shown: list[Line] = []
        self._heads: tuple[str, ...] = ()
        self._chip_row = FlowLayout(spacing=6)
        self._group = QButtonGroup(self)
        self.chips: dict[Outcome | None, QPushButton] = {}
        for outcome in (None, *Outcome):
            chip = QPushButton(checkable=True)
            chip.setAutoExclusive(True)  # one of several, to a screen reader too
            chip.setAutoDefault(False)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, outcome=outcome: self.show_only(outcome))
            self._group.addButton(chip)
            self._chip_row.addWidget(chip)
            self.chips[outcome] = chip
        self.rows = TextRows(
            (self.tr("Hasil"), self.tr("Judul"), self.tr("Sumber"), self.tr("Keterangan"))
        )
        self.table = TextTable(self.rows, _SHARES, self.tr("Laporan impor"))
        self.table.activated.connect(lambda _: self._open())
        self._others = QLabel()
        self._others.setProperty("role", "muted")
        self._others.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addLayout(self._chip_row)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._others)

    def show_report(self, report: Report, sources: Sequence[Path]) -> None:
        """Show a report: what can't be read first, if there is any.

        Where something stands is told from its source on, which stands above.
        """
        self._heads = tuple(f"{source}{os.sep}" for source in sources)
        self._report = report
        for outcome, chip in self.chips.items():
            count = len(report.lines) if outcome is None else report.count(outcome)
            name = self.tr("semua") if outcome is None else str(outcome)
            chip.setText(f"{name[0].upper()}{name[1:]} {number(count)}")
            chip.setVisible(bool(count) or outcome is None)
        others = others_words(report.others, _NAMED)
        self._others.setText(self.tr("Dilewati, bukan naskah: {0}").format(others))
        self._others.setVisible(bool(others))
        unread = report.count(Outcome.UNREADABLE)
        self.show_only(Outcome.UNREADABLE if unread else None)

    def show_only(self, outcome: Outcome | None) -> None:
        """Show those of one kind, or all."""
        self.chips[outcome].setChecked(True)
        lines = self._report.lines
        self._shown = [one for one in lines if outcome in (None, one.outcome)]
        self.rows.show_rows(
            [
                (str(one.outcome), one.headline, self._short(one.where), one.note)
                for one in self._shown
            ]
        )
        if self._shown:
            self.table.selectRow(0)

    # Within.

    def _row_of(self, one: Line) -> tuple[str, ...]:
        return str(one.outcome), one.headline, self._short(one.where), one.note

    def _short(self, where: str) -> str:
        head = next((head for head in self._heads if where.startswith(head)), "")
        return where.removeprefix(head)

    def _open(self) -> None:
        row = self.table.chosen
        if row is not None and (id := self._shown[row].id):
            self.story_chosen.emit(id)
