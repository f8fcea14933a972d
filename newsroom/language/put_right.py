"""Which of a line's findings is meant by "put right what I have just typed"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsroom.language.finding import Finding

REACH = 60
"""How far behind the cursor a finding may end, in code points, unless it is in the last word."""

_LAST_WORD = re.compile(r"\S+\s*\Z")


def just_typed(findings: Iterable[Finding], line: str, cursor: int) -> Finding | None:
    """Return the last finding before the cursor that has a suggestion, if it is near.

    Offsets count code points in the line. A finding that the cursor stands in counts too.

    >>> from newsroom.language.finding import Severity
    >>> wrong = Finding("spelling", Severity.ERROR, "body", 0, 7, "efesien", "", ("efisien",))
    >>> just_typed([wrong], "efesien dan ", 12).text, just_typed([wrong], "efesien", 0)
    ('efesien', None)
    """
    before = [f for f in findings if f.suggestions and f.start < cursor]
    if not before:
        return None
    last = max(before, key=lambda finding: (finding.end, finding.start))
    word = _LAST_WORD.search(line, 0, cursor)
    nearest = min(cursor - REACH, word.start() if word else cursor)
    return last if last.end > nearest else None
