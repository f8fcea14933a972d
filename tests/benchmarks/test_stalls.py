"""Whether the window stays free while much happens in a story of 200,000 words.

A timer that is always due beats as long as events are worked through; the longest time between
two beats is how long the window stood still.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.start import keep_free
from newsroom.ui.theme import Theme
from tests.benchmarks.test_typing import body_of

WORDS = 200_000
CONTROL = Qt.KeyboardModifier.ControlModifier


class Heartbeat(QObject):
    """Remembers the longest pauses between two beats, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[int] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.pauses.clear()
        self._clock.start()
        self._timer.start()

    def _beat(self) -> None:
        self.pauses.append(self._clock.restart())

    def told(self) -> str:
        self._timer.stop()
        longest = sorted(self.pauses)[-3:]
        return f"longest stalls {', '.join(map(str, longest))} ms (aim 50)"


def work(app: QApplication, ready: Callable[[], bool], patience: float = 120) -> None:
    end = time.monotonic() + patience
    while not ready():
        assert time.monotonic() < end
        app.processEvents()


def settle(app: QApplication, window: MainWindow) -> None:
    started = time.monotonic()
    work(
        app,
        lambda: window.checks.is_idle and window.is_settled and time.monotonic() - started > 1,
    )


@pytest.mark.benchmark
def test_the_window_stays_free(qapp, tmp_path, report):
    newsroom = Newsroom(tmp_path)
    store = newsroom.open_store()
    short = store.stories.save(Story(headline="Perahu", body="Warga membaca."))
    long = store.stories.save(Story(headline="Perahu", body=body_of(WORDS)))
    store.workspace.set("open", short.id)
    store.close()
    window = MainWindow(newsroom, Theme(qapp))
    window.show()
    work(qapp, lambda: bool(window.desk.is_started and window.inspector and window.queue))
    settle(qapp, window)
    beat = Heartbeat()
    keep_free()

    beat.start()
    started = time.perf_counter()
    window.desk.open(long.id)
    work(qapp, lambda: window.desk.story is not None and window.desk.story.id == long.id)
    window.repaint()
    readable = time.perf_counter() - started
    settle(qapp, window)
    marked = time.perf_counter() - started
    report(
        f"opening {WORDS:,} words: readable after {readable:.2f} s (aim 0.3), all marks after "
        f"{marked:.0f} s, {beat.told()}"
    )

    body = window.page.body
    cursor = body.textCursor()
    cursor.setPosition(body.document().characterCount() // 2)
    body.setTextCursor(cursor)
    body.setFocus()
    beat.start()
    for number in range(200):
        QTest.keyClick(body, "abc def gh"[number % 10])
        qapp.processEvents()
    settle(qapp, window)
    report(f"typing in {WORDS:,} words: {beat.told()}")

    bar, rng = window.page.verticalScrollBar(), random.Random(5)
    beat.start()
    for number in range(200):
        far = number % 10 == 0
        bar.setValue(rng.randrange(bar.maximum()) if far else bar.value() + 60)
        qapp.processEvents()
    settle(qapp, window)
    report(f"scrolling in {WORDS:,} words: {beat.told()}")

    window.show_find_bar()
    bar = window.find_bar
    bar.search.clear()
    beat.start()
    QTest.keyClicks(bar.search, "u s")
    QTest.keyClicks(bar.replacement, "u, s")
    settle(qapp, window)
    report(f"looking for “u s” in {WORDS:,} words: {bar.count.text()}, {beat.told()}")
    done: list[int] = []
    bar.replacer.replaced.connect(lambda count, _: done.append(count))
    beat.start()
    started = time.perf_counter()
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return, CONTROL)
    work(qapp, lambda: bool(done))
    took = time.perf_counter() - started
    settle(qapp, window)
    report(f"replacing {done[0]:,} matches: {took:.1f} s, {beat.told()}")
    beat.start()
    bar.replacer.undo()
    settle(qapp, window)
    report(f"taking that back: {beat.told()}")
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    body.setFocus()

    data = QMimeData()
    data.setText(body_of(165_000)[:1_000_000])
    QApplication.clipboard().setMimeData(data)
    before = body.document().characterCount()
    beat.start()
    QTest.keyClick(body, Qt.Key.Key_V, CONTROL)
    # So much is read beside the window, which has nothing to do meanwhile.
    work(qapp, lambda: body.document().characterCount() > before + 900_000)
    settle(qapp, window)
    report(f"pasting 1 MB into {WORDS:,} words: {beat.told()}")
    beat.start()
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    settle(qapp, window)
    report(f"taking that back: {beat.told()}")
    assert body.document().characterCount() == before

    work(qapp, lambda: window.desk.is_safe)
    window.close()
    QApplication.clipboard().clear()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    report(f"memory of this test process after all that: {most} MB")
