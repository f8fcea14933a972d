"""The statuses of the desk, each a button with how many stories it has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from newsroom.store.desk.views import AT_DESK, EVERY_STATUS
from newsroom.story.workflow import Status
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.theme import STEP
from newsroom.ui.written import number

_OTHERS = (*((status,) for status in EVERY_STATUS if status not in AT_DESK), EVERY_STATUS)
_AT_DESK = (AT_DESK, *((status,) for status in AT_DESK))


class DeskChips(QWidget):
    """All at the desk, each status of it, and behind one button those that have left it."""

    chosen = Signal(object)  # tuple of Status

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Status, int] = {}
        self._statuses: tuple[Status, ...] = AT_DESK
        self._group = QButtonGroup(self)
        self.chips: dict[tuple[Status, ...], QPushButton] = {}
        row = FlowLayout(6, margin=STEP)
        self.setLayout(row)
        for statuses in _AT_DESK:
            chip = self._chip()
            chip.clicked.connect(lambda _=False, statuses=statuses: self.chosen.emit(statuses))
            self.chips[statuses] = chip
            row.addWidget(chip)
        self.others = self._chip()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.others.clicked.connect(self._open_menu)
        row.addWidget(self.others)
        self.show_chosen(AT_DESK)

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many stories stand where."""
        self._counts = counts
        for statuses, chip in self.chips.items():
            chip.setText(f"{self._named(statuses)} {number(self._count(statuses))}")
        self._name_others()

    def show_chosen(self, statuses: tuple[Status, ...]) -> None:
        """Show which are listed; tells nobody."""
        self._statuses = statuses
        self.chips.get(statuses, self.others).setChecked(True)
        self._name_others()

    # Within.

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        self._group.addButton(chip)
        return chip

    def _named(self, statuses: tuple[Status, ...]) -> str:
        if statuses == AT_DESK:
            return self.tr("Di meja")
        if len(statuses) == 1:
            return statuses[0].label
        return self.tr("Semua naskah") if statuses == EVERY_STATUS else self.tr("Beberapa status")

    def _count(self, statuses: tuple[Status, ...]) -> int:
        return sum(self._counts.get(status, 0) for status in statuses)

    def _name_others(self) -> None:
        if self._statuses in self.chips:
            self.others.setText(self.tr("Lainnya ▾"))
            self.others.setAccessibleName(self.tr("Status lain"))
            return
        count = number(self._count(self._statuses))
        self.others.setText(f"{self._named(self._statuses)} {count} ▾")
        self.others.setAccessibleName(f"{self._named(self._statuses)} {count}")

    def _open_menu(self) -> None:
        self.show_chosen(self._statuses)  # nothing is chosen yet
        self._menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _fill(self) -> None:
        menu, group = self._menu, QActionGroup(self._menu)
        menu.clear()
        for statuses in _OTHERS:
            action = menu.addAction(f"{self._named(statuses)} {number(self._count(statuses))}")
            action.setCheckable(True)
            action.setChecked(statuses == self._statuses)
            action.triggered.connect(lambda _=False, asked=statuses: self.chosen.emit(asked))
            group.addAction(action)
