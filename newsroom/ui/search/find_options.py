"""How to look for something: the switches of the find bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from newsroom.ui.search.controls import tool
from newsroom.ui.search.query import Query


class FindOptions(QWidget):
    """Each switch has a key that works while the switches are shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.case = self._switch("Aa", self.tr("Bedakan huruf besar dan kecil"), "Alt+C")
        self.word = self._switch("[a]", self.tr("Hanya kata utuh"), "Alt+W")
        self.pattern = self._switch(".*", self.tr("Ekspresi reguler"), "Alt+R")
        self.everywhere = self._switch(
            self.tr("Semua bidang"), self.tr("Cari di semua bidang naskah ini"), "Alt+B"
        )
        self.everywhere.setProperty("wide", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for switch in self.switches():
            row.addWidget(switch)
        row.addStretch()

    def switches(self) -> tuple[QToolButton, ...]:
        """Return the switches as they stand."""
        return self.case, self.word, self.pattern, self.everywhere

    def query(self, text: str) -> Query:
        """Return what looks for a text in this way."""
        return Query(text, self.case.isChecked(), self.word.isChecked(), self.pattern.isChecked())

    def _switch(self, text: str, name: str, key: str) -> QToolButton:
        switch = tool(name, key, self.changed.emit)
        switch.setText(text)
        switch.setCheckable(True)
        QShortcut(QKeySequence(key), self, switch.click)
        return switch
