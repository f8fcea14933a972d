"""How far long work with files is, and a person's word that it is to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The person stopped the work; nothing of it is left behind."""


class Progress:
    """Tells how many of how many steps are done; raises Cancelled where the answer is False."""

    def __init__(self, tell: Callable[[int, int], bool] | None, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = -1
        self.step()

    def step(self) -> None:
        """Count one step more."""
        self._done += 1
        if self._tell and not self._tell(self._done, self._total):
            raise Cancelled
