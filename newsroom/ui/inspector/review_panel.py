"""The tab for what editor and reporter tell each other: changes, comments, the checklist."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.theme import STEP
from newsroom.ui.written import number


class ReviewPanel(QWidget):
    """Parts, one of which is shown; each is made when it is first looked at.

    ``shown`` tells the name of a part that has come into view.
    """

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._parts: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._row = FlowLayout(spacing=6)
        self._row.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._stack, 1)

    def offer(self, name: str, words: str, make: Callable[[], QWidget]) -> None:
        """Offer a part by a chip with its words; the first that is offered is on."""
        chip = QPushButton(words, checkable=True)
        chip.setAutoExclusive(True)  # one of several, to a screen reader too
        chip.setProperty("kind", "chip")
        chip.toggled.connect(lambda on: on and self._turn_to(name))
        self._chips[name], self._words[name], self._makers[name] = chip, words, make
        self._group.addButton(chip)
        self._row.addWidget(chip)
        if len(self._chips) == 1:
            chip.setChecked(True)

    def show_part(self, name: str) -> QWidget:
        """Turn to a part, and return it."""
        self._chips[name].setChecked(True)
        self._turn_to(name)
        return self.part(name)

    def part(self, name: str) -> QWidget:
        """Return a part; it is made if it is not there yet."""
        if name not in self._parts:
            self._parts[name] = self._makers[name]()
            self._stack.addWidget(self._parts[name])
        return self._parts[name]

    def show_count(self, name: str, count: int) -> None:
        """Show on a chip how much there is, if there is anything."""
        words = self._words[name]
        self._chips[name].setText(f"{words} {number(count)}" if count else words)

    @property
    def chosen(self) -> str:
        """The name of the part that is turned to."""
        return next((name for name, chip in self._chips.items() if chip.isChecked()), "")

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is looked at now."""
        super().showEvent(event)
        if self.chosen:
            self._turn_to(self.chosen)

    def _turn_to(self, name: str) -> None:
        if self.isVisible():
            self._stack.setCurrentWidget(self.part(name))
            self.shown.emit(name)

    def sizeHint(self) -> QSize:
        """Whatever the column gives."""
        return QSize(300, 400)
