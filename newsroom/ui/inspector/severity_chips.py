"""How sure findings are, each a small button that lists only those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from newsroom.language.finding import Finding, Severity
from newsroom.ui.theme import Theme
from newsroom.ui.written import number

_ICON = 14  # pixels


class SeverityChips(QWidget):
    """An icon and a number for each; one may be on, and goes off when pressed again."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.severity: Severity | None = None
        self._theme = theme
        self._words = {
            Severity.ERROR: self.tr("Salah"),
            Severity.WARNING: self.tr("Perlu diperiksa"),
            Severity.HINT: self.tr("Saran"),
        }
        self._chips: dict[Severity, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for severity in Severity:
            chip = QPushButton(checkable=True)
            chip.setProperty("kind", "chip")
            chip.setIconSize(QSize(_ICON, _ICON))
            chip.clicked.connect(lambda on, severity=severity: self._choose(severity, on))
            chip.hide()
            row.addWidget(chip)
            self._chips[severity] = chip
        self._tint()
        theme.changed.connect(self._tint)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Show how many findings there are of each; those without any are left out."""
        counts = Counter(finding.severity for finding in findings)
        for severity, chip in self._chips.items():
            word, count = self._words[severity], number(counts[severity])
            chip.setText(count)
            chip.setToolTip(self.tr("{0}: {1}").format(word, count))
            chip.setAccessibleName(self.tr("{0}: {1} temuan").format(word, count))
            chip.setVisible(bool(counts[severity]) or chip.isChecked())

    def shown(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings of the chosen severity."""
        return [f for f in findings if self.severity in (None, f.severity)]

    def show_all(self) -> None:
        """Choose none; tells nobody."""
        self.severity = None
        self._check()

    def chip(self, severity: Severity) -> QPushButton:
        """Return one of the buttons."""
        return self._chips[severity]

    # Within.

    def _choose(self, severity: Severity, on: bool) -> None:
        self.severity = severity if on else None
        self._check()
        self.chosen.emit()

    def _check(self) -> None:
        for severity, chip in self._chips.items():
            chip.setChecked(severity is self.severity)
        self._tint()

    def _tint(self) -> None:
        for severity, chip in self._chips.items():
            colour = "on_accent" if chip.isChecked() else str(severity)
            chip.setIcon(self._theme.icon(str(severity), colour))
