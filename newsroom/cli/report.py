"""Findings as a person reads them in a terminal, and as a program takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsroom.exchange.characters import one_line
from newsroom.language.finding import Finding, Severity
from newsroom.story.story import Story
from newsroom.story.texts import story_texts

SEVERITY_WORDS = {
    Severity.ERROR: "salah",
    Severity.WARNING: "perlu diperiksa",
    Severity.HINT: "saran",
}


def has_errors(findings: Sequence[Finding]) -> bool:
    """Say whether something is certainly wrong."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def finding_lines(story: Story, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield one line a finding: where (line and column within the field), how sure, what."""
    texts = dict(story_texts(story))
    for finding in findings:
        where = finding.field
        if finding.text:
            before = texts.get(finding.field, "")[: finding.start]
            column = finding.start - (before.rfind("\n") + 1) + 1
            where += f" {before.count(chr(10)) + 1}:{column}"
        usul = f" → {', '.join(finding.suggestions)}" if finding.suggestions else ""
        yield one_line(f"{where}: {SEVERITY_WORDS[finding.severity]}: {finding.message}{usul}")


def findings_json(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the findings as programs get them: ordered by field, then start."""
    ordered = sorted(findings, key=lambda finding: (finding.field, finding.start))
    return [finding.as_json() for finding in ordered]


def summary_line(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each kind.

    >>> summary_line([])
    'tidak ada temuan'
    """
    counts = {
        word: sum(finding.severity is severity for finding in findings)
        for severity, word in SEVERITY_WORDS.items()
    }
    return ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "tidak ada temuan"
