"""How the page is looked at: calm, full screen, typewriter, width and size of the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from newsroom.ui.theme import COLUMN_WIDTH
from newsroom.ui.viewing import WIDTHS
from tests.ui.contrast import contrast

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "\n\n".join(f"Paragraf {n}: warga membaca buku di perahu pustaka." for n in range(60))


def press(window, name: str) -> None:
    QTest.keySequence(window.page.body, window.actions_[name].shortcut())
    QApplication.processEvents()


def wheel(window, turned: int) -> None:
    page = window.page.viewport()
    at = page.mapTo(window, page.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), QPoint(0, turned), QPoint(), CTRL)
    QApplication.processEvents()


def said(window) -> list[str]:
    labels = window.status_line.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


# The calm.


def test_f11_leaves_the_text_and_a_slim_line_alone(writing):
    window = writing(LONG)
    press(window, "focus")
    assert not window.top_bar.isVisible()
    assert not window.queue.isVisible()
    assert not window.inspector.isVisible()
    assert window.status_line.isVisible()
    assert any("Tersimpan" in text for text in said(window))
    assert "Ejaan: Indonesia" not in said(window)
    assert "Esc: keluar dari mode fokus" in said(window)
    assert window.page.body.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_the_calm_is_left_by_f11_or_esc(writing, key):
    window = writing(LONG)
    window.actions_["queue"].trigger()
    press(window, "focus")
    QTest.keyClick(window.page.body, key)
    assert window.top_bar.isVisible()
    assert window.inspector.isVisible()
    assert not window.queue.isVisible()  # was folded before
    assert not window.actions_["focus"].isChecked()
    assert "Ejaan: Indonesia" in said(window)


def test_in_the_calm_all_but_the_paragraph_being_written_is_dim(writing, theme):
    window = writing("Satu paragraf.\n\nParagraf kedua.\n\nYang ketiga.")
    body, page = window.page.body, window.page
    body.select(20, 20)
    press(window, "focus")
    dimmer = page.dimmer
    assert dimmer.isVisible()
    assert dimmer.geometry() == page.viewport().rect()
    place = body.lines.blockBoundingRect(body.document().findBlock(20))
    top = body.viewport().mapTo(page.viewport(), place.topLeft().toPoint()).y()
    assert dimmer.bright().contains(QPoint(5, top + 3))
    assert dimmer.bright().height() < place.height() + 16
    before = dimmer.bright()
    QTest.keyClick(body, Qt.Key.Key_Down)
    assert dimmer.bright().top() > before.bottom() - 13
    page.headline.setFocus()
    assert dimmer.bright().bottom() < before.top()


def test_dimmed_text_can_still_be_read(writing, theme):
    window = writing("Satu paragraf.\n\nParagraf kedua.")
    for dark in (False, True):
        theme.use(dark)
        press(window, "focus")
        drawn = window.page.grab().toImage()
        ground = window.theme.colour("surface")
        headline = window.page.headline
        corner = headline.mapTo(window.page, QPoint(0, 0))
        inks = [
            drawn.pixelColor(corner.x() + x, corner.y() + y) for x in range(300) for y in range(30)
        ]
        assert max(contrast(ink, ground) for ink in inks) >= 4.5
        press(window, "focus")
    theme.use(False)


def test_the_menu_of_all_commands_opens_in_the_calm_too(writing, eventually):
    window = writing(LONG)
    press(window, "focus")
    QTest.keyClick(window.page.body, Qt.Key.Key_F10)
    menu = window.top_bar.more.menu()
    eventually(menu.isVisible)
    menu.close()


# The preview in the page's place.


def test_esc_leaves_the_preview_before_the_full_screen(writing):
    window = writing(LONG)
    press(window, "full_screen")
    press(window, "preview")
    assert not window.page.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert not window.actions_["preview"].isChecked()
    assert window.isFullScreen()
    QTest.keyClick(window.page.body, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


# The full screen.


def test_the_full_screen_is_entered_and_left(writing):
    window = writing(LONG)
    press(window, "full_screen")
    assert window.isFullScreen()
    assert window.actions_["full_screen"].isChecked()
    press(window, "full_screen")
    assert not window.isFullScreen()
    press(window, "full_screen")
    QTest.keyClick(window.page.body, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.actions_["full_screen"].isChecked()


def test_alt_enter_is_the_full_screen_too(writing):
    window = writing(LONG)
    QTest.keyClick(window.page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.isFullScreen()
    assert window.page.body.text() == LONG


# The line that stays.


def test_the_line_being_written_stays_at_one_height(writing, eventually):
    window = writing(LONG)
    page, body = window.page, window.page.body
    window.actions_["typewriter"].trigger()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.processEvents()
    QTest.keyClick(body, Qt.Key.Key_Return)
    QApplication.processEvents()
    at = page.view.cursor_height()
    assert 0.3 < at / page.viewport().height() < 0.55
    for _ in range(4):
        QTest.keyClicks(body, "kata ")
        QTest.keyClick(body, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert abs(page.view.cursor_height() - at) <= 2
    for _ in range(6):
        QTest.keyClick(body, Qt.Key.Key_Up)
        assert abs(page.view.cursor_height() - at) <= 2


def test_a_click_does_not_move_the_text_under_the_mouse(writing, qtbot):
    window = writing(LONG)
    page, body = window.page, window.page.body
    window.actions_["typewriter"].trigger()
    body.select(1500, 1500)
    QApplication.processEvents()
    scroll = page.verticalScrollBar().value()
    row = page.view.cursor_height() + 90
    at = body.viewport().mapFrom(page.viewport(), QPoint(200, row))
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.verticalScrollBar().value() == scroll


def test_without_it_the_line_wanders(writing):
    window = writing(LONG)
    page, body = window.page, window.page.body
    body.select(1500, 1500)
    QApplication.processEvents()
    at = page.view.cursor_height()
    QTest.keyClick(body, Qt.Key.Key_Up)
    QTest.keyClick(body, Qt.Key.Key_Up)
    assert page.view.cursor_height() < at - 20


# The width and the size.


def column_width(window) -> int:
    QApplication.processEvents()
    return window.page.body.width()


def test_the_column_has_three_widths(writing):
    window = writing(LONG)
    window.actions_["queue"].trigger()
    assert column_width(window) == COLUMN_WIDTH
    for name in ("narrow", "wide", "normal"):
        window.actions_[f"width_{name}"].trigger()
        assert column_width(window) == WIDTHS[name]
        on = [name for name in WIDTHS if window.actions_[f"width_{name}"].isChecked()]
        assert on == [name]


def sizes(window) -> dict[str, int]:
    QApplication.processEvents()
    return {name: field.font().pixelSize() for name, field in window.page.fields().items()}


def test_the_text_is_made_larger_and_smaller_by_keys(writing):
    window = writing(LONG)
    usual = sizes(window)
    assert usual["body"] == 17
    QTest.keyClick(window.page.body, Qt.Key.Key_Plus, CTRL)
    assert sizes(window)["body"] == 18
    for _ in range(9):
        QTest.keyClick(window.page.body, Qt.Key.Key_Equal, CTRL)
    assert sizes(window) == {name: 2 * size for name, size in usual.items()}
    assert window.page.body.document().defaultFont().pixelSize() == 34
    for _ in range(12):
        QTest.keyClick(window.page.body, Qt.Key.Key_Minus, CTRL)
    assert sizes(window)["body"] == 13  # 80 percent
    QTest.keyClick(window.page.body, Qt.Key.Key_0, CTRL)
    assert sizes(window) == usual


def test_ctrl_and_the_wheel_change_the_size_and_scroll_nothing(writing):
    window = writing(LONG)
    body, bar = window.page.body, window.page.verticalScrollBar()
    body.select(1500, 1500)
    QApplication.processEvents()
    at = window.page.view.cursor_height()
    wheel(window, 120)
    wheel(window, 120)
    assert sizes(window)["body"] == 21
    QApplication.processEvents()
    assert abs(window.page.view.cursor_height() - at) < 40  # what one reads stays where it is
    wheel(window, -120)
    assert sizes(window)["body"] == 18
    assert bar.value() > 0


def test_the_size_is_shown_and_reset_in_the_status_line(writing):
    window = writing(LONG)
    press(window, "zoom_in")
    button = window.status_line.zoom
    assert button.text() == "110%"
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sizes(window)["body"] == 17
    assert not button.isVisible()


def test_twice_the_size_leaves_nothing_cut_off(writing):
    window = writing(LONG, kicker="Literasi", subheadline="Warga pesisir menyambutnya")
    for _ in range(9):
        press(window, "zoom_in")
    QApplication.processEvents()
    page = window.page
    for field in page.fields().values():
        assert field.width() <= page.viewport().width()
        assert field.height() >= field.document().size().height()
    left = page.body.mapTo(page.viewport(), QPoint(0, 0)).x()
    assert left >= 16
    assert left + page.body.width() <= page.viewport().width() - 16
    assert window.width() == 1366


# Remembered.


def test_the_view_comes_back(writing, open_window, eventually):
    window = writing(LONG)
    for name in ("zoom_in", "width_narrow", "typewriter", "focus"):
        window.actions_[name].trigger()
    window.close()
    again = open_window()
    eventually(lambda: again.desk.story is not None)
    assert sizes(again)["body"] == 18
    assert column_width(again) == WIDTHS["narrow"] * 110 // 100
    assert again.actions_["typewriter"].isChecked()
    assert again.actions_["focus"].isChecked()
    assert not again.top_bar.isVisible()
    assert not again.inspector.isVisible()
    press(again, "focus")
    again.resize(1366, 768)  # the screen has no room for all columns
    assert again.inspector.isVisible()
    assert again.queue.isVisible()


def test_cursor_and_scroll_come_back_at_the_size_they_were_seen_at(
    writing, open_window, eventually
):
    window = writing(LONG)
    window.resize(790, 590)  # no larger than the screen, or it would come back smaller
    for _ in range(4):
        press(window, "zoom_in")
    window.page.body.select(1500, 1500)
    QApplication.processEvents()
    scroll = window.page.verticalScrollBar().value()
    at = window.page.view.cursor_height()
    assert scroll > 0
    window.close()
    again = open_window()
    # Lines not seen yet are estimated, and a column is folded in so narrow a window.
    eventually(lambda: abs(again.page.verticalScrollBar().value() - scroll) < 20)
    assert again.page.body.cursor_offset() == 1500
    assert abs(again.page.view.cursor_height() - at) < 20


@pytest.mark.parametrize("name", ["focus", "queue", "inspector"])
def test_the_cursor_stays_where_it_is_seen_when_the_column_changes(writing, eventually, name):
    window = writing(LONG)
    page = window.page
    for _ in range(5):
        press(window, "zoom_in")
    page.body.select(1500, 1500)
    QApplication.processEvents()
    at = page.view.cursor_height()
    for _ in range(2):
        width = column_width(window)
        press(window, name)
        eventually(lambda width=width: column_width(window) != width)
        eventually(lambda: abs(page.view.cursor_height() - at) < 20)


def test_the_column_does_not_move_when_the_scroll_bar_comes(writing, eventually):
    window = writing("Pendek.")
    page = window.page
    assert not page.verticalScrollBar().isVisible()
    left = page.body.mapTo(window, QPoint(0, 0)).x()
    page.body.insertPlainText(LONG)
    eventually(page.verticalScrollBar().isVisible)
    eventually(lambda: page.body.mapTo(window, QPoint(0, 0)).x() == left)
