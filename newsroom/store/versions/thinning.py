"""Which steps go as they grow old.

All of the last day stay, of the last week one an hour, before that one a day: the last of
each. Steps that somebody made on purpose stay for good, with the state just before each.

Clocks can't be trusted: a laptop's battery runs out, and its clock says 2020. So age is
counted by what passed between one step and the next, and a leap to another year counts as
no more than half a day. What is counted too young is merely kept for longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

DAY = timedelta(days=1)
WEEK = 7 * DAY
LONGEST_GAP = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Aged:
    """A step as thinning sees it; a ``fixed`` one stays."""

    number: int
    moment: datetime
    fixed: bool


def may_thin(moment: datetime, now: datetime) -> bool:
    """Return whether looking for steps to thin is worth the while: once an hour."""
    return _hour(moment) != _hour(now)


def thinned(steps: Sequence[Aged]) -> set[int]:
    """Return the numbers of the steps that go; they are given in their order."""
    shares = [_share(step, age) for step, age in zip(steps, ages(steps), strict=True)]
    return {
        step.number
        for place, (step, after) in enumerate(pairwise(steps))
        if place > 0
        and not (step.fixed or after.fixed)
        and shares[place] is not None
        and shares[place] == shares[place + 1]
    }


def ages(steps: Sequence[Aged]) -> list[timedelta]:
    """Return how much older than the newest each step is."""
    found = [timedelta()] * len(steps)
    for place in range(len(steps) - 2, -1, -1):
        passed = steps[place + 1].moment - steps[place].moment
        found[place] = found[place + 1] + min(max(passed, timedelta()), LONGEST_GAP)
    return found


def _share(step: Aged, age: timedelta) -> str | None:
    """Return the stretch of time of which one step stays; None where all do."""
    if age <= DAY:
        return None
    return _hour(step.moment) if age <= WEEK else f"{step.moment:%Y-%m-%d}"


def _hour(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H}"
