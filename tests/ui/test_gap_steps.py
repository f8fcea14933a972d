"""The gap between two paragraphs: cursor and mouse pass it, what comes into it is its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest

BODY = "Satu di sini.\n\nDua di sini.\n\nTiga."
SECOND = BODY.index("Dua")
KEY = Qt.Key


def go(body, position: int) -> None:
    cursor = body.textCursor()
    cursor.setPosition(position)
    body.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (3, KEY.Key_Down, SECOND + 3),
        (SECOND + 3, KEY.Key_Up, 3),
        (SECOND - 2, KEY.Key_Right, SECOND),
        (SECOND, KEY.Key_Left, SECOND - 2),
    ],
)
def test_keys_step_from_paragraph_to_paragraph(writing, eventually, start, key, end):
    body = writing(BODY).page.body
    eventually(body.hasFocus)
    go(body, start)
    QTest.keyClick(body, key)
    # Letters are not all of one width.
    near = key in (KEY.Key_Up, KEY.Key_Down)
    assert abs(body.textCursor().position() - end) <= near
    go(body, start)
    QTest.keyClick(body, key, Qt.KeyboardModifier.ShiftModifier)
    cursor = body.textCursor()
    assert cursor.anchor() == start
    assert abs(cursor.position() - end) <= near


def test_a_place_to_write_between_two_gaps_is_not_passed(writing, eventually):
    body = writing(BODY).page.body
    eventually(body.hasFocus)
    go(body, SECOND - 2)
    QTest.keyClick(body, KEY.Key_Return)
    assert body.text() == "Satu di sini.\n\n\n\nDua di sini.\n\nTiga."
    QTest.keyClicks(body, "Baru.")
    assert body.text() == "Satu di sini.\n\nBaru.\n\nDua di sini.\n\nTiga."


@pytest.mark.parametrize(("above", "written"), [(True, "Satu"), (False, "Dua")])
def test_a_click_into_the_gap_is_one_into_the_nearer_paragraph(writing, eventually, above, written):
    body = writing(BODY).page.body
    eventually(body.hasFocus)
    gap = body.lines.blockBoundingRect(body.document().findBlock(SECOND - 1)).toRect()
    at = QPoint(gap.left(), gap.top() + 1 if above else gap.bottom() - 1)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(body, "X")
    assert body.text() == BODY.replace(written, f"X{written}")


def test_what_is_let_go_in_the_gap_is_a_paragraph_and_one_step(writing, eventually):
    body = writing(BODY).page.body
    eventually(body.hasFocus)
    go(body, SECOND - 1)
    web = QMimeData()
    web.setHtml("<p>Isi <b>tebal</b></p>")
    web.setText("Isi tebal")
    body.insertFromMimeData(web)
    assert body.text() == BODY.replace("\n\nDua", "\n\nIsi **tebal**\n\nDua")
    QTest.keySequence(body, "Ctrl+Z")
    assert body.text() == BODY
