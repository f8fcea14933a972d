"""Work on many things some at a time, so that what else waits for the lane has its turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 50


def in_parts(
    run: Callable[..., None],
    ids: Sequence[str],
    job: Callable[[T, Sequence[str]], Sequence[R]],
    done: Callable[[list[R]], None] | None,
    failed: Callable[[Exception, list[R]], None],
    progress: Callable[[int, int], bool] | None = None,
    *,
    some: Callable[[Sequence[R]], None] | None = None,
    at_once: int = AT_ONCE,
) -> None:
    """Do a job with ``at_once`` things at a time, in a lane whose ``run`` this is.

    ``progress`` is told how many of how many are done, and answers False to stop. ``some``
    gets the answers as they come, ``done`` all of them; ``failed`` gets those from before the
    failure too.
    """
    answers: list[R] = []

    def go_on(at: int) -> None:
        part = ids[at : at + at_once]
        if not part or (progress and not progress(at, len(ids))):
            if done:
                done(answers)
            return

        def answered(more: Sequence[R]) -> None:
            answers.extend(more)
            if some:
                some(more)
            go_on(at + len(part))

        def work(owned: Any) -> Sequence[R]:
            return job(owned, part)

        run(work, answered, lambda error: failed(error, answers))

    go_on(0)
