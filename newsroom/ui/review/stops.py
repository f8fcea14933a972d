"""Where the findings stand, as the text is now: the list of them comes a moment later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsroom.language.finding import Finding


class Stops:
    """The findings of a story, moved along with what has been put right since they came.

    >>> from newsroom.language.finding import Severity
    >>> one, two = (Finding("spelling", Severity.ERROR, "body", start, start + 3, "yng", "")
    ...     for start in (0, 10))
    >>> stops = Stops()
    >>> stops.take([one, two])
    >>> stops.change(one, "yang")
    >>> [finding.start for finding in stops.within(["headline", "body"])]
    [11]
    """

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._changes: list[tuple[Finding, int]] = []

    def take(self, found: Iterable[Finding]) -> None:
        """Take these findings as those of the text as it is now."""
        self._found = list(found)
        self._changes = []

    def change(self, finding: Finding, new: str) -> None:
        """Take note that something else has been written in a finding's place."""
        self._changes.append((finding, len(new)))

    def now(self, finding: Finding) -> Finding | None:
        """Return a finding where it stands now; None if it has been put right."""
        for change, length in self._changes:
            if finding.field != change.field or finding.end <= change.start:
                continue
            if finding.start < change.end:
                return None
            finding = finding.moved(length - (change.end - change.start))
        return finding

    def within(self, fields: Sequence[str]) -> list[Finding]:
        """Return the findings that mark a text in some fields, in the order of the fields."""
        order = {name: number for number, name in enumerate(fields)}
        known = [now for f in self._found if f.text and f.field in order and (now := self.now(f))]
        return sorted(known, key=lambda finding: (order[finding.field], finding.start))
