"""The start of the window: what lay open comes first, the columns beside it part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow

TEXT = "Warga membaca."


class Paintings(QObject):
    """Takes note of what the page said at each of its paintings, and what was beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bodies: list[str] = []
        self.beside: list[tuple[object, object]] = []
        window.page.body.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.bodies.append(self._window.page.body.text())
            self.beside.append((self._window.queue, self._window.inspector))
        return False


@pytest.fixture
def starting(newsroom, store, theme, dismiss) -> Iterator[Callable[..., MainWindow]]:
    """Makes the window with a story that lay open last; nothing has been worked through yet."""
    made: list[MainWindow] = []

    def make(body: str = TEXT) -> MainWindow:
        story = store.stories.save(Story(headline="Perahu", body=body))
        store.workspace.set("open", story.id)
        made.append(MainWindow(newsroom, theme))
        made[-1].show()
        made[-1].activateWindow()
        return made[-1]

    yield make
    for window in made:
        dismiss(window)


def is_complete(window: MainWindow) -> bool:
    return bool(window.queue and window.inspector and window.desk.is_started)


def test_the_story_is_painted_before_the_columns_are_made(starting, eventually):
    window = starting()
    paintings = Paintings(window)

    eventually(lambda: bool(paintings.bodies))
    assert paintings.bodies[0] == TEXT
    assert paintings.beside[0] == (None, None)
    eventually(lambda: is_complete(window))


def test_what_is_written_while_they_come_is_in_the_text(starting, eventually):
    window = starting()
    eventually(lambda: window.desk.story is not None and window.isActiveWindow())
    body = window.page.body
    assert body.hasFocus()
    written = ""
    while not is_complete(window):
        QTest.keyClick(body, "a")
        written += "a"
        QApplication.processEvents()

    assert body.text() == written + TEXT
    eventually(lambda: window.desk.story.body == written + TEXT)


def test_the_inspector_is_there_as_soon_as_it_is_asked_for(starting, eventually):
    window = starting()

    window.show_tab("findings")

    asked_for = window.inspector
    assert asked_for is not None
    assert asked_for.tabs.tab("findings").isChecked()
    eventually(lambda: is_complete(window))
    assert window.inspector is asked_for
    assert window.columns.right.layout().count() == 1
    assert asked_for.data.field("headline").text() == "Perahu"


def test_the_column_stands_where_it_stays(starting, eventually):
    """Its place is worked out before the painting, with the scroll bar of a long text."""
    window = starting(TEXT + "\n\nWarga membaca." * 60)
    column = window.page.body.parentWidget()
    places: set[tuple[int, int]] = set()

    class Places(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                places.add((column.mapTo(window, column.rect().topLeft()).x(), column.width()))
            return False

    places_seen = Places(window)
    window.page.body.viewport().installEventFilter(places_seen)
    QApplication.sendPostedEvents()
    eventually(lambda: is_complete(window))
    assert len(places) == 1


@pytest.mark.parametrize("text", ["a\rb\r\nc", "a\u2029b\u2028c", "a\ufdd0b\ufdd1c", "🙂 a\u00a0b"])
def test_a_text_is_read_as_it_is_shown(starting, eventually, text):
    window = starting()
    eventually(lambda: window.desk.story is not None)
    body = window.page.body
    body.set_text(text)
    told = body.text()

    QTest.keyClick(body, "x")  # after a change it is read anew
    assert body.text() == f"x{told}"
