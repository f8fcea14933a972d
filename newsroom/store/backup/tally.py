"""How far a long piece of work has come, and whether it is to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsroom.store.durable import Stopped

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; answers False to stop."""


class Tally:
    """Counts what is done of ``total`` and tells ``progress`` of it, if there is one."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def add(self, done: int) -> None:
        """Count more; raises Stopped if the work is to stop."""
        # What was measured may have grown since: it is never more than done.
        self._done = min(self._done + done, self._total)
        if self._progress and not self._progress(self._done, self._total):
            raise Stopped

    @contextmanager
    def part(self, size: int) -> Iterator[Progress]:
        """Give what a piece of the work, ``size`` of all of it, tells its own progress to."""
        told = 0

        def tell(done: int, total: int) -> bool:
            nonlocal told
            now = size * done // total
            self.add(now - told)
            told = now
            return True

        yield tell
        self.add(size - told)  # what proved to be there already was not counted
