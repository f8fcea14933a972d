"""The real program in a process of its own, worked by keys, which tells of all it does.

``type`` writes on and on until it is killed; ``back`` makes backups meanwhile, one after the
other; ``export`` exports on and on; ``serve`` does what it is asked on its standard input.
Each line it writes is one JSON object: what happened, when (the clock that all processes
share), and the texts it happened to.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from newsroom.store import database, upgrade
from newsroom.store.backup.automatic import EVERY, back_up_if_due, first_place
from newsroom.store.stories import Stories
from newsroom.story.story import Story
from newsroom.ui import start
from newsroom.ui.desk import desk, saving
from newsroom.ui.main_window import MainWindow
from tests.store.harness.texts import texts
from tests.store.harness.typist import Typist

_TELLING = threading.Lock()


def now() -> float:
    """Return milliseconds of a clock that is the same in every process."""
    return time.monotonic() * 1_000


def say(what: str, at: float | None = None, **more: Any) -> None:
    """Tell one thing; it is out of this process when this returns."""
    line = json.dumps({"what": what, "at": now() if at is None else at, **more}) + "\n"
    with _TELLING:  # a long line is not written at one go
        os.write(1, line.encode())


class Watch:
    """Tells what is shown, what is changed, and what the window was told is saved."""

    def __init__(self) -> None:
        self._saves: dict[tuple[str, int], Story] = {}

    def remember_saves(self) -> None:
        """Note what each revision holds, which the window's own signal does not say."""
        save = Stories.save

        def remembering(stories: Stories, story: Story, *more: Any, **others: Any) -> Story:
            stored = save(stories, story, *more, **others)
            self._saves[stored.id, stored.revision] = stored
            return stored

        Stories.save = remembering  # type: ignore[method-assign]

    def follow(self, window: MainWindow) -> None:
        """Tell of all that happens to the stories of a window."""
        self._desk = window.desk
        window.desk.opened.connect(self._opened)
        window.desk.edited.connect(self._edited)
        window.desk.saved.connect(self._saved)

    def _opened(self, story: Story | None, _place: object) -> None:
        if story is not None:
            say("shown", id=story.id, texts=texts(story), stored=bool(story.revision))

    def _edited(self, story: Story) -> None:
        # Of the texts in fields the keys themselves are told, which are earlier.
        told = texts(story)
        others = {name: text for name, text in told.items() if name.startswith(("photo", "status"))}
        say("edited", id=story.id, texts=others)

    def _saved(self, _at: object) -> None:
        story = self._desk.story
        kept = self._saves.get((story.id, story.revision))
        if kept is not None:  # else it was the failure of something else that has ended
            say("saved", id=kept.id, revision=kept.revision, texts=texts(kept))


class Asked:
    """Does what the other process asks, one JSON object a line, and answers each."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._rest = b""
        self._notice = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._notice.activated.connect(self._read)

    def _read(self) -> None:
        got = os.read(0, 65536)
        self._notice.setEnabled(bool(got))
        *lines, self._rest = (self._rest + got).split(b"\n")
        for line in lines:
            asked = json.loads(line)
            getattr(self, f"_{asked.pop('do')}")(**asked)

    def _type(self, text: str, field: str = "body") -> None:
        edit = getattr(self._window.page, field)
        edit.setFocus()
        for letter in text:
            at = now()
            QTest.keyClick(edit, letter)
            say("key", at, id=self._window.desk.story.id, field=field, text=edit.text())
        say("typed")

    def _look(self) -> None:
        window = self._window
        states = [
            x for x in window.status_line.findChildren(QLabel) if x.objectName() == "savedState"
        ]
        button = window.banner.findChild(QPushButton)
        say(
            "seen",
            id=window.desk.story.id if window.desk.story else "",
            banner=window.banner.text,
            level=window.banner.property("level"),
            button=button.text() if button.isVisible() else "",
            state=states[0].text(),
            body=window.page.body.text(),
            headline=window.page.headline.text(),
            photos=len(window.desk.story.photos) if window.desk.story else 0,
            question=question.text() if (question := _question(window)) else "",
            is_open=window.isVisible(),
        )

    def _close(self) -> None:
        QTimer.singleShot(0, self._window.close)
        say("closing")

    def _answer(self, button: str) -> None:
        box = _question(self._window)
        next(one for one in box.buttons() if one.text() == button).click()
        say("answered")

    def _copy(self, path: str) -> None:
        """Press the banner's button, and give the file dialog a path."""
        QTimer.singleShot(0, lambda: _save_as(path))
        self._window.banner.findChild(QPushButton).click()
        say("copied")

    def _photo(self, path: str) -> None:
        self._window.desk.add_photos([Path(path)])
        say("added")

    def _step(self, action: str) -> None:
        self._window.actions_[action].trigger()
        say("stepped")


def _question(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def _save_as(path: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(path)
    dialog.accept()


class Play:
    """Plays a script: each step says how many milliseconds pass until the next."""

    def __init__(self, script: Any) -> None:
        self._script = script
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        for wait in itertools.islice(self._script, 1):
            self._timer.start(wait)


def tell_of_upgrades() -> None:
    """Tell when the tables of an old store begin to be brought up to date, and when they are."""
    bring: Callable[..., None] = upgrade.upgrade

    def telling(*arguments: Any, **others: Any) -> None:
        say("upgrading")
        bring(*arguments, **others)
        say("upgraded")

    upgrade.upgrade = telling


def back_up(home: Path) -> None:
    """Make backups as if an hour passed from each to the next, beside all else."""

    def work() -> None:
        while True:
            made = [one.manifest.made for one in first_place(home).backups()]
            moment = max([datetime.now(UTC), *(one + 1.1 * EVERY for one in made)])
            say("backing")
            outcome = back_up_if_due(home, moment)
            path = str(outcome.first.path) if outcome.first else ""
            say("backed", path=path, trouble=outcome.trouble)
            time.sleep(0.2)  # as it is only once an hour, others wait for it less

    threading.Thread(target=work, daemon=True).start()


def hurry() -> None:
    """Try again after tenths of a second, where the program takes seconds."""
    saving.RETRY_AFTER = desk.RETRY_AFTER = 200
    database.PATIENCE = 0.3


def main(task: str, home: Path, seed: str, out: Path) -> int:
    """Open the window on a data folder and do the task in it."""
    watch, kept = Watch(), []
    watch.remember_saves()
    tell_of_upgrades()
    open_window = start.open_window

    def opened(app: QApplication, folder: Path) -> QWidget:
        window = open_window(app, folder)
        watch.follow(window)
        if window.desk.story is not None:  # shown before it could be followed
            watch._opened(window.desk.story, None)
        if task == "serve":
            kept.append(Asked(window))
        else:
            typist = Typist(window, random.Random(seed), out, say, now)
            kept.append(Play(getattr(typist, task)()))
        say("open")
        return window

    start.open_window = opened
    if task == "serve":
        hurry()
    elif task == "back":
        back_up(home)
    return start.run(home)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])))
