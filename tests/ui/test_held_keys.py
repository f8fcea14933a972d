"""What is typed right after a new story was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def test_it_lands_in_the_new_story(writing, store, eventually):
    window = writing("Lama.", headline="Naskah Lama")
    old = window.desk.story.id
    QTest.keyClicks(window.page.body, "Kata ")
    QTest.keyClick(window.page.body, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Judul Baru")
    eventually(lambda: window.page.headline.text() == "Judul Baru")
    QTest.keyClicks(QApplication.focusWidget(), " Lagi")
    eventually(lambda: window.page.headline.text() == "Judul Baru Lagi")
    eventually(lambda: window.desk.is_safe)
    assert store.stories.get(old).headline == "Naskah Lama"
    assert "Judul" not in store.stories.get(old).body
