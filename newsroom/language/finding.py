"""What a check found: where, how sure, why, and what to write instead."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How sure a finding is: certain, likely, or only worth a look."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mark on a text.

    ``rule`` names its family first (``spelling``, ``number.currency``); only
    ``spelling`` means "no such word". ``start`` and ``end`` count Unicode code
    points in the text of ``field``, end exclusive. ``message`` is the reason in
    one Indonesian sentence; ``suggestions`` are the best first.
    """

    rule: str
    severity: Severity
    field: str
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return self.rule.partition(".")[0]

    def moved(self, by: int) -> Finding:
        """Return the finding moved along its field by a number of code points."""
        return replace(self, start=self.start + by, end=self.end + by)

    def as_json(self) -> dict[str, Any]:
        """Return the finding with the keys of ``newsroom check --format json``."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "field": self.field,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "message": self.message,
            "suggestions": list(self.suggestions),
        }


def without_rivals(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order; of those that overlap, the surest and then the longest.

    A rule knows better what is wrong than that a word is in no dictionary.
    """
    found = list(found)
    # A spoken form is explained, however quietly, and not unknown as well.
    explained = {(f.start, f.end) for f in found if f.family == "nonstandard"}
    ranked = sorted(
        (f for f in found if f.rule != "spelling" or (f.start, f.end) not in explained),
        key=lambda f: (
            list(Severity).index(f.severity),
            f.rule == "spelling",
            f.start - f.end,
            f.start,
            f.rule,
        ),
    )
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []  # in order, and none meets another
    for finding in ranked:
        at = bisect_left(taken, (finding.end, -1))
        if at and taken[at - 1][1] > finding.start:
            continue
        insort(taken, (finding.start, finding.end))
        kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end))
