"""Lines as long as a transcript without breaks: written in, marked and clicked like any other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.editor.suggestion_menu import SuggestionMenu
from newsroom.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = "Warga di perahu itu singgah dan membaca buku setiap pekan. " * 200


@pytest.fixture
def waves(theme: Theme):
    """Says from where to where the row of a place is underlined as wrong, in pixels."""

    def look(body, position: int) -> tuple[int, int] | None:
        wanted = QColor(theme.colour("error"))
        row = _rect(body, position)
        place = QRect(0, row.center().y(), body.viewport().width(), row.height())
        picture = body.viewport().grab(place).toImage()
        coloured = [
            x
            for x in range(picture.width())
            if any(_is_near(picture.pixelColor(x, y), wanted) for y in range(picture.height()))
        ]
        return (coloured[0], coloured[-1]) if coloured else None

    return look


@pytest.fixture
def marked(waves):
    """Says whether a word, and no other in its row, is underlined on the screen."""

    def look(body, start: int, word: str) -> bool:
        left, right = _rect(body, start).left(), _rect(body, start + len(word)).left()
        found = waves(body, start)
        return found is not None and abs(found[0] - left) < 4 and abs(found[1] - right) < 4

    return look


def _rect(body, position: int) -> QRect:
    cursor = QTextCursor(body.document())
    cursor.setPosition(position)
    return body.cursorRect(cursor)


def _is_near(one: QColor, other: QColor) -> bool:
    """Say whether a colour is the other, or lies between it and the ground at its edges."""
    return one.hslSaturation() > 60 and abs(one.hslHue() - other.hslHue()) < 20


def go_to(body, position: int) -> None:
    cursor = body.textCursor()
    cursor.setPosition(position)
    body.setTextCursor(cursor)


def test_wrong_words_are_underlined_and_no_others(writing, eventually, marked, waves):
    body = writing(LINE[:118] + "Itu efesien sekali. " + LINE).page.body
    eventually(lambda: marked(body, 122, "efesien"))
    assert waves(body, 20) is None


def test_an_underlined_word_keeps_its_mark_while_the_line_is_written_in(
    writing, eventually, marked
):
    window = writing(LINE[:118] + "Itu efesien sekali. " + LINE)
    body = window.page.body
    eventually(lambda: marked(body, 122, "efesien"))
    go_to(body, 59)
    QTest.keyClicks(body, "Baru ")
    assert not window.checks.is_idle
    assert marked(body, 127, "efesien")


def test_a_word_is_judged_once_it_is_left(writing, eventually, marked, waves):
    window = writing(LINE)
    body = window.page.body
    go_to(body, 59)
    QTest.keyClicks(body, "efesien")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    assert waves(body, 62) is None
    QTest.keyClicks(body, " ")
    eventually(lambda: marked(body, 59, "efesien"))


def test_marks_can_be_hidden_and_shown(writing, eventually, marked, waves):
    window = writing(LINE[:118] + "Itu efesien sekali. " + LINE)
    body = window.page.body
    eventually(lambda: marked(body, 122, "efesien"))
    window.checks.show_marks(False)
    eventually(lambda: waves(body, 122) is None)
    window.checks.show_marks(True)
    eventually(lambda: marked(body, 122, "efesien"))


def test_a_suggestion_is_taken_deep_in_the_line_and_behind_emoji(writing, eventually):
    start = "🙂 " * 20 + LINE + "Itu "
    window = writing(start + "efesien sekali. " + LINE)
    body = window.page.body
    eventually(lambda: window.checks.is_idle and window.is_settled)
    body.select(len(start) + 3, len(start) + 3)
    QTest.keyClick(body, Qt.Key.Key_Period, CONTROL)
    eventually(lambda: isinstance(QApplication.activePopupWidget(), SuggestionMenu))
    menu = QApplication.activePopupWidget()
    menu.setActiveAction(next(one for one in menu.actions() if "efisien" in one.text()))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    eventually(lambda: body.text() == start + "efisien sekali. " + LINE)


def test_the_cursor_goes_to_where_the_line_is_clicked(writing):
    window = writing(LINE + "🙂 " + LINE)
    body = window.page.body
    for at in (0, 57, 5_001, len(LINE) + 3, 2 * len(LINE) - 1):
        go_to(body, at)
        place = body.cursorRect().center()
        go_to(body, 20)
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(1, 0))
        assert body.textCursor().position() == at


def test_keys_lead_from_row_to_row_and_to_the_end(writing):
    body = writing(LINE).page.body
    go_to(body, 6_000)
    before = body.cursorRect()
    QTest.keyClick(body, Qt.Key.Key_Down)
    below = body.cursorRect()
    assert below.top() > before.top()
    assert abs(below.left() - before.left()) < 12
    QTest.keyClick(body, Qt.Key.Key_Up)
    assert body.textCursor().position() == 6_000
    QTest.keyClick(body, Qt.Key.Key_End)
    assert body.cursorRect().top() == before.top()
    QTest.keyClick(body, Qt.Key.Key_End, CONTROL)
    assert body.textCursor().position() == len(LINE)
    assert body.cursorRect().top() > body.height() - 60


def test_what_an_input_method_composes_moves_the_marks_aside(writing, eventually, marked, waves):
    body = writing(LINE[:118] + "Itu efesien sekali. " + LINE).page.body
    eventually(lambda: marked(body, 122, "efesien"))
    before = waves(body, 122)
    go_to(body, 118)
    QApplication.sendEvent(body, QInputMethodEvent("にほん", []))
    left, right = waves(body, 122)
    assert left > before[0] + 20
    assert abs((right - left) - (before[1] - before[0])) < 4
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    assert marked(body, 122, "efesien")
    assert body.text() == LINE[:118] + "Itu efesien sekali. " + LINE


def test_a_line_grows_past_what_is_long_and_shrinks_again(writing, eventually, marked):
    body = writing("Itu efesien sekali. ").page.body
    go_to(body, 20)
    body.insertPlainText(LINE)
    eventually(lambda: marked(body, 4, "efesien"))
    for _ in range(2):
        body.undo()
        eventually(lambda: marked(body, 4, "efesien"))
        body.redo()
        eventually(lambda: marked(body, 4, "efesien"))
