"""An export that goes on although something stands in its way, for a reason that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.language.finding import Finding, Severity
from newsroom.portal.preflight.unfilled import LEFT_TO_FILL_IN

UNCHOSEN = "story.conflict"
"""The rule that nothing goes out in which two desks are at odds."""

NEVER_OVERRIDDEN = frozenset(
    {
        UNCHOSEN,  # nobody knows which wording is meant
        LEFT_TO_FILL_IN,  # it would be printed with its ⟨fields⟩
        "story.unread_time",  # nobody knows when it may go out
        "story.withdrawn_reason",  # there would be nothing to announce
        "story.publish_embargoed",  # whoever may lift the embargo changes it in the story
    }
)
"""The rules that no reason helps against."""


def may_be_overridden(finding: Finding) -> bool:
    """Say whether a story may go out in spite of a finding, with a reason."""
    return finding.rule not in NEVER_OVERRIDDEN


@dataclass(frozen=True, slots=True)
class Clearance:
    """What was found in a story, and the reason why it is to go out all the same, if any."""

    findings: tuple[Finding, ...]
    reason: str = ""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops a story about which nobody says anything."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def in_the_way(self) -> tuple[Finding, ...]:
        """What still stops it, its reason considered; empty if it may go."""
        if not self.reason.strip():
            return self.errors
        return tuple(one for one in self.errors if not may_be_overridden(one))

    @property
    def is_overridden(self) -> bool:
        """True if it goes out only for its reason."""
        return bool(self.errors) and not self.in_the_way

    @property
    def note(self) -> str:
        """What the history is to keep of that; empty where no reason was needed."""
        if not self.is_overridden:
            return ""
        passed = " ".join(dict.fromkeys(one.message for one in self.errors))
        return f"tetap diekspor: {' '.join(self.reason.split())} (dilewati: {passed})"


def cleared(findings: Sequence[Finding], reason: str = "") -> Clearance:
    """Return whether a story may go out with what was found in it."""
    return Clearance(tuple(findings), reason)
