"""Findings that can be put right without asking: one way to write it, and no doubt of it."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.language.finding import Finding, Severity
from newsroom.language.slips import slip_cost

# How a word or a figure is written; never what it says, as facts and names do.
_FAMILIES = frozenset(("nonstandard", "preposition", "particle", "compound", "number"))
# Of the stops only the blanks around them: two full stops may have been meant for three.
_BLANKS = ("punctuation.space_", "punctuation.quote_blank")
_SLIP = 0.95
_LONG = 6  # letters; shorter words have too many neighbours


def is_certain(finding: Finding) -> bool:
    """Say whether a finding is wrong for sure and has exactly one way to be right.

    >>> from newsroom.language.finding import Severity
    >>> apart = Finding("preposition.joined", Severity.ERROR, "body", 0, 7, "dirumah", "",
    ...     ("di rumah",))
    >>> is_certain(apart)
    True
    """
    if finding.severity is not Severity.ERROR or len(finding.suggestions) != 1:
        return False
    if finding.family == "spelling":
        return _is_small_slip(finding.text, finding.suggestions[0])
    return finding.family in _FAMILIES or finding.rule.startswith(_BLANKS)


def certain(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that can be put right without asking, in their order."""
    return [finding for finding in findings if is_certain(finding)]


def _is_small_slip(text: str, meant: str) -> bool:
    """Say whether a word in small letters was mistyped; with a capital it may be a name."""
    is_plain = text.islower() and text.isalpha() and meant.isalpha()
    return is_plain and len(text) >= _LONG and slip_cost(text, meant) <= _SLIP
