"""How many findings a story has, counted in one way wherever the number stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from newsroom.language.finding import Finding, Severity
from newsroom.ui.written import number


class Tally(NamedTuple):
    """Findings by severity, the worst first."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def worst(self) -> Severity | None:
        """The worst severity there is, which the number takes its colour from."""
        return next((of for of, count in zip(Severity, self, strict=True) if count), None)

    @property
    def words(self) -> str:
        """What the number and its colour say.

        >>> Tally(1, 0, 1200).words
        '1.201 temuan: 1 salah, 1.200 saran'
        >>> Tally().words
        'tidak ada temuan'
        """
        if not self.total:
            return tr("tidak ada temuan")
        kinds = (tr("{0} salah"), tr("{0} perlu diperiksa"), tr("{0} saran"))
        each = [kind.format(number(n)) for kind, n in zip(kinds, self, strict=True) if n]
        return tr("{0} temuan: {1}").format(number(self.total), ", ".join(each))


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("Tally", text)


def tally(findings: Iterable[Finding]) -> Tally:
    """Count findings.

    >>> tally([Finding("spelling", Severity.HINT, "body", 0, 1, "x", "")])
    Tally(errors=0, warnings=0, hints=1)
    """
    each = [finding.severity for finding in findings]  # counted in C: there may be thousands
    return Tally(*map(each.count, Severity))
