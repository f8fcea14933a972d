"""Work off the window's thread, in order, with the answer brought back to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

T = TypeVar("T")
R = TypeVar("R")

_Jobs = SimpleQueue[tuple[int, Callable] | None]


class Lane(Generic[T]):
    """One worker thread that owns one thing: the store, the checker, the files.

    The thing is made in the thread by ``make`` and never leaves it, because
    neither SQLite connections nor enchant dictionaries may be shared. Jobs run
    in the order given; ``done`` and ``failed`` are called in the window's thread.
    When ``make`` fails, the job at hand fails with its error and the next job
    tries again. When ``parent`` is destroyed, nothing is called any more, and the
    thread ends after what it still has to do.
    """

    def __init__(self, name: str, make: Callable[[], T], parent: QObject | None = None) -> None:
        self._jobs: _Jobs = SimpleQueue()
        self._post = _Post(self._jobs)
        if parent is not None:
            parent.destroyed.connect(self._post.shut)
        self._thread = threading.Thread(
            target=_work, args=(make, self._jobs, self._post), name=name, daemon=True
        )
        self._thread.start()

    def run(
        self,
        job: Callable[[T], R],
        done: Callable[[R], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue a job; its answer or its error comes back through the callbacks."""
        self._jobs.put((self._post.expect(done, failed), job))

    def close(self, seconds: float = 10) -> bool:
        """Finish what is queued and end the thread; False if that took too long.

        Nothing is called any more.
        """
        self._post.shut()
        self._thread.join(seconds)
        return not self._thread.is_alive()


class _Post(QObject):
    """Carries answers from a worker to the window's thread.

    It belongs to the application and not to the window, for it must still be there
    when the worker has an answer for a window that has just been destroyed. The
    callbacks stay with it: were the worker the last to hold one, it would destroy
    the widgets that hang on it, in the wrong thread.
    """

    _answered = Signal(int, bool, object)  # number of the job, whether it is done, its answer

    def __init__(self, jobs: _Jobs) -> None:
        super().__init__(QCoreApplication.instance())
        self._jobs = jobs
        self._open = True
        self._count = 0
        self._expected: dict[int, tuple[Callable | None, Callable | None]] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def expect(self, done: Callable | None, failed: Callable | None) -> int:
        """Keep the callbacks of a job until its answer comes; return its number."""
        self._count += 1
        if self._open:
            self._expected[self._count] = (done, failed)
        return self._count

    def bring(self, number: int, is_done: bool, answer: object) -> None:
        """Have the answer of a job delivered; for the worker."""
        if self._open:
            self._answered.emit(number, is_done, answer)

    @Slot()
    def shut(self) -> None:
        """Deliver nothing more, and let the worker end."""
        if self._open:
            self._open = False
            self._expected.clear()
            self._jobs.put(None)

    @Slot(int, bool, object)
    def _deliver(self, number: int, is_done: bool, answer: object) -> None:
        done, failed = self._expected.pop(number, (None, None))
        callback = done if is_done else failed
        if callback is not None:
            callback(answer)


def _work(make: Callable[[], T], jobs: _Jobs, post: _Post) -> None:
    owned: list[T] = []
    while (entry := jobs.get()) is not None:
        number, job = entry
        try:
            if not owned:
                owned.append(make())
            post.bring(number, True, job(owned[0]))
        except Exception as error:
            post.bring(number, False, error)
        del entry, job
    if owned and hasattr(owned[0], "close"):
        owned[0].close()
