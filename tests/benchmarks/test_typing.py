"""From a key press to its painting, in short and long texts, against bare widgets.

    NEWSROOM_WORDS=2000,20000,200000 .venv/bin/pytest -m benchmark tests/benchmarks/test_typing.py

takes the longest text too, which is first checked for a minute.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from newsroom.app import Newsroom
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story
from newsroom.ui.main_window import MainWindow
from newsroom.ui.start import keep_free
from newsroom.ui.theme import Theme

LENGTHS = [int(words) for words in os.environ.get("NEWSROOM_WORDS", "2000,20000").split(",")]
KEYS, KEYS_AT_A_PACE, KEYS_IN_LONG_LINES = 500, 200, 150
HELD = 0.03  # seconds between two keys: as quick as a key held down repeats
WORDS = ["warga", "membaca", "buku", "di", "perahu", "singgah", "setiap", "pekan", "efesien"]
COMMON = [10, 10, 10, 10, 10, 10, 10, 10, 2]  # one word in forty is wrong
# Written as the text around it is: who types nothing but faults measures the marking of them.
TYPED = " ".join(random.Random(3).choices(WORDS, COMMON, k=KEYS // 4))


def body_of(words: int) -> str:
    rng = random.Random(words)
    paragraphs = (
        " ".join(rng.choices(WORDS, COMMON, k=40)).capitalize() + "." for _ in range(words // 40)
    )
    return "\n\n".join(paragraph.capitalize() for paragraph in paragraphs)


class Paints(QObject):
    """Counts how often a widget has been painted."""

    def __init__(self, widget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def milliseconds(edit, app: QApplication, keys: int, pace: float = 0) -> tuple[float, float, float]:
    """Type in the middle of the text; return the median, the 99th percentile and the most.

    ``pace`` is how many seconds lie between two keys.
    """
    cursor = edit.textCursor()
    cursor.setPosition(len(edit.toPlainText()) // 2)
    edit.setTextCursor(cursor)
    edit.setFocus()
    end = time.perf_counter() + 1.5
    while time.perf_counter() < end:
        app.processEvents()
    paints = Paints(edit.viewport())
    taken = []
    for key in TYPED[:keys]:
        before = paints.count
        started = time.perf_counter()
        QTest.keyClick(edit, key)
        while paints.count == before and time.perf_counter() < started + 10:
            app.processEvents()
        taken.append((time.perf_counter() - started) * 1000)
        assert paints.count > before, "the key was never painted"
        app.processEvents()
        if pace:
            wait(pace)
    taken.sort()
    return statistics.median(taken), taken[int(len(taken) * 0.99)], taken[-1]


def wait(seconds: float) -> None:
    """Let the window do what it does between two keys."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def line_of(letters: int) -> str:
    """Return a transcript without line breaks: sentences, and no end of the paragraph."""
    rng = random.Random(letters)
    words = rng.choices(WORDS, COMMON, k=letters // 4)
    sentences = (" ".join(words[n : n + 15]).capitalize() for n in range(0, len(words), 15))
    return ". ".join(sentences)[:letters]


def minified_of(letters: int) -> str:
    """Return what a programmer pastes: hardly a blank in it, and marks everywhere."""
    return "".join(random.Random(letters).choices("abcdefghij{};,.=()01", k=letters))


@dataclass(frozen=True)
class Typing:
    """How somebody types: so many keys, and the seconds between two of them."""

    told: str
    keys: int
    pace: float = 0


@pytest.mark.benchmark
@pytest.mark.parametrize("words", LENGTHS)
def test_key_press_to_paint(qapp, qtbot, tmp_path, report, words):
    text = body_of(words)
    assert word_count(text) == words
    ways = (
        Typing(f"{words:,} words", KEYS),
        Typing(f"{words:,} words, a key held down", KEYS_AT_A_PACE, HELD),
    )
    compare(qapp, qtbot, tmp_path, report, text, ways)


@pytest.mark.benchmark
@pytest.mark.parametrize(
    ("make", "letters"), [(line_of, 20_000), (line_of, 100_000), (minified_of, 100_000)]
)
def test_key_press_to_paint_in_one_paragraph(qapp, qtbot, tmp_path, report, make, letters):
    text = make(letters)
    assert len(text) == letters
    assert "\n" not in text
    kind = "paragraph" if make is line_of else "minified line"
    ways = (Typing(f"one {kind} of {letters:,} letters", KEYS_IN_LONG_LINES),)
    compare(qapp, qtbot, tmp_path, report, text, ways)


def compare(qapp, qtbot, tmp_path, report, text: str, ways: Sequence[Typing]) -> None:
    """Report how long a key takes in a text, in bare widgets and in the window."""
    theme = Theme(qapp)
    keep_free()
    figures: dict[Typing, dict[str, tuple[float, float, float]]] = {way: {} for way in ways}
    for kind in (QPlainTextEdit, QTextEdit):
        bare = kind()
        qtbot.addWidget(bare)
        bare.setPlainText(text)
        bare.resize(756, 692)
        bare.show()
        qtbot.waitExposed(bare)
        for way in ways:
            # At a pace it takes its time, so that is for the one to be measured by.
            if not way.pace or kind is QPlainTextEdit:
                figures[way][kind.__name__] = milliseconds(bare, qapp, way.keys, way.pace)
        bare.hide()
    newsroom = Newsroom(tmp_path)
    store = newsroom.open_store()
    store.workspace.set("open", store.stories.save(Story(headline="Perahu", body=text)).id)
    store.close()
    window = MainWindow(newsroom, theme)
    window.show()
    qtbot.waitUntil(lambda: window.desk.story is not None, timeout=20_000)
    for way in ways:
        qtbot.waitUntil(lambda: window.checks.is_idle and window.is_settled, timeout=120_000)
        figures[way]["newsroom"] = milliseconds(window.page.body, qapp, way.keys, way.pace)
    qtbot.waitUntil(lambda: window.desk.is_safe, timeout=20_000)
    window.close()
    for way, told in figures.items():
        for name, (median, p99, most) in told.items():
            report(
                f"key press to paint, {way.told}, {name}: "
                f"median {median:.2f} ms, p99 {p99:.2f} ms, at most {most:.2f} ms"
            )
        ours = told.pop("newsroom")
        against = ", ".join(f"{name}: {ours[1] / p99:.2f}" for name, (_, p99, _) in told.items())
        report(f"key press to paint, {way.told}, p99 (aim 1.5) against {against}")
