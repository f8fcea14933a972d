"""What is read stays where it is seen: while one scrolls, in another story, in another session."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

from newsroom.story.story import Story

RNG = random.Random(3)
WORDS = ["warga", "membaca", "buku", "di", "perahu", "singgah", "setiap", "pekan"]
# So many that the heights of most are only estimated, and so unlike that this is felt.
LONG = "\n\n".join(" ".join(RNG.choices(WORDS, k=RNG.randrange(5, 90))) for _ in range(600))
USUAL = "\n\n".join(LONG.split("\n\n")[:40])
SHORT = "Warga membaca."


def line_at(page, y: int) -> int:
    """Return the number of the line that is seen so far below the page's upper edge."""
    body, view = page.body, page.viewport()
    place = body.viewport().mapFromGlobal(view.mapToGlobal(QPoint(view.width() // 2, y)))
    return body.cursorForPosition(place).blockNumber()


def height_of(page, line: int) -> int:
    """Return how far below the page's upper edge a line begins."""
    body = page.body
    cursor = QTextCursor(body.document().findBlockByNumber(line))
    return body.viewport().mapTo(page.viewport(), body.cursorRect(cursor).topLeft()).y()


def turn(page, by: int) -> None:
    view = page.viewport()
    at = QPointF(view.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(0, by),
        QPoint(0, 8 * by),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def drag_to(page, share: float) -> None:
    bar = page.verticalScrollBar()
    bar.setSliderPosition(round(bar.maximum() * share))
    QApplication.processEvents()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_every_turn_of_the_wheel_goes_equally_far(writing, eventually, share):
    page = writing(LONG).page
    eventually(lambda: page.verticalScrollBar().maximum() > 10_000)
    drag_to(page, share)
    gone = set()
    for _ in range(15):
        line = line_at(page, page.viewport().height() // 3)
        before = height_of(page, line)
        turn(page, 120)
        after = height_of(page, line)
        QApplication.processEvents()
        assert height_of(page, line) == after  # painting moves nothing
        gone.add(after - before)
    assert len(gone) == 1
    assert gone.pop() > 0


@pytest.mark.parametrize("body", [LONG, USUAL])
def test_a_story_comes_back_at_its_place_after_a_short_one(
    writing, store, click_story, eventually, body
):
    other = store.stories.save(Story(headline="Pendek", body=SHORT))
    window = writing(body)
    page, long = window.page, window.desk.story
    eventually(lambda: page.verticalScrollBar().maximum() > 1_000)
    drag_to(page, 0.55)
    line = line_at(page, 200)
    seen_at = height_of(page, line)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id and page.body.text() == SHORT)
    QApplication.processEvents()
    click_story(window, long.id)
    eventually(lambda: page.body.text() == body and page.verticalScrollBar().value() > 0)
    assert height_of(page, line) == pytest.approx(seen_at, abs=1)


@pytest.mark.parametrize("body", [LONG, USUAL])
def test_in_another_session_the_same_line_is_at_the_top(writing, open_window, eventually, body):
    window = writing(body)
    width = window.page.body.width()
    window.resize(790, 590)  # no larger than the screen, or it would come back smaller
    eventually(lambda: window.page.body.width() < width)
    eventually(lambda: window.page.verticalScrollBar().maximum() > 1_000)
    drag_to(window.page, 0.55)
    line = line_at(window.page, 2)
    seen_at = height_of(window.page, line)
    window.close()
    again = open_window().page
    eventually(lambda: again.verticalScrollBar().value() > 0)
    eventually(lambda: line_at(again, 2) == line)
    eventually(lambda: abs(height_of(again, line) - seen_at) <= 1)


def test_who_scrolls_at_once_is_not_taken_back_when_the_column_changes(writing, eventually):
    window = writing(LONG)
    page, width = window.page, window.page.body.width()
    eventually(lambda: page.verticalScrollBar().maximum() > 10_000)
    page.view.open_at(0)
    QApplication.processEvents()
    drag_to(page, 0.5)
    window.resize(790, 590)
    eventually(lambda: page.body.width() < width)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() > 5_000


@pytest.mark.parametrize("body", [LONG, USUAL])
def test_in_a_column_of_another_width_too(writing, eventually, body):
    window = writing(body)
    page = window.page
    eventually(lambda: page.verticalScrollBar().maximum() > 1_000)
    drag_to(page, 0.55)
    line, place, width = line_at(page, 2), page.view.place(), page.body.width()
    window.resize(790, 590)
    eventually(lambda: page.body.width() < width)
    drag_to(page, 0)
    page.view.open_at(place)
    eventually(lambda: page.verticalScrollBar().value() > 0)
    assert line_at(page, 2) == line
