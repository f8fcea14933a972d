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


_OF_ALL = "story.caption_"  # what a caption lacks as a whole


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

    A rule knows better what is wrong than that a word is in no dictionary. What speaks of a
    whole text is told beside what is wrong with its words: it keeps the part that they leave.
    """
    of_all: list[Finding] = []
    of_words: list[Finding] = []
    for finding in found:
        (of_all if finding.rule.startswith(_OF_ALL) else of_words).append(finding)
    # A spoken form is explained, however quietly, and not unknown as well.
    explained = {(f.start, f.end) for f in of_words if f.family == "nonstandard"}
    ranked = sorted(
        (f for f in of_words if f.rule != "spelling" or (f.start, f.end) not in explained),
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
    kept += filter(None, (_beside(finding, taken) for finding in of_all))
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


def _beside(finding: Finding, taken: Iterable[tuple[int, int]]) -> Finding | None:
    """Return a finding on the longest part that others leave of it; None if they leave nothing."""
    ends = [finding.start]
    gaps: list[tuple[int, int]] = []
    for start, end in taken:
        if start < finding.end and end > finding.start:
            gaps.append((ends[-1], start))
            ends.append(end)
    gaps.append((ends[-1], finding.end))
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    text = finding.text[max(start - finding.start, 0) : max(end - finding.start, 0)]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return replace(finding, start=start, end=start + len(text), text=text) if text else None
