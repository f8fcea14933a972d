"""Findings as lines that a person reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsroom.language.checker import story_texts
from newsroom.language.finding import Finding, Severity
from newsroom.story.story import Story

_WORDS = {
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
        yield f"{where}: {_WORDS[finding.severity]}: {finding.message}{usul}"


def summary_line(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each kind.

    >>> summary_line([])
    'tidak ada temuan'
    """
    counts = {
        word: sum(finding.severity is severity for finding in findings)
        for severity, word in _WORDS.items()
    }
    return ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "tidak ada temuan"
