"""What every test of the window needs: a screen that need not be there, and the theme."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from newsroom.app import Newsroom
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.person import Person
from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.theme import Theme
from newsroom.ui.work import child
from tests.ui.nursery import Nursery

DRIVEN = Path(__file__).with_name("driven.py")
PATIENCE = 30_000  # milliseconds; only reached by what has failed


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program asks for, whatever the desktop is."""
    return ["newsroom", "-style", "fusion"]


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits as long as a busy machine may need."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=PATIENCE)
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=PATIENCE)
    return qtbot


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.use(False)
    return made


@pytest.fixture(scope="session", autouse=True)
def nursery() -> Iterator[None]:
    """Processes for the checks are ready before a window asks for them."""
    ready = Nursery()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "launch", ready.launch)
        yield
    ready.close()


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "data")


@pytest.fixture
def store(newsroom: Newsroom, empty_store: Path) -> Iterator[Store]:
    """The same data folder as the window's, opened as another program would."""
    if not newsroom.home.exists():
        newsroom.home.mkdir()
        shutil.copy(empty_store, newsroom.home / DATABASE)
    opened = newsroom.open_store()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def launch(theme: Theme) -> Callable[[Newsroom], MainWindow]:
    """Opens the window as the program does, and waits until all of it is there."""

    def open_and_wait(newsroom: Newsroom) -> MainWindow:
        window = MainWindow(newsroom, theme)
        window.show()
        window.activateWindow()
        _work_until(lambda: window.desk.is_started and window.inspector and window.queue)
        _work_until(window.isActiveWindow)
        return window

    return open_and_wait


@pytest.fixture(scope="session")
def dismiss() -> Callable[[MainWindow], None]:
    """Closes a window for good, whatever state a test has left it in."""

    def close_and_delete(window: MainWindow) -> None:
        if window.isVisible():
            window.desk.give_up()
            window.close()
            _work_until(lambda: not window.isVisible())
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return close_and_delete


def _work_until(ready: Callable[[], object]) -> None:
    """Let the program work outside a test, where there is no qtbot."""
    deadline = QDeadlineTimer(PATIENCE)
    waking = QTimer()  # asked again at every beat: asking all the time would slow the work down
    waking.start(5)
    while not ready():
        assert not deadline.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


@pytest.fixture
def open_window(newsroom: Newsroom, launch, dismiss) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window on the test's data folder; it may be called again after a close."""
    opened: list[MainWindow] = []

    def opener() -> MainWindow:
        opened.append(launch(newsroom))
        return opened[-1]

    yield opener
    for window in opened:
        dismiss(window)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """The window at its very first start."""
    return open_window()


@pytest.fixture
def writing(open_window, store: Store, qtbot) -> Callable[..., MainWindow]:
    """Opens the window with one story in it, the cursor in its body, for somebody with a name."""

    def opener(body: str = "", headline: str = "Warga Rekaan Membaca", **fields) -> MainWindow:
        if not store.people.me().name:
            store.people.set_me(Person("Rina Rekaan"))
        story = store.stories.save(Story(headline=headline, body=body, **fields))
        store.workspace.set("open", story.id)
        window = open_window()
        qtbot.waitUntil(lambda: window.desk.story is not None, timeout=PATIENCE)
        window.page.body.setFocus()
        return window

    return opener


@pytest.fixture
def eventually(qtbot) -> Callable[[Callable[[], bool]], None]:
    """Lets the window work until something is so."""

    def wait(ready: Callable[[], bool], timeout: int = PATIENCE) -> None:
        qtbot.waitUntil(lambda: bool(ready()), timeout=timeout)

    return wait


@pytest.fixture
def settled(qtbot) -> Callable[[MainWindow], None]:
    """Waits until every mark of a window and its list of findings are there."""

    def wait(window: MainWindow) -> None:
        qtbot.wait(0)
        window.page.flush()
        qtbot.waitUntil(lambda: window.checks.is_idle and window.is_settled, timeout=PATIENCE)

    return wait


@pytest.fixture(scope="session")
def underlined() -> Callable[[QTextEdit], list[tuple[int, str]]]:
    """Says what is underlined on the screen: where in a field, in code points, and what."""

    def look(field: QTextEdit) -> list[tuple[int, str]]:
        found, block, start = [], field.document().begin(), 0
        while block.isValid():
            line = block.text().encode("utf-16-le")
            marked = [
                (part.start, part.start + part.length)
                for part in block.layout().formats()
                if part.format.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline
            ]
            for first, last in sorted(marked):
                before, word = line[: 2 * first], line[2 * first : 2 * last]
                found.append((start + len(before.decode("utf-16-le")), word.decode("utf-16-le")))
            start += len(block.text()) + 1
            block = block.next()
        return found

    return look


@pytest.fixture
def click_story(eventually) -> Callable[[MainWindow, str], None]:
    """Clicks a story in the list, once it is listed."""

    def click(window: MainWindow, story_id: str) -> None:
        view = window.queue.list
        if not window.actions_["queue"].isChecked():  # a small window has no room for it
            window.actions_["queue"].trigger()
        eventually(lambda: view.isVisible() and view.model().index_of(story_id).isValid())
        index = view.model().index_of(story_id)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    return click


@pytest.fixture
def start_driven(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a window in a process of its own; ``driven.py`` says what it can be told to do."""
    started: list[subprocess.Popen[str]] = []

    def start(task: str, home: Path, *more: object) -> subprocess.Popen[str]:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
        process = subprocess.Popen(
            [sys.executable, "-B", str(DRIVEN), task, str(home), *map(str, more)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def drive(start_driven) -> Callable[..., list[dict]]:
    """Runs such a window to its end and returns what it said."""

    def run(task: str, home: Path, *more: object) -> list[dict]:
        process = start_driven(task, home, *more)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        return [json.loads(line) for line in said.splitlines()]

    return run


@pytest.fixture
def paste() -> Iterator[Callable[..., None]]:
    """Pastes a text, or both a text and HTML, with Ctrl+V."""

    def press(widget: QWidget, text: str, html: str = "") -> None:
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    yield press
    QGuiApplication.clipboard().clear()
