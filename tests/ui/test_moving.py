"""Dragging words by the mouse: no gap where they were, a blank where they come to.

In these texts ⟦ ⟧ is what is dragged, and afterwards what is selected; ‸ is where it is let go.
"""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.app import Newsroom
from newsroom.ui.editor.drag_scroll import DragScroll
from tests.ui.marked_text import look, put, units


@pytest.fixture(scope="module")
def window(launch, dismiss, tmp_path_factory):
    """One window for all these tests: each sets its own text."""
    opened = launch(Newsroom(tmp_path_factory.mktemp("data")))
    opened.actions_["new"].trigger()
    yield opened
    dismiss(opened)


@pytest.fixture
def body(window):
    window.activateWindow()
    window.page.headline.set_text("")
    window.page.body.setFocus()
    return window.page.body


class Dropped(QDropEvent):
    """Words let go: a test's own, as the screen that is not there knows of no dragging."""

    def __init__(self, source, target, to: int, *, ctrl: bool) -> None:
        cursor = QTextCursor(target.document())
        cursor.setPosition(to)
        self.mime = source.createMimeDataFromSelection()
        copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        super().__init__(
            QPointF(target.cursorRect(cursor).center()),
            copy | move,
            self.mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.setDropAction(copy if ctrl else move)
        self.dragged = source.viewport()

    def source(self) -> QWidget:
        return self.dragged


def drag(source, target, to: int, *, ctrl: bool = False) -> None:
    """Let go in a field what is selected in one."""
    event = Dropped(source, target, to, ctrl=ctrl)
    given = event.position().toPoint(), event.possibleActions(), event.mime, event.buttons()
    entering = QDragEnterEvent(*given, event.modifiers())
    QApplication.sendEvent(target.viewport(), entering)
    QApplication.sendEvent(target.viewport(), event)
    assert event.isAccepted()
    if source is not target:
        assert event.dropAction() == Qt.DropAction.CopyAction  # Qt does not cut as well


def drag_in(field, marked: str, *, ctrl: bool = False) -> None:
    put(field, marked)
    drag(field, field, units(re.sub("[⟦⟧]", "", marked).split("‸")[0]), ctrl=ctrl)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Warga ⟦ramai⟧ membaca ‸buku", "Warga membaca ⟦ramai⟧ buku"),
        ("Warga ⟦ramai⟧ membaca‸ buku", "Warga membaca ⟦ramai⟧ buku"),
        ("Warga ⟦ramai ⟧membaca ‸buku", "Warga membaca ⟦ramai⟧ buku"),
        ("Warga⟦ ramai⟧ membaca buku‸", "Warga membaca buku ⟦ramai⟧"),
        ("⟦Ramai⟧ warga membaca‸.", "warga membaca ⟦Ramai⟧."),
        ("Warga membaca ⟦ramai⟧, lalu ‸pulang.", "Warga membaca, lalu ⟦ramai⟧ pulang."),
        ("Warga (⟦juga⟧ anak) membaca ‸buku", "Warga (anak) membaca ⟦juga⟧ buku"),
        ("Warga “⟦juga⟧” membaca ‸buku", "Warga “” membaca ⟦juga⟧ buku"),
        ("Warga “‸membaca” buku ⟦baru⟧", "Warga “⟦baru⟧ membaca” buku"),
        ("‸Warga membaca ⟦ramai⟧", "⟦ramai⟧ Warga membaca"),
        ("- ⟦satu⟧ dua\n- ‸tiga", "- dua\n- ⟦satu⟧ tiga"),
        ("- satu ⟦dua⟧\n‸- tiga", "- satu\n- ⟦dua⟧ tiga"),
        ("Sa⟦tu⟧ dua‸", "Sa dua ⟦tu⟧"),
        ("Warga 🙂 ⟦ramai⟧ membaca ‸buku", "Warga 🙂 membaca ⟦ramai⟧ buku"),
        ("Rp1\xa0⟦juta⟧ dan ‸lagi", "Rp1\xa0dan ⟦juta⟧ lagi"),
    ],
)
def test_words_close_up_behind_and_get_a_blank_where_they_go(body, before, after):
    drag_in(body, before)
    assert look(body) == after
    QTest.keySequence(body, "Ctrl+Z")
    assert body.text() == re.sub("[‸⟦⟧]", "", before)
    QTest.keySequence(body, "Ctrl+Y")
    assert body.text() == re.sub("[⟦⟧]", "", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("‸Satu.\n\n⟦Dua.⟧\n\nTiga.", "⟦Dua.⟧\n\nSatu.\n\nTiga."),
        ("‸Satu.\n\n⟦Dua.\n⟧\nTiga.", "⟦Dua.⟧\n\nSatu.\n\nTiga."),
        ("⟦Satu.⟧\n\nDua.\n\nTiga.‸", "Dua.\n\nTiga.\n\n⟦Satu.⟧"),
        ("Satu.\n‸\nDua.\n\n⟦Tiga.⟧", "Satu.\n\n⟦Tiga.⟧\n\nDua."),
        ("‸Satu.\n\n⟦Dua.\n\nTiga.⟧", "⟦Dua.\n\nTiga.⟧\n\nSatu."),
        ("‸- satu\n- dua\n⟦- tiga⟧", "⟦- tiga⟧\n- satu\n- dua"),
        ("⟦Satu.⟧\n\n- dua\n‸- tiga", "- dua\n\n⟦Satu.⟧\n\n- tiga"),
        ("Satu ‸lagi.\n\n⟦Dua.⟧", "Satu ⟦Dua.⟧ lagi."),
    ],
)
def test_whole_paragraphs_stay_paragraphs(body, before, after):
    drag_in(body, before)
    assert look(body) == after
    QTest.keySequence(body, "Ctrl+Z")
    assert body.text() == re.sub("[‸⟦⟧]", "", before)


def test_words_dragged_with_ctrl_stay_where_they_were_too(body):
    drag_in(body, "Warga ⟦ramai⟧ membaca ‸buku", ctrl=True)
    assert look(body) == "Warga ramai membaca ⟦ramai⟧ buku"


def test_words_let_go_on_themselves_change_nothing(body):
    drag_in(body, "Warga ⟦ra‸mai⟧ membaca")
    assert body.text() == "Warga ramai membaca"
    assert not body.document().isUndoAvailable()


def test_words_go_from_the_body_into_the_headline(window, body):
    put(window.page.headline, "Warga membaca")
    put(body, "Perahu ⟦pustaka⟧ singgah")
    drag(body, window.page.headline, 5)
    assert look(window.page.headline) == "Warga ⟦pustaka⟧ membaca"
    assert body.text() == "Perahu singgah"
    assert window.page.headline.hasFocus()


def test_paragraphs_become_one_line_in_the_headline(window, body):
    put(window.page.headline, "Warga")
    put(body, "⟦Satu.\n\nDua.⟧\n\nTiga.")
    drag(body, window.page.headline, 5)
    assert window.page.headline.text() == "Warga Satu. Dua."
    assert body.text() == "Tiga."


def test_what_is_typed_after_it_is_a_step_of_its_own(body):
    drag_in(body, "Warga ⟦ramai⟧ membaca ‸buku")
    QTest.keyClick(body, Qt.Key.Key_End)
    QTest.keyClicks(body, " tua")
    QTest.keySequence(body, "Ctrl+Z")
    assert body.text() == "Warga membaca ramai buku"


def test_the_page_scrolls_while_something_is_dragged_to_its_edge(window, body, eventually):
    put(body, "\n\n".join(["⟦Satu⟧ di sini.", *["Lagi di sini."] * 80]))
    page, bar = window.page.viewport(), window.page.verticalScrollBar()
    eventually(lambda: bar.maximum() > 400 and bar.value() == 0)
    mime, actions = body.createMimeDataFromSelection(), Qt.DropAction.MoveAction
    rest = actions, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field = body.viewport()

    def hold(height: int) -> None:
        at = field.mapFrom(page, QPoint(page.width() // 2, height))
        QApplication.sendEvent(field, QDragEnterEvent(at, *rest))
        QApplication.sendEvent(field, QDragMoveEvent(at, *rest))

    hold(page.height() - 5)
    eventually(lambda: bar.value() > 200)
    hold(5)
    eventually(lambda: bar.value() < 100)
    hold(page.height() // 2)
    assert not window.page.findChild(DragScroll).is_scrolling
    hold(page.height() - 5)
    QApplication.sendEvent(field, QDragLeaveEvent())
    assert not window.page.findChild(DragScroll).is_scrolling


def test_the_page_stays_where_it_was_let_go(window, body, eventually):
    put(body, "\n\n".join(["⟦Satu⟧ di sini.", *["Lagi di sini."] * 80]))
    bar = window.page.verticalScrollBar()
    eventually(lambda: bar.maximum() > 800)
    bar.setValue(800)
    seen = body.cursorForPosition(body.viewport().mapFrom(window.page, QPoint(200, 300)))
    at = bar.value()
    drag(body, body, seen.block().position())
    assert bar.value() == at
    QTest.keySequence(body, "Ctrl+Z")
    assert body.text().startswith("Satu di sini.\n\nLagi")
