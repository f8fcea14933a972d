"""Ctrl+J puts right the word just typed and leaves the cursor where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

CONTROL = Qt.KeyboardModifier.ControlModifier


def ctrl_j(field) -> None:
    QTest.keyClick(field, Qt.Key.Key_J, CONTROL)


def test_a_word_typed_a_moment_ago_is_put_right_once_it_is_checked(writing, paste, eventually):
    window = writing()
    body = window.page.body
    paste(body, "🙂 ")
    QTest.keyClicks(body, "kerja efesien")
    ctrl_j(body)
    QTest.keyClicks(body, " dan")  # nobody has to wait
    eventually(lambda: body.text() == "🙂 kerja efisien dan")
    QTest.keyClicks(body, " cepat")
    assert body.text() == "🙂 kerja efisien dan cepat"


def test_it_is_one_undo_step_of_its_own(writing, eventually):
    window = writing()
    body = window.page.body
    QTest.keyClicks(body, "Kerja efesien itu")
    eventually(lambda: window.checks.is_idle)
    ctrl_j(body)
    eventually(lambda: body.text() == "Kerja efisien itu")
    QTest.keyClicks(body, " baik")
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert body.text() == "Kerja efisien itu"
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert body.text() == "Kerja efesien itu"
    assert body.textCursor().atEnd()


def test_again_it_puts_right_the_finding_before_that(writing, eventually):
    window = writing("Ia trampil dan efesien.")
    body = window.page.body
    body.select(23, 23)
    eventually(lambda: window.checks.is_idle)
    ctrl_j(body)
    eventually(lambda: body.text() == "Ia trampil dan efisien.")
    eventually(lambda: window.checks.is_idle)
    ctrl_j(body)
    eventually(lambda: body.text() == "Ia terampil dan efisien.")
    assert body.cursor_offset() == 24


def test_headlines_too(writing, eventually):
    window = writing("Isi.", headline="")
    headline = window.page.headline
    headline.setFocus()
    QTest.keyClicks(headline, "Warga trampil")
    ctrl_j(headline)
    eventually(lambda: headline.text() == "Warga terampil")


def test_where_nothing_is_wrong_it_says_so(writing, eventually, qtbot):
    window = writing("Semua baik.")
    body = window.page.body
    body.select(11, 11)
    eventually(lambda: window.checks.is_idle)
    ctrl_j(body)
    eventually(lambda: "usul" in window.banner.text)
    assert body.text() == "Semua baik."
