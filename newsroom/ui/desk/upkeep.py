"""What the program does by itself for the store, beside the work: backups, the bin, pictures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.backup.automatic import Outcome

R = TypeVar("R")

FIRST_AFTER = 30_000  # milliseconds from the window's start: it has other things to do first
LOOK_EVERY = 600_000  # a backup is due each hour; what is due is asked of the store


class Upkeep(QObject):
    """Looks now and then, on a worker of its own, whether something is due.

    ``warned`` says what went wrong with a backup, each failure once until one works again.
    What a person asks of the backups is done on the same worker, so that no two of them
    are made at once.
    """

    warned = Signal(str)
    # The second place is not there: no fault, as a stick is not always plugged in. ``returned``
    # takes those words back.
    away = Signal(str)
    returned = Signal(str)
    recovered = Signal(object)  # RecoveryReport: a damaged store was made anew
    ending = Signal()  # the window closes: what is under way is to stop

    def __init__(self, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self.newsroom = newsroom.telling(self.recovered.emit)
        self._is_ending = False
        self._told: tuple[str, ...] = ()
        self._away = ""
        self._lane: Lane[Newsroom] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look, the first time in a while."""
        self._timer.start(FIRST_AFTER)

    def look(self) -> None:
        """Do what is due now."""
        self._timer.stop()
        self.run(self._work, self._done, self._failed)

    def run(
        self,
        job: Callable[[Newsroom], R],
        done: Callable[[R], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do what a person asks for, after what is under way; ``ending`` is to stop it."""
        if self._lane is None:
            self._lane = Lane("upkeep", lambda: self.newsroom, self)
        self._lane.run(job, done, failed)

    def close(self) -> None:
        """Stop what is under way; it is done the next time."""
        self._is_ending = True
        self._timer.stop()
        self.ending.emit()
        if self._lane is not None:
            self._lane.close()

    # Within.

    def _work(self, newsroom: Newsroom) -> Outcome | None:
        """Do what is due, and return how the backups went; None if they were stopped."""
        from newsroom.store.durable import Stopped
        from newsroom.store.errors import StoreError

        now = datetime.now(UTC)
        with suppress(Stopped):
            outcome = newsroom.back_up_if_due(lambda _done, _all: not self._is_ending)
            # The store tells of its own failures where somebody writes; this can wait.
            with suppress(StoreError), closing(newsroom.open_store()) as store:
                store.stories.empty_bin(now)
                store.remove_unreferred_pictures(now)
            return outcome
        return None

    def _done(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            self._tell_away(outcome.second_trouble if outcome.is_second_away else "")
            second = "" if outcome.is_second_away else outcome.second_trouble
            self._tell(tuple(filter(None, (outcome.trouble, second))))
        self._timer.start(LOOK_EVERY)

    def _failed(self, error: Exception) -> None:
        self._tell((str(error),))
        self._timer.start(LOOK_EVERY)

    def _tell(self, trouble: tuple[str, ...]) -> None:
        for message in trouble:
            if message not in self._told:
                self.warned.emit(message)
        self._told = trouble

    def _tell_away(self, message: str) -> None:
        if message == self._away:
            return
        before, self._away = self._away, message
        if message:
            self.away.emit(message)
        else:
            self.returned.emit(before)
