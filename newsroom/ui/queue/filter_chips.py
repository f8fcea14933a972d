"""The statuses that stories have, each a button that lists only its own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from newsroom.story.workflow import Status
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.written import number


class FilterChips(QWidget):
    """“Semua 128”, “Draf 6” …: one is on at a time; statuses nobody has are left out."""

    chosen = Signal(object)  # Status, or None for all

    def __init__(self) -> None:
        super().__init__()
        self.status: Status | None = None
        self._group = QButtonGroup(self)
        self._chips: dict[Status | None, QPushButton] = {}
        row = FlowLayout(6)
        self.setLayout(row)
        for status in (None, *Status):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)  # one of several, to a screen reader too
            chip.clicked.connect(lambda _=False, status=status: self.choose(status))
            chip.hide()
            self._group.addButton(chip)
            self._chips[status] = chip
            row.addWidget(chip)
        self._chips[None].setChecked(True)

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many stories stand where."""
        total = sum(counts.values())
        for status, chip in self._chips.items():
            count = total if status is None else counts.get(status, 0)
            label = self.tr("Semua") if status is None else status.label
            chip.setText(f"{label} {number(count)}")
            # The chosen one stays even when its last story has moved on.
            chip.setVisible(status is None or bool(count) or status == self.status)

    def choose(self, status: Status | None) -> None:
        """List one status, or all."""
        self._chips[status].setChecked(True)
        if status != self.status:
            self.status = status
            self.chosen.emit(status)
