"""What passed the desk in some days: each step, and how many of each by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsroom.story.workflow import Status


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """One step of a story: ``moment`` is UTC, ``who`` empty where nobody said it.

    ``lay`` is since when the story had been at the desk: since it was last submitted. None
    for what is no work of the desk, or where it was not submitted. A *ralat* that follows
    another goes from CORRECTED to itself.
    """

    story: str
    headline: str
    moment: datetime
    before: Status
    after: Status
    who: str = ""
    note: str = ""
    lay: timedelta | None = None
    section: str = ""
    byline: tuple[str, ...] = ()
    words: int = 0


REPORTED = (
    Status.READY, Status.RETURNED, Status.HELD, Status.PUBLISHED, Status.CORRECTED,
    Status.WITHDRAWN, Status.SUBMITTED, Status.EDITING, Status.DRAFT,
)  # fmt: skip
"""The statuses that a log goes through, what became of stories first."""


def totals(steps: Iterable[LoggedStep]) -> Counter[Status]:
    """Count the steps by the status that they led to."""
    return Counter(step.after for step in steps)


def totals_by_person(steps: Iterable[LoggedStep]) -> dict[str, Counter[Status]]:
    """Count the steps of each person by the status that they led to, by name.

    Those of nobody known come last, under no name.
    """
    found: dict[str, Counter[Status]] = {}
    for step in steps:
        found.setdefault(step.who, Counter())[step.after] += 1
    return dict(sorted(found.items(), key=lambda one: (not one[0], one[0].casefold())))
