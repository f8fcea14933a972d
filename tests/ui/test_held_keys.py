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


CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def to_the_system(window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)


def to_the_widget(_, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.mark.parametrize("press", [to_the_system, to_the_widget])
def test_shortcuts_work_in_the_new_story_in_their_turn(writing, eventually, press):
    window = writing("Lama.", headline="Naskah Lama")
    to_the_widget(window, "x")
    press(window, Qt.Key.Key_N, CONTROL)
    for key in "Judul":
        press(window, key)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_8, CONTROL | SHIFT)
    press(window, Qt.Key.Key_B, CONTROL)
    for key in "tebal":
        press(window, key)
    press(window, Qt.Key.Key_B, CONTROL)
    eventually(lambda: window.page.body.text() == "- **tebal**")
    assert window.page.headline.text() == "Judul"


def test_a_new_story_asked_for_twice_keeps_the_keys_for_the_last(writing, store, eventually):
    window = writing("Lama.", headline="Naskah Lama")
    to_the_widget(window, "x")
    to_the_widget(window, Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Satu")
    to_the_widget(window, Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Dua")
    eventually(lambda: window.page.headline.text() == "Dua")
    eventually(lambda: window.desk.is_safe)
    assert {story.headline for story in store.stories.list()} == {"Naskah Lama", "Satu", "Dua"}
