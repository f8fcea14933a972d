"""Work on many pictures, two at a time: Pillow leaves Python alone while it decodes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 2  # more would fill the memory of a cheap laptop, which has few cores anyway


def in_order(jobs: Iterable[Callable[[], T]], at_once: int = AT_ONCE) -> Generator[T, None, None]:
    """Do jobs side by side and yield their answers in the order of the jobs.

    A job's error is raised in its turn. Whoever stops asking, or meets an error, waits for
    no more than what is under way; the rest is not begun.

    >>> list(in_order([lambda: "a", lambda: "b", lambda: "c"]))
    ['a', 'b', 'c']
    """
    waiting: deque[Future[T]] = deque()
    workers = ThreadPoolExecutor(at_once, "picture")
    try:
        for job in jobs:
            waiting.append(workers.submit(job))
            if len(waiting) > at_once:  # one more than can be worked on, so that none waits
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        workers.shutdown(cancel_futures=True)
