"""A small screen with large text: what does not fit is folded, nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo
from newsroom.ui.dialogs.palette import CommandPalette
from newsroom.ui.dialogs.photo_editor.dialog import PhotoEditor
from newsroom.ui.dialogs.sizes import resize_in_screen

HALF = 683, 384  # a screen of 1366×768 whose text is twice as large
LONG_LEAD = "Warga membaca buku di perahu pustaka setiap sore. " * 6


@pytest.fixture
def small(writing):
    """The window on a small screen, with warnings of all kinds on the page."""
    window = writing(LONG_LEAD, headline="Kata " * 20, photos=(Photo("", caption="Warga."),))
    window.resize(*HALF)
    QApplication.processEvents()
    return window


def is_whole(widget: QWidget) -> bool:
    """Say whether a widget lies within the window from edge to edge."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().contains(place)


def open_columns(window) -> dict[str, bool]:
    columns = {"queue": window.columns.left, "inspector": window.columns.right}
    told = {name: window.actions_[name].isChecked() for name in columns}
    assert told == {name: column.isVisible() for name, column in columns.items()}
    return told


def test_the_window_becomes_as_narrow_as_the_screen(small):
    assert (small.width(), small.height()) == HALF


def test_stories_are_folded_first(small):
    assert open_columns(small) == {"queue": False, "inspector": True}
    assert is_whole(small.columns.right)


def test_with_no_story_open_the_list_stays(window):
    window.resize(*HALF)
    QApplication.processEvents()
    assert open_columns(window) == {"queue": True, "inspector": False}


def test_no_text_is_cut_off_on_the_page(small):
    page = small.page
    for name in ("queue", "inspector"):
        if not small.actions_[name].isChecked():
            small.actions_[name].trigger()
        QApplication.processEvents()
        assert page.widget().width() <= page.viewport().width()


@pytest.mark.parametrize("tab", ["data", "photos", "findings"])
def test_no_field_is_cut_off_in_the_inspector(small, eventually, tab):
    small.show_tab(tab)
    eventually(lambda: small.checks.is_idle and small.is_settled)
    panel = getattr(small.inspector, tab)
    assert panel.widget().width() <= panel.viewport().width()


def test_the_column_that_is_asked_for_stays(small):
    small.actions_["queue"].trigger()
    assert open_columns(small) == {"queue": True, "inspector": False}
    small.show_tab("photos")
    assert open_columns(small) == {"queue": False, "inspector": True}
    small.find_story()
    assert open_columns(small) == {"queue": True, "inspector": False}


def test_what_was_folded_comes_back_with_the_room(small):
    small.resize(1366, 768)
    assert open_columns(small) == {"queue": True, "inspector": True}


def test_what_a_person_has_folded_does_not_come_back(small):
    small.actions_["inspector"].trigger()
    small.resize(1366, 768)
    assert open_columns(small) == {"queue": True, "inspector": False}


def test_no_column_comes_out_in_the_calm(small):
    small.actions_["focus"].trigger()
    small.resize(1366, 768)
    assert not small.columns.left.isVisible()
    small.actions_["focus"].trigger()
    assert open_columns(small) == {"queue": True, "inspector": True}


def test_a_folded_column_is_remembered_as_open(small, open_window, eventually):
    small.close()
    again = open_window()
    again.resize(1366, 768)
    eventually(lambda: all(open_columns(again).values()))


def test_the_bar_keeps_what_matters_most(small):
    bar = small.top_bar
    assert is_whole(bar.more)
    assert is_whole(bar._step)
    seen = [part for part in bar.findChildren(QWidget) if part.isVisible()]
    assert all(is_whole(part) for part in seen)
    small.resize(1366, 768)
    formats = [b for b in bar.findChildren(QWidget) if b.accessibleName() == "Tebal"]
    assert is_whole(formats[0])


def test_a_dialog_opens_no_larger_than_its_screen(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    resize_in_screen(dialog, room.width() + 200, 300)
    assert dialog.width() == room.width()
    assert dialog.height() == 300
    resize_in_screen(dialog, 300, room.height() + 200)
    assert dialog.height() < room.height()


def test_the_photo_editor_fits_a_small_screen(qtbot, theme):
    editor = PhotoEditor(theme, PhotoEdits())
    qtbot.addWidget(editor)
    editor.resize(640, 320)
    editor.show()
    assert (editor.width(), editor.height()) == (640, 320)
    tools = [b for b in editor.tools.findChildren(QWidget) if b.isVisible()]
    assert all(is_whole(tool) for tool in tools)
    assert editor.tools._tools["blur"].text() == ""
    assert editor.tools._tools["blur"].accessibleName() == "Samarkan"
    editor.resize(1100, 600)
    QApplication.processEvents()
    assert editor.tools._tools["blur"].text() == "Samarkan"


def test_the_list_of_commands_ends_within_the_window(small):
    small.actions_["palette"].trigger()
    palette = small.findChild(CommandPalette)
    assert is_whole(palette)
    assert is_whole(palette.list)
