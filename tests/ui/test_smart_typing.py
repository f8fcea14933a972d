"""Keys that become what good printing has, and that can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.app import Newsroom
from newsroom.language.typography import Style

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def window(launch, dismiss, tmp_path_factory):
    """One window for all these tests: each sets its own text."""
    opened = launch(Newsroom(tmp_path_factory.mktemp("data")))
    opened.actions_["new"].trigger()
    yield opened
    dismiss(opened)


@pytest.fixture
def body(window, eventually):
    eventually(lambda: window.aids.is_ready)
    window.activateWindow()
    window.page.body.setFocus()
    window.page.body.set_text("")
    return window.page.body


def undo(body) -> None:
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)


def test_quotes_amounts_and_blanks_are_put_right_while_typing(body):
    QTest.keyClicks(body, '"Biayanya Rp 1500000 sejak 20 Juni," kata Karta -- lalu pergi.')
    assert body.text() == "“Biayanya Rp1.500.000 sejak 20\u00a0Juni,” kata Karta – lalu pergi."


def test_undo_right_after_gives_what_was_typed_and_it_stays_so(body):
    QTest.keyClicks(body, 'Kata "')
    assert body.text() == "Kata “"
    undo(body)
    assert body.text() == 'Kata "'
    QTest.keyClicks(body, 'siap" itu')
    assert body.text() == 'Kata "siap" itu'


def test_an_amount_taken_back_is_not_changed_again_by_the_next_key(body):
    QTest.keyClicks(body, "Bayar Rp 1500000 ")
    assert body.text() == "Bayar Rp1.500.000 "
    undo(body)
    assert body.text() == "Bayar Rp 1500000 "
    assert body.textCursor().atEnd()
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    QTest.keyClicks(body, ", lalu")
    assert body.text() == "Bayar Rp 1500000, lalu"


def test_a_mark_that_is_deleted_and_typed_again_is_put_right_again(body):
    QTest.keyClicks(body, 'Kata "')
    undo(body)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    QTest.keyClicks(body, '"')
    assert body.text() == "Kata “"


def test_what_is_typed_after_a_change_is_undone_before_it(body):
    QTest.keyClicks(body, 'Kata "siap')
    undo(body)
    assert body.text() == "Kata “"
    undo(body)
    assert body.text() == 'Kata "'
    QTest.keyClick(body, Qt.Key.Key_Y, CONTROL)
    QTest.keyClick(body, Qt.Key.Key_Y, CONTROL)
    assert body.text() == "Kata “siap"


def test_places_are_counted_right_behind_signs_of_two_units(body):
    QTest.keyClicks(body, "x")
    body.set_text("🙂 ")
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, 'Rp 2000 dan "')
    assert body.text() == "🙂 Rp2.000 dan “"


def test_a_dead_key_brings_quotes_too(body):
    event = QInputMethodEvent()
    event.setCommitString('"')
    QApplication.sendEvent(body, event)
    assert body.text() == "“"


def test_headlines_are_typed_so_too(window, body):
    headline = window.page.headline
    headline.setFocus()
    headline.set_text("")
    QTest.keyClicks(headline, "Warga 'Boyong' Pulang")
    assert headline.text() == "Warga ‘Boyong’ Pulang"


def test_the_action_turns_it_off_and_on_again(window, body):
    window.actions_["smart_typing"].trigger()
    QTest.keyClicks(body, '"Rp 2000 ')
    assert body.text() == '"Rp 2000 '
    window.actions_["smart_typing"].trigger()
    QTest.keyClicks(body, "'")
    assert body.text() == '"Rp 2000 ‘'


def test_a_house_may_want_straight_quotes(window, body):
    window.aids.use_style(Style(curly_quotes=False))
    QTest.keyClicks(body, '"Rp 2000" ')
    window.aids.use_style(Style())
    assert body.text() == '"Rp2.000" '


def test_what_was_turned_off_stays_off_after_a_restart(open_window, eventually):
    window = open_window()
    window.actions_["smart_typing"].trigger()
    window.close()
    window = open_window()
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story is not None and window.aids.is_ready)
    assert not window.actions_["smart_typing"].isChecked()
    window.page.body.setFocus()
    QTest.keyClicks(window.page.body, '"Siap"')
    assert window.page.body.text() == '"Siap"'
