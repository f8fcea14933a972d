"""Asking a site for something: one thing at a time, which may be let go at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from newsroom.ui.sites.jobs import Stop
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom

R = TypeVar("R")


class SiteWork(QObject):
    """Each thing has a thread of its own: one that waits for a dead site holds up no other.

    What was stopped is told to nobody any more.
    """

    def __init__(self, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self._stop = Stop()
        self._lane: Lane[Newsroom] | None = None

    def run(
        self,
        job: Callable[[Newsroom, Stop], R],
        done: Callable[[R], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do something, in the place of what was under way."""
        self.stop()
        stop, newsroom = Stop(), self._newsroom
        lane: Lane[Newsroom] = Lane("site", lambda: newsroom, self)
        self._stop, self._lane = stop, lane

        def finish(then: Callable[[R], None], answer: R) -> None:
            lane.close(0)
            then(answer)

        lane.run(
            lambda newsroom: job(newsroom, stop),
            lambda answer: finish(done, answer),
            lambda error: finish(failed, error),
        )

    def stop(self) -> None:
        """Let go of what is under way."""
        self._stop.set()
        if self._lane is not None:
            self._lane.close(0)
            self._lane = None
