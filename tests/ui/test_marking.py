"""Marks always, when asked for, or never; and what is said when the pointer rests on one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from newsroom.ui.editor.suggestion_menu import SuggestionMenu

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def words(underlined):
    """Says what is underlined in a field."""
    return lambda field: [word for _, word in underlined(field)]


@pytest.fixture
def marked(writing, words, eventually):
    """Opens a story and waits until its words are underlined."""

    def opener(body: str = "Kerja efesien dan mensukseskan."):
        window = writing(body)
        eventually(lambda: window.checks.is_idle and window.is_settled and words(window.page.body))
        return window

    return opener


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.page.body, key, modifiers)


def status(window) -> list[str]:
    return [label.text() for label in window.status_line.findChildren(QLabel) if label.isVisible()]


def rest_on(edit, position: int) -> str:
    """Let the pointer rest on a letter of a field; return what is said."""
    cursor = edit.textCursor()
    cursor.setPosition(position)
    place = edit.cursorRect(cursor).center() + QPoint(2, 0)
    where = edit.viewport().mapToGlobal(place)
    QApplication.sendEvent(edit.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.fixture(autouse=True)
def no_tip_left():
    yield
    QToolTip.hideText()


def test_control_f7_goes_round_the_modes(marked, words, eventually):
    window = marked()
    body, note = window.page.body, window.inspector.findings.note
    assert "Tanda: langsung" in status(window)
    press(window, KEY.Key_F7, CONTROL)
    assert "Tanda: bila diminta (F7)" in status(window)
    eventually(lambda: words(body) == [])
    assert note.text() == "Tidak ditandai di naskah sampai F7 ditekan. Ctrl+F7 mengubahnya."
    press(window, KEY.Key_F7, CONTROL)
    assert "Tanda: mati" in status(window)
    press(window, KEY.Key_F7)
    assert body.textCursor().selectedText() == "efesien"
    assert words(body) == []
    assert note.text() == "Tidak ditandai di naskah. Ctrl+F7 menandainya lagi."
    assert [f.text for f in window.findings.found if f.text] == ["efesien", "mensukseskan"]
    press(window, KEY.Key_F7, CONTROL)
    eventually(lambda: words(body) == ["efesien", "mensukseskan"])
    assert note.text() == ""
    assert window.banner.text == ""


def test_marks_asked_for_go_with_the_next_edit(marked, words, eventually):
    window = marked()
    body = window.page.body
    press(window, KEY.Key_F7, CONTROL)
    eventually(lambda: words(body) == [])
    press(window, KEY.Key_F7)
    eventually(lambda: words(body) == ["efesien", "mensukseskan"])
    press(window, KEY.Key_1, ALT)  # mending is part of going through them
    eventually(lambda: words(body) == ["mensukseskan"])
    body.select(0, 0)
    QTest.keyClicks(body, "A")
    eventually(lambda: words(body) == [])


def test_mending_from_the_list_is_part_of_going_through_them(marked, words, eventually):
    window = marked()
    body = window.page.body
    press(window, KEY.Key_F7, CONTROL)
    press(window, KEY.Key_F7)
    window.show_tab("findings")
    panel = window.inspector.findings
    eventually(lambda: panel.cards)
    QTest.mouseClick(panel.cards[0].act, Qt.MouseButton.LeftButton)
    assert body.text() == "Kerja efisien dan mensukseskan."
    eventually(lambda: words(body) == ["mensukseskan"])


def test_marks_asked_for_go_with_escape(marked, words, eventually):
    window = marked()
    body = window.page.body
    press(window, KEY.Key_F7, CONTROL)
    press(window, KEY.Key_F7)
    eventually(lambda: words(body) == ["efesien", "mensukseskan"])
    press(window, KEY.Key_Escape)
    eventually(lambda: words(body) == [])


def test_the_mode_is_remembered(marked, words, open_window, eventually):
    window = marked()
    press(window, KEY.Key_F7, CONTROL)
    press(window, KEY.Key_F7, CONTROL)
    window.close()
    window = open_window()
    eventually(lambda: "Tanda: mati" in status(window))
    eventually(lambda: [f for f in window.findings.found if f.text])
    assert words(window.page.body) == []
    assert window.inspector.findings.note.text() != ""


def test_resting_on_a_mark_tells_reason_suggestions_and_source(marked, eventually):
    window = marked()
    eventually(lambda: window.checks.sources)
    body = window.page.body
    said = rest_on(body, 20)
    for part in ("Awalan pada “mensukseskan”", "Alt+1", "menyukseskan", "Sumber: Tata Bahasa"):
        assert part in said
    assert rest_on(body, 8).count("Alt+") > 1
    rest_on(body, 2)
    eventually(lambda: not QToolTip.isVisible())
    press(window, KEY.Key_F7, CONTROL)
    assert rest_on(body, 20) == ""


def note(window) -> str:
    """Return what is said under the selected text, or nothing."""
    label = window.findChild(QLabel, "findingNote")
    return label.text() if label and label.isVisible() else ""


def test_f7_tells_the_reason_in_the_text_where_the_list_is_out_of_sight(marked, eventually):
    window = marked()
    eventually(lambda: window.checks.sources)
    window.actions_["inspector"].trigger()
    press(window, KEY.Key_F7)
    assert window.page.body.textCursor().selectedText() == "efesien"
    assert "Alt+1" in note(window)
    label = window.findChild(QLabel, "findingNote")
    assert label.height() == label.heightForWidth(label.width())  # all of it is to be read
    press(window, KEY.Key_F7)
    assert "Awalan pada “mensukseskan”" in note(window)
    assert label.height() == label.heightForWidth(label.width())
    press(window, KEY.Key_1, ALT)
    assert "menyukseskan" in window.page.body.text()


def test_the_reason_in_the_text_goes_as_soon_as_one_goes_on(marked):
    window = marked()
    body = window.page.body
    window.actions_["inspector"].trigger()
    for go_on in (
        lambda: press(window, KEY.Key_Right),
        lambda: QTest.keyClicks(body, "a"),
        lambda: QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton),
        lambda: window.page.headline.setFocus(),
    ):
        press(window, KEY.Key_F7)
        assert note(window)
        go_on()
        assert not note(window)


def test_f7_leaves_the_telling_to_a_list_in_sight(marked):
    window = marked()
    window.show_tab("findings")
    window.page.body.setFocus()
    press(window, KEY.Key_F7)
    assert not note(window)


def test_alt_1_takes_what_the_tip_says(marked):
    window = marked()
    body = window.page.body
    body.select(0, 0)
    assert rest_on(body, 20)
    press(window, KEY.Key_1, ALT)
    assert body.text() == "Kerja efesien dan menyukseskan."


def test_whoever_goes_on_with_the_keyboard_means_the_cursor_s_place(marked):
    window = marked()
    body = window.page.body
    body.select(0, 0)
    assert rest_on(body, 20)
    press(window, KEY.Key_F7)
    press(window, KEY.Key_1, ALT)
    assert body.text() == "Kerja efisien dan mensukseskan."


def test_a_name_that_the_story_uses_again_is_no_stranger(marked, words, eventually):
    window = marked("Hartini dirumah.\n\n")
    body = window.page.body
    assert words(body) == ["Hartini", "dirumah"]
    body.select(len(body.text()), len(body.text()))
    QTest.keyClicks(body, "Menurut Hartini, warga hadir.")
    window.page.flush()
    eventually(lambda: words(body) == ["dirumah"])
    eventually(lambda: [f.text for f in window.findings.found if f.field == "body"] == ["dirumah"])
    QTest.keySequence(body, window.actions_["undo"].shortcut())
    eventually(lambda: words(body) == ["Hartini", "dirumah"])


def test_the_menu_of_a_mark_tells_the_source_too(marked, eventually):
    window = marked()
    eventually(lambda: window.checks.sources)
    window.page.body.select(20, 20)
    press(window, KEY.Key_Period, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, SuggestionMenu)
    said = [label.text() for label in menu.findChildren(QLabel)]
    assert any("Sumber: Tata Bahasa Baku" in text for text in said)
    menu.close()
