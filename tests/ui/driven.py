"""A window in a process of its own, worked by a timer: what it is to do, and where its data lie.

``type`` writes on and on and prints what was saved, until it is killed; ``message``
prints the first thing it is told; ``second`` prints what the message box says, if another
window has the data, and ``refused`` does so when that one does not answer; ``show`` prints
what lies open. All but the first end by themselves.
"""

from __future__ import annotations

import codecs
import importlib
import json
import os
import pkgutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

import newsroom
from newsroom.app import Newsroom
from newsroom.ui import one_window, start
from newsroom.ui.main_window import MainWindow

WORDS = ["Warga", "membaca", "buku", "di", "perahu", "pustaka", "🙂", ""]


def say(**what) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Driver:
    """Looks every few milliseconds what there is to do."""

    def __init__(self, task: str) -> None:
        self.task = getattr(self, task)
        self.steps = 0
        self.timer = QTimer(interval=5)
        self.timer.timeout.connect(self.work)
        self.timer.start()

    def work(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            say(message=box.text())
            box.accept()
            return
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].isVisible():
            self.task(windows[0])

    def second(self, window: MainWindow) -> None:
        say(message="", opened=True)
        window.close()

    refused = second

    def message(self, window: MainWindow) -> None:
        if window.banner.text:
            say(message=window.banner.text)
            window.close()

    def show(self, window: MainWindow) -> None:
        if window.desk.story and window.desk.is_started:
            # Once more round, for the scrolling that follows the laying out.
            QTimer.singleShot(100, lambda: self.tell_and_close(window))
            self.timer.stop()

    def tell_and_close(self, window: MainWindow) -> None:
        say(**seen(window))
        window.close()

    def type(self, window: MainWindow) -> None:
        if not window.desk.is_started:
            return
        self.steps += 1
        if self.steps == 1:
            window.desk.saved.connect(lambda _: self.tell_saved(window))
            if window.desk.story is None:
                window.actions_["new"].trigger()
            return
        body = window.page.body
        if self.steps % 40 == 0:
            QTest.keyClicks(window.page.headline, "a")
        elif self.steps % 7 == 0:
            body.insertPlainText(WORDS[self.steps % len(WORDS)])
        else:
            QTest.keyClicks(body, WORDS[self.steps % 6] + " ")
        if self.steps % 50 == 0:
            body.setFocus()
            QTest.keyClicks(body, "\r")

    def tell_saved(self, window: MainWindow) -> None:
        if window.desk.is_safe:
            say(**seen(window))


def seen(window: MainWindow) -> dict:
    story = window.desk.story
    place = window.desk._saving._place or {}
    return {
        "id": story.id,
        "body": story.body,
        "headline": story.headline,
        "shown": window.page.body.text(),
        "cursor": window.page.body.cursor_offset(),
        "scroll": window.page.verticalScrollBar().value(),
        "place": place,
    }


def become(user: int) -> None:
    """Go on as a user with few rights, with all loaded that such a one might not read."""
    for module in pkgutil.walk_packages(newsroom.__path__, "newsroom."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    with tempfile.TemporaryDirectory() as folder:
        desk = Newsroom(Path(folder))
        desk.open_store().close()
        desk.profile()
    for name in ("utf-16-le", "latin-1"):
        codecs.lookup(name)
    os.setuid(user)


def main(task: str, home: Path, user: str = "", *files: str) -> int:
    drivers = []
    if task == "refused":
        one_window._PATIENCE = 0.1

    def application_with_driver() -> QApplication:
        app = application()
        drivers.append(Driver(task))
        return app

    application, start.application = start.application, application_with_driver
    if user:
        become(int(user))
    return start.run(home, [Path(name) for name in files])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
