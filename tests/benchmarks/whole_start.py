"""Opens the window on a data folder and prints, as JSON, what that took until all was there.

Run as a program by test_start.py: ``whole_start.py HOME TEXT``. The times are monotonic ones.
``window`` and ``all`` are the seconds that the processor worked for the window's thread, and
for all threads together, from the process's beginning to some time after the list was there:
the names, tags and signatures of the archive are gathered by then too.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from newsroom.ui.desk.listing import StoryList
from newsroom.ui.start import application, open_window
from tests.benchmarks.first_paint import Watch

AFTER = 2_000  # milliseconds
PATIENCE = 60_000


class Told(Watch):
    """Notes when the text could be written in, and when the list was there."""

    def __init__(self, window, text: str) -> None:
        super().__init__(window.page.body, text)
        self._window = window
        self.times: dict[str, float] = {}
        window.desk.listed.connect(self._list)
        QTimer.singleShot(PATIENCE, self, window.close)

    def _end(self) -> None:
        self.times.setdefault("editable", time.monotonic())
        self._await()

    def _list(self, stories: StoryList) -> None:
        if len(stories.order):
            self.times.setdefault("listed", time.monotonic())
            self._await()

    def _await(self) -> None:
        if len(self.times) == 2 and "window" not in self.times:
            self.times["window"] = 0
            QTimer.singleShot(AFTER, self, self._close)

    def _close(self) -> None:
        self.times |= {"window": time.thread_time(), "all": time.process_time()}
        self._window.close()


def main(home: Path, text: str) -> int:
    app = application()
    window = open_window(app, home)
    told = Told(window, text)
    code = app.exec()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    sys.stdout.write(json.dumps(told.times | {"peak": peak * unit}))
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
