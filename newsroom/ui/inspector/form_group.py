"""Fields of a form that few stories need, folded under a heading until they are wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QToolButton, QVBoxLayout, QWidget

from newsroom.ui.theme import STEP, Theme


class FormGroup(QFrame):
    """A heading that opens and closes; ``make`` puts in the rows, when it opens first."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, title: str, make: Callable[[QVBoxLayout], None]) -> None:
        super().__init__(objectName="formGroup")
        self._theme = theme
        self._title = title
        self._filled = 0
        self._faults = 0
        self._make: Callable[[QVBoxLayout], None] | None = make
        self.heading = QToolButton(objectName="formHeading")
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setText(title)
        self.heading.toggled.connect(self._turn)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 2 * STEP, 0, STEP)
        self._rows.setSpacing(3 * STEP)
        self._body.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2 * STEP, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.heading)
        rows.addWidget(self._body)
        self._tint()
        theme.changed.connect(self._tint)
        self.show_count(0)

    @property
    def is_made(self) -> bool:
        """Whether its fields are there."""
        return self._make is None

    @property
    def is_open(self) -> bool:
        """Whether its fields are seen."""
        return self.heading.isChecked()

    def open(self) -> None:
        """Show its fields."""
        self.heading.setChecked(True)

    def add(self, row: QLayout) -> None:
        """Add a row."""
        self._rows.addLayout(row)

    def show_count(self, filled: int) -> None:
        """Say beside the heading how many of its fields are filled."""
        self._filled = filled
        self._say()

    def show_faults(self, faults: int) -> None:
        """Say there too in how many of them something is wrong, which may be folded away."""
        if faults != self._faults:
            self._faults = faults
            self._say()

    def _say(self) -> None:
        parts = [self._title]
        if self._filled:
            parts.append(self.tr("{0} terisi").format(self._filled))
        if self._faults:
            parts.append(self.tr("▲ {0}").format(self._faults))
        self.heading.setText(" · ".join(parts))
        told = self.tr("{0} perlu dilihat").format(self._faults) if self._faults else ""
        self.heading.setToolTip(told)
        self._name()

    def _turn(self, is_open: bool) -> None:
        if is_open and self._make:
            make, self._make = self._make, None
            make(self._rows)
        self._body.setVisible(is_open)
        self._tint()
        self._name()
        self.opened.emit(is_open)

    def _name(self) -> None:
        state = self.tr("terbuka") if self.is_open else self.tr("tertutup")
        said = ", ".join(filter(None, (state, self.heading.toolTip())))
        self.heading.setAccessibleName(f"{self.heading.text()}, {said}")

    def _tint(self) -> None:
        icon = "chevron-down" if self.is_open else "chevron-right"
        self.heading.setIcon(self._theme.icon(icon, "muted"))
