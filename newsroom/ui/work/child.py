"""A process of its own for work that would hold up the window.

Threads of one Python take turns: while one works, another waits, many times in each painting.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# What is seen of a process that has died, perhaps in the middle of an answer.
_GONE = (OSError, EOFError, pickle.UnpicklingError)
_NICE = 5  # on few cores the window, where somebody types, goes first
_STOPPED = "Pemeriksa berhenti sendiri."
_START = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); " + (
    f"from {__name__} import serve; serve()"
)


class ChildError(Exception):
    """A job failed in the child; the message is that of the error there."""


class Child(Generic[T]):
    """A process that makes one thing, keeps it, and does with it what it is told.

    ``make`` and the jobs must be functions that can be pickled: those of a module, or
    ``partial`` of them. A child that has died is made anew, once for each job. It ends
    with its parent, however that ends. It is to be used by one thread, but for ``stop``.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lasting: list[bytes] = []
        self._lock = threading.Lock()
        self._is_open = True
        self._process = self._start()

    def do(self, job: Callable[[T], R], *, lasting: bool = False) -> R:
        """Have a job done and return its answer.

        A ``lasting`` one changes the thing, and is done again by a child made anew.
        Raises ChildError.
        """
        if not self._is_open:
            raise ChildError(_STOPPED)
        asked = pickle.dumps(job)
        try:
            answer = self._ask(asked)
        except _GONE:
            self._start_anew()
            answer = self._ask_anew(asked)
        if lasting:
            self._lasting.append(asked)
        return answer

    def renew(self) -> None:
        """Make the thing anew, from what its files now say; the lasting jobs still hold.

        Raises ChildError.
        """
        self._start_anew()
        try:
            self._teach()
        except _GONE:
            raise ChildError(_STOPPED) from None

    def stop(self) -> None:
        """End the process at once, from any thread: what it is doing fails, and all after it."""
        with self._lock:
            self._is_open = False
            self._process.kill()

    def close(self) -> None:
        """End the process; what it is doing is dropped."""
        self._end()

    def _start_anew(self) -> None:
        self._end()
        with self._lock:
            if not self._is_open:
                raise ChildError(_STOPPED)
            self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        process = launch()
        to_child = _pipe(process.stdin)
        pickle.dump(sys.path, to_child)
        pickle.dump(self._make, to_child)
        to_child.flush()
        return process

    def _ask_anew(self, asked: bytes) -> Any:
        try:
            self._teach()
            return self._ask(asked)
        except _GONE:
            raise ChildError(_STOPPED) from None

    def _teach(self) -> None:
        for job in self._lasting:
            self._ask(job)

    def _ask(self, asked: bytes) -> Any:
        to_child, from_child = _pipe(self._process.stdin), _pipe(self._process.stdout)
        to_child.write(asked)
        to_child.flush()
        is_done, answer = pickle.load(from_child)
        if not is_done:
            raise ChildError(answer)
        return answer

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it never read
                _pipe(pipe).close()


def launch() -> subprocess.Popen[bytes]:
    """Start a process that is ready to ``serve`` once it has been told this one's path."""
    return subprocess.Popen(
        [sys.executable, "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # Without a window of its own on Windows.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def serve() -> None:
    """Do the jobs that come in, until no more can come."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library may print is no answer
    make = pickle.load(asked)
    made: list[Any] = []
    while True:
        try:
            job = pickle.load(asked)
        except _GONE:
            return
        try:
            if not made:
                made.append(make())
            answer = (True, job(made[0]))
        except Exception as error:
            answer = (False, str(error))
        try:
            pickle.dump(answer, answers)
            answers.flush()
        except OSError:
            return


def _pipe(pipe: Any) -> BinaryIO:
    assert pipe is not None
    return pipe
