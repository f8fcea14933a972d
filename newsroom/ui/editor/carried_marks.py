"""What was found in a line before it was written in, moved along with its letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.language.finding import Finding
from newsroom.story.ends import common_ends


@dataclass(frozen=True, slots=True)
class _Run:
    """Findings next to one another that have moved equally far."""

    first: int
    past: int
    by: int


class CarriedMarks:
    """The findings of one text, in order, carried over to what became of it.

    Only what is asked for is worked out: a line as long as a book may have thousands.

    >>> from newsroom.language.finding import Severity
    >>> marks = CarriedMarks("di sana", [Finding("spelling", Severity.HINT, "", 3, 7, "sana", "")])
    >>> [(one.start, one.text) for one in marks.carried_to("ada di sana").within(0, 11)]
    [(7, 'sana')]
    """

    def __init__(self, text: str, found: Sequence[Finding]) -> None:
        self.text = text
        self._found = found
        self._longest = max((one.end - one.start for one in found), default=0)
        self._runs = [_Run(0, len(found), 0)]

    def carried_to(self, text: str) -> CarriedMarks:
        """Return the marks for another text, in which a stretch of this one was replaced."""
        _, after = common_ends(self.text, text)
        past, longer = len(self.text) - after, len(text) - len(self.text)
        moved = CarriedMarks(text, ())
        moved._found, moved._longest = self._found, self._longest
        moved._runs = [part for run in self._runs for part in self._parted(run, past, longer)]
        return moved

    def within(self, first: int, last: int) -> Iterator[Finding]:
        """Yield what reaches into a stretch and still stands on the same letters."""
        for run in self._runs:
            start = self._at(run, first - self._longest)
            for found in self._found[start : self._at(run, last)]:
                moved = _moved(found, run.by) if run.by else found
                if moved.end > first and self.text[moved.start : moved.end] == found.text:
                    yield moved

    def _parted(self, run: _Run, past: int, longer: int) -> Iterator[_Run]:
        """Yield a run in two: what begins before a place, and what lies behind it and moves."""
        between = self._at(run, past)
        if run.first < between:
            yield _Run(run.first, between, run.by)
        if between < run.past:
            yield _Run(between, run.past, run.by + longer)

    def _at(self, run: _Run, place: int) -> int:
        """Return the first finding of a run that begins at a place or after it."""
        return bisect_left(
            self._found, place - run.by, run.first, run.past, key=lambda one: one.start
        )


def _moved(found: Finding, by: int) -> Finding:
    """Return the finding moved along. Thousands of times, so not by ``replace``."""
    return Finding(
        found.rule,
        found.severity,
        found.field,
        found.start + by,
        found.end + by,
        found.text,
        found.message,
        found.suggestions,
    )
