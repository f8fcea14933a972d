"""The driver as seen from the process that starts and kills it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.store.harness.problem import Problem

ROOT = Path(__file__).parents[3]
PATIENCE = 60  # seconds; only reached by what has failed

Report = dict[str, Any]


class Child:
    """A driver that runs, and all it has told."""

    def __init__(
        self,
        task: str,
        home: Path,
        out: Path,
        seed: int = 0,
        environment: dict[str, str] | None = None,
        before: Callable[[], None] | None = None,
    ) -> None:
        told = {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false;*.warning=false",
            "HOME": str(out),
        }
        module = "tests.store.harness.driver"
        self.errors = (out / "errors.txt").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-m", module, task, str(home), str(seed), str(out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=ROOT,
            env=os.environ | told | (environment or {}),
            preexec_fn=before,
        )
        self.reports: list[Report] = []
        self._looked = 0
        self._news = threading.Condition()
        self._is_over = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def wait_for(self, what: str, seconds: float = PATIENCE) -> Report:
        """Return the next report of a kind that has not been waited for."""
        until = time.monotonic() + seconds
        with self._news:
            while True:
                while self._looked < len(self.reports):
                    self._looked += 1
                    if self.reports[self._looked - 1]["what"] == what:
                        return self.reports[self._looked - 1]
                left = until - time.monotonic()
                if self._is_over or left <= 0:
                    raise Problem(f"{what!r} never came: {self.said()}")
                self._news.wait(left)

    def ask(self, do: str, answer: str, **more: Any) -> Report:
        """Ask a driver that serves for something, and wait until it is done."""
        pipe = self.process.stdin
        assert pipe is not None
        pipe.write((json.dumps({"do": do, **more}) + "\n").encode())
        pipe.flush()
        return self.wait_for(answer)

    def look(self) -> Report:
        """Return what the window of a driver that serves shows."""
        return self.ask("look", "seen")

    def until(self, ready: Callable[[Report], object], seconds: float = PATIENCE) -> Report:
        """Look until something is so, and return what is seen then."""
        until = time.monotonic() + seconds
        while not ready(seen := self.look()):
            if time.monotonic() > until:
                raise Problem(f"still not so: {seen}\n{self.said()}")
            time.sleep(0.05)
        return seen

    def kill(self) -> float:
        """Kill it, whatever it does, and return when that was, in milliseconds."""
        at = time.monotonic() * 1_000
        self.process.kill()
        self._end()
        return at

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait until it ends by itself, and return its code."""
        code = self.process.wait(seconds)
        self._end()
        return code

    def said(self) -> str:
        """Return what the program itself wrote, which as a rule is nothing."""
        self.errors.seek(0)
        return self.errors.read()[-3_000:]

    def _end(self) -> None:
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):  # the last one may be cut short
                with self._news:
                    self.reports.append(json.loads(line))
                    self._news.notify_all()
        with self._news:
            self._is_over = True
            self._news.notify_all()
