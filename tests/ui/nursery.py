"""Processes for the checks of a window's test, forked from one that has loaded all they need.

A process of the program's own loads for 0.4 seconds, which a thousand windows felt. Run as a
program, this is what they are forked from; it ends with the tests.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

from newsroom.ui.work import child

ROOT = Path(__file__).parents[2]


class Born:
    """A process that was forked elsewhere, with what the program asks of a ``Popen``."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self._handle = os.pidfd_open(pid)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self) -> None:
        select.select([self._handle], [], [])

    def __del__(self) -> None:
        os.close(self._handle)


class Nursery:
    """Gives out such processes, to a test that has the environment that all began with."""

    def __init__(self) -> None:
        self._line, there = socket.socketpair()
        self._environment = _environment()
        self._launch = child.launch
        self._lock = threading.Lock()
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(there.fileno())],
                cwd=ROOT,
                pass_fds=[there.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def launch(self) -> Born | subprocess.Popen[bytes]:
        if _environment() != self._environment:
            return self._launch()
        its_stdin, stdin = os.pipe()
        stdout, its_stdout = os.pipe()
        with self._lock:
            socket.send_fds(self._line, [b"."], [its_stdin, its_stdout])
            pid = int.from_bytes(self._line.recv(4), "big")
        os.close(its_stdin)
        os.close(its_stdout)
        return Born(pid, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"))

    def close(self) -> None:
        self._line.close()
        self._process.wait()


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}


def _load() -> None:
    """Load what a checker needs, and what reads what is pasted."""
    import newsroom.exchange.pasted  # noqa: F401
    from newsroom.app import Newsroom
    from newsroom.ui.review.checking_jobs import check

    with tempfile.TemporaryDirectory() as home:
        check(Newsroom(Path(home)).make_checker(), [("body", "Warga menanam padi di Andai.")])


def _bear(line: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody here waits for them
    while fds := socket.recv_fds(line, 1, 2)[1]:
        if pid := os.fork():
            line.sendall(pid.to_bytes(4, "big"))
            for fd in fds:
                os.close(fd)
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        line.close()
        for fd, standard in zip(fds, (0, 1), strict=True):
            os.dup2(fd, standard)
            os.close(fd)
        sys.path[:] = pickle.load(sys.stdin.buffer)
        child.serve()
        os._exit(0)


if __name__ == "__main__":
    _load()
    with socket.socket(fileno=int(sys.argv[1])) as its_line:
        _bear(its_line)
