"""A key paints only what it changes; all the rest must be as it would be painted now."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = (
    "Warga **membaca buku** di perahu yang efesien, kata *petugas* di desa itu. "
    "Perahu membaca membaca warga, lalu warga warga singgah setiap pekan di dermaga. "
    "> bukan kutipan, dan [tautan](https://contoh.invalid) pun ada. "
) * 3
KEYS = ["a", " ", "*", ".", "efesien ", "di di ", "membaca", ", ", "> "]
MOVES = [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home]


def on_screen(body) -> QImage:
    window, view = body.window(), body.viewport()
    place = QRect(view.mapTo(window, QPoint()), view.size()) & window.rect()
    return window.screen().grabWindow(window.winId()).toImage().copy(place)


def marks_of(body) -> list:
    block, found = body.document().begin(), []
    while block.isValid():
        found += [(one.start, one.length) for one in block.layout().formats()]
        block = block.next()
    return found


@pytest.mark.parametrize("seed", range(4))
def test_what_is_painted_by_parts_is_what_is_painted_whole(writing, eventually, seed):
    chance = random.Random(seed)
    QApplication.setCursorFlashTime(0)
    window = writing(f"{TEXT}\n\n> {TEXT}\n\n- {TEXT}")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    body = window.page.body
    cursor = body.textCursor()
    cursor.setPosition(chance.choice([300, 700, 1100]))
    body.setTextCursor(cursor)
    for _ in range(25):
        if chance.random() < 0.6:
            QTest.keyClicks(body, chance.choice(KEYS))
        else:
            QTest.keyClick(body, chance.choice(MOVES))
        before = None
        while before != marks_of(body):  # what came of itself meanwhile is no fault of the part
            before = marks_of(body)
            eventually(lambda: window.checks.is_idle and window.is_settled)
            QApplication.processEvents()
            by_parts = on_screen(body)
            body.viewport().update()
            QApplication.processEvents()
        assert not by_parts.isNull()
        assert by_parts == on_screen(body), body.text()


def test_a_mark_that_goes_with_its_last_word_goes_from_all_its_rows(writing, eventually):
    QApplication.setCursorFlashTime(0)
    sentence = "Warga desa yang datang dari hulu dengan perahu " + "besar dan panjang " * 14
    window = writing(f"{sentence.strip()}. {sentence.strip()}.")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    body = window.page.body
    assert max(length for _, length in marks_of(body)) > 250  # said twice
    cursor = body.textCursor()
    cursor.setPosition(len(body.text()) - 3)
    body.setTextCursor(cursor)
    eventually(lambda: window.checks.is_idle and window.is_settled)
    QTest.keyClicks(body, "x")
    assert all(length < 250 for _, length in marks_of(body))
    QApplication.processEvents()
    by_parts = on_screen(body)
    body.viewport().update()
    QApplication.processEvents()
    assert by_parts == on_screen(body)
