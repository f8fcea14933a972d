"""Alt with a letter that is no shortcut does nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

ALT, CONTROL, META, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.mark.parametrize("key", ["q", "Q", "5", '"', "ß"])
@pytest.mark.parametrize("held", [ALT, META])
def test_nothing_is_written_in_the_story(writing, key, held):
    window = writing("Isi.")
    for field in (window.page.body, window.page.headline):
        before = field.text()
        field.setFocus()
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_unknown, key, held)
        assert field.text() == before
        QTest.keyClicks(field, key)
        assert field.text() != before


@pytest.mark.parametrize("place", ["search", "editor", "find"])
def test_nor_in_any_other_field(writing, place):
    window = writing("Isi.")
    if place == "find":
        QTest.keyClick(window.page.body, Qt.Key.Key_F, CONTROL)
    else:
        fields = {"search": window.queue.search, "editor": window.inspector.data.field("editor")}
        fields[place].setFocus()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Q, ALT)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Q)
    assert field.text() == "q"


def test_alt_gr_still_writes(writing):
    window = writing("")
    QTest.sendKeyEvent(QTest.KeyAction.Click, window.page.body, Qt.Key.Key_At, "@", ALT | CONTROL)
    assert window.page.body.text() == "@"
