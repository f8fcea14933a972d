"""The kinds of findings, each a button that lists only its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from newsroom.language.finding import Finding
from newsroom.ui.flow_layout import FlowLayout
from newsroom.ui.written import number

ALL = ""
_SPELLING = ("spelling", "nonstandard", "preposition", "particle", "compound")


class FamilyChips(QWidget):
    """“Semua 3”, “Ejaan 1” …: one is on at a time; kinds without findings are left out."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.group = ALL
        self._row = FlowLayout(spacing=6)
        self.setLayout(self._row)
        self._buttons = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._words = {
            **dict.fromkeys(_SPELLING, self.tr("Ejaan")),
            "number": self.tr("Angka"),
            "punctuation": self.tr("Tanda baca"),
            "capital": self.tr("Huruf kapital"),
            "wordiness": self.tr("Gaya"),
            "house": self.tr("Gaya"),
            "fact": self.tr("Fakta"),
            "ethics": self.tr("Etika"),
            "story": self.tr("Kelengkapan"),
        }
        for group in (ALL, *dict.fromkeys(self._words.values())):
            chip = QPushButton(checkable=True)
            chip.setAutoExclusive(True)  # one of several, to a screen reader too
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, group=group: self._choose(group))
            chip.hide()
            self._buttons.addButton(chip)
            self._row.addWidget(chip)
            self._chips[group] = chip
        self._chips[ALL].setChecked(True)

    def add(self, beside: QWidget) -> None:
        """Put something more behind the chips."""
        self._row.addWidget(beside)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Show how many findings there are of each kind."""
        counts = Counter(self._group_of(finding) for finding in findings)
        if self.group and not counts[self.group]:
            self.show_all()
        self._chips[ALL].setText(self.tr("Semua {0}").format(number(counts.total())))
        for group, chip in self._chips.items():
            if group:
                chip.setText(f"{group} {number(counts[group])}")
            chip.setVisible(bool(counts[group]) if group else bool(counts))

    def shown(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings of the chosen kind."""
        return [f for f in findings if not self.group or self._group_of(f) == self.group]

    def show_all(self) -> None:
        """Choose all kinds; tells nobody."""
        self._chips[ALL].setChecked(True)
        self.group = ALL

    def _group_of(self, finding: Finding) -> str:
        return self._words.get(finding.family, self._words["story"])

    def _choose(self, group: str) -> None:
        if group != self.group:
            self.group = group
            self.chosen.emit()
