"""What is typed right after a new story was asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def at_the_keyboard(window, keys: str) -> None:
    """Press keys as the system brings them: to the window, which hands them on."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def at_the_widget(_, keys: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), keys)


@pytest.mark.parametrize("press", [at_the_keyboard, at_the_widget])
def test_it_lands_in_the_new_story(writing, store, eventually, press):
    window = writing("Lama.", headline="Naskah Lama")
    old = window.desk.story.id
    press(window, "Kata ")
    QTest.keyClick(window.page.body, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(window, "Judul Baru")
    eventually(lambda: window.page.headline.text() == "Judul Baru")
    press(window, " Lagi")
    eventually(lambda: window.page.headline.text() == "Judul Baru Lagi")
    eventually(lambda: window.desk.is_safe)
    assert store.stories.get(old).headline == "Naskah Lama"
    assert "Judul" not in store.stories.get(old).body
