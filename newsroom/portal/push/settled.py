"""A request whose answer got lost may still be at work: looked for too soon, it is made twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from newsroom.portal.push.run import Run
from newsroom.portal.wordpress.errors import Cancelled
from newsroom.store.deliveries.records import JournalStep, Outcome

_NO_ANSWER = 0
_GATEWAYS = (502, 503, 504, *range(520, 528))  # what stands before a site, tired of waiting
_LONGEST = timedelta(minutes=10)  # that a request takes, with a picture on a slow line


def unsettled(steps: Sequence[JournalStep]) -> list[JournalStep]:
    """Return the steps that may have been done, of those after the last that surely was."""
    found: list[JournalStep] = []
    for step in steps:
        if step.outcome is Outcome.DONE:
            found.clear()
        elif step.may_be_done:
            found.append(step)
    return found


def let_settle(run: Run, steps: Sequence[JournalStep]) -> None:
    """Wait if one of these steps may not have come to its end on the site yet.

    Where an answer came the site is done. What is cut off goes on there; WordPress makes the
    post or the picture at the beginning of its work, and can be asked for it then. Raises
    Cancelled.
    """
    rest = max((_rest(run, step) for step in unsettled(steps)), default=timedelta())
    if rest > timedelta():
        run.told("look", "", 0)
        if run.wait(rest.total_seconds()):
            raise Cancelled


def _rest(run: Run, step: JournalStep) -> timedelta:
    answered = step.came.get("status", _NO_ANSWER)
    if answered not in (_NO_ANSWER, *_GATEWAYS):
        return timedelta()
    whole = timedelta(seconds=run.settles)
    since = run.now() - (step.ended or step.began)
    if step.ended is None and since < _LONGEST:
        return whole  # the program ended over it, and nobody knows when
    # A clock that was set back meanwhile makes it no longer.
    return min(whole - since, whole)
