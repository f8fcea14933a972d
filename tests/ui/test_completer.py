"""Names that go on by themselves: dim behind the cursor, taken with Tab, never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.aids.ghost import Ghost

CONTROL = Qt.KeyboardModifier.ControlModifier
BODY = "Bupati Karta Wijaya datang. Warga menyambut Karta Wijaya. Ia senang."


def offered(field) -> str:
    """Return what is seen behind the cursor."""
    ghosts = [ghost for ghost in field.findChildren(Ghost) if ghost.isVisible()]
    return ghosts[0].text if ghosts else ""


@pytest.fixture
def body(writing, eventually):
    window = writing(BODY)
    eventually(lambda: window.aids.completing.after("kata Kar"))
    edit = window.page.body
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    return edit


def test_a_name_of_the_story_is_gone_on_with_by_tab(body):
    QTest.keyClicks(body, " Kata Ka")
    assert offered(body) == ""
    QTest.keyClicks(body, "r")
    assert offered(body) == "ta Wijaya"
    assert body.text() == f"{BODY} Kata Kar"
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.text() == f"{BODY} Kata Karta Wijaya"
    assert offered(body) == ""
    assert body.hasFocus()
    QTest.keyClicks(body, ", lalu")
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert body.text() == f"{BODY} Kata Kar"


def test_typing_on_leaves_it_behind(body):
    QTest.keyClicks(body, " Kata Kart")
    assert offered(body) == "a Wijaya"
    QTest.keyClicks(body, "ox")
    assert offered(body) == ""
    QTest.keyClicks(body, "i")
    assert body.text().endswith("Kata Kartoxi")


def test_places_of_the_lists_are_known(body):
    QTest.keyClicks(body, " Ia lahir di Pandeg")
    assert offered(body) == "lang"


def test_escape_hides_it_until_another_word_is_begun(body):
    QTest.keyClicks(body, " Kata Kar")
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert offered(body) == ""
    QTest.keyClicks(body, "t")
    assert offered(body) == ""
    QTest.keyClicks(body, "u Kar")
    assert offered(body) == "ta Wijaya"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Qt.Key.Key_Return, "Kar\n\n"),
        (Qt.Key.Key_Left, "Kar"),
        (Qt.Key.Key_Home, "Kar"),
        (Qt.Key.Key_Space, "Kar "),
        (Qt.Key.Key_Backspace, "Ka"),
    ],
)
def test_other_keys_do_what_they_always_do(body, key, text):
    QTest.keyClicks(body, " Kata Kar")
    QTest.keyClick(body, key)
    assert body.text() == f"{BODY} Kata {text}"
    assert offered(body) == ""


def test_in_the_middle_of_a_line_it_stands_in_a_box(body):
    body.select(len("Bupati Karta Wijaya datang."), len("Bupati Karta Wijaya datang."))
    QTest.keyClicks(body, " Kata Kar")
    assert offered(body) == "ta Wijaya"
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.text().startswith("Bupati Karta Wijaya datang. Kata Karta Wijaya Warga")


def test_it_goes_when_the_keyboard_or_the_mouse_goes_elsewhere(body):
    QTest.keyClicks(body, " Kata Kar")
    body.window().page.headline.setFocus()
    assert offered(body) == ""
    body.setFocus()
    QTest.keyClicks(body, "t")
    assert offered(body)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton)
    assert offered(body) == ""


def test_tab_goes_on_to_the_next_field_of_a_snippet(body, eventually):
    eventually(lambda: body.window().aids._snippets)
    QTest.keyClicks(body, " kt")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClicks(body, "Kar")
    assert offered(body) == ""
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.textCursor().selectedText() == "⟨jabatan⟩"


def test_nothing_is_offered_while_a_menu_is_open(body, eventually):
    QTest.keyClicks(body, " Kata Kar")
    QTest.keyClick(body, Qt.Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: QApplication.activePopupWidget() is not None)
    assert offered(body) == ""
    QApplication.activePopupWidget().close()


def test_names_written_a_moment_ago_are_known(body, eventually):
    QTest.keyClicks(body, " Kini Zulkarta Rekaan bicara. Menurut ")
    eventually(lambda: body.window().aids.completing.after("oleh Zul"))
    QTest.keyClicks(body, "Zul")
    assert offered(body).startswith("karta")


def test_the_action_turns_it_off(body):
    body.window().actions_["complete_names"].trigger()
    QTest.keyClicks(body, " Kata Kar")
    assert offered(body) == ""
