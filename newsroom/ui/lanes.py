"""Work off the window's thread, in order, with the answer brought back to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
R = TypeVar("R")


class Lane(QObject, Generic[T]):
    """One worker thread that owns one thing: the store, the checker, the files.

    The thing is made in the thread by ``make`` and never leaves it, because
    neither SQLite connections nor enchant dictionaries may be shared. Jobs run
    in the order given; ``done`` and ``failed`` are called in the window's thread.
    When ``make`` fails, the job at hand fails with its error and the next job
    tries again.
    """

    _answered = Signal(object, object)

    def __init__(self, name: str, make: Callable[[], T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._jobs: SimpleQueue = SimpleQueue()
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        job: Callable[[T], R],
        done: Callable[[R], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue a job; its answer or its error comes back through the callbacks."""
        self._jobs.put((job, done, failed))

    def close(self, seconds: float = 10) -> bool:
        """Finish what is queued and end the thread; False if that took too long."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        owned: list[T] = []
        while (entry := self._jobs.get()) is not None:
            job, done, failed = entry
            try:
                if not owned:
                    owned.append(self._make())
                answer, callback = job(owned[0]), done
            except Exception as error:
                answer, callback = error, failed
            if callback is not None and not self._closed:
                self._answered.emit(callback, answer)
        if owned and hasattr(owned[0], "close"):
            owned[0].close()

    @Slot(object, object)
    def _deliver(self, callback: Callable, answer: object) -> None:
        if not self._closed:
            callback(answer)
