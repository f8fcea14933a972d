"""The field that is left shows no selection any more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.story import Photo

F7, DOWN, TAB = Qt.Key.Key_F7, Qt.Key.Key_Down, Qt.Key.Key_Tab


def selected(window) -> dict[str, str]:
    """Return what is selected, by field."""
    fields = window.reviewing.fields.by_name()
    texts = {name: field.textCursor().selectedText() for name, field in fields.items()}
    return {name: text for name, text in texts.items() if text}


def ready(window) -> bool:
    return len([f for f in window.findings.found if f.text]) >= 3


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_going_on_to_the_next_finding_clears_the_field_left_behind(writing, eventually):
    caption = Photo("a.jpg", "Warga mensukseskan acara.", digest="a" * 64)
    window = writing("Kerja efesien.", headline="Warga Trampil Membaca", photos=(caption,))
    eventually(lambda: ready(window))
    window.page.headline.setFocus()
    seen = []
    for _ in range(3):
        press(F7)
        seen.append(selected(window))
    assert seen == [
        {"headline": "Trampil"}, {"photos[0].caption": "mensukseskan"}, {"body": "efesien"},
    ]  # fmt: skip
    QTest.keyClick(QApplication.focusWidget(), F7, Qt.KeyboardModifier.ShiftModifier)
    assert selected(window) == {"photos[0].caption": "mensukseskan"}


def test_so_does_walking_down_the_list_of_findings(writing, eventually):
    window = writing("Kerja efesien dan dirumah.", headline="Warga Trampil Membaca")
    eventually(lambda: ready(window))
    window.show_tab("findings")
    eventually(lambda: window.inspector.findings.cards)
    window.inspector.findings.cards[0].setFocus()
    press(F7)
    assert selected(window) == {"body": "efesien"}
    for _ in window.findings.found:
        press(F7)
        if "headline" in selected(window):
            break
    assert selected(window) == {"headline": "Trampil"}
