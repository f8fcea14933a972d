"""The bin as a person uses it: seen, brought back from, emptied, and never by mistake."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from newsroom.store import database
from newsroom.store.place import DATABASE
from newsroom.story.story import Story
from newsroom.ui.dialogs.bin_dialog import BinDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(writing, store, eventually):
    """Opens the bin of a window with so many stories in it, the last thrown away on top."""

    def opener(count: int = 3):
        for number in range(count):
            story = store.stories.save(Story(headline=f"Lama {number}", body="Warga panen."))
            store.stories.discard(story.id)
        window = writing("Isi.", headline="Tetap")
        window.actions_["bin"].trigger()
        eventually(lambda: shown(window))
        dialog = shown(window)
        eventually(lambda: dialog.stories.rowCount() == count and dialog.isActiveWindow())
        return window, dialog

    return opener


def shown(window) -> BinDialog | None:
    return next((d for d in window.findChildren(BinDialog) if d.isVisible()), None)


def question(dialog) -> QMessageBox | None:
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def answer(dialog, text: str) -> None:
    next(b for b in question(dialog).buttons() if b.text() == text).click()


def rows(dialog) -> list[tuple[str, ...]]:
    model = dialog.stories
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def binned(store) -> list[str]:
    return [one.story.headline for one in store.stories.bin()]


def test_what_is_in_it_is_shown_with_the_days_that_are_left(opened):
    _, dialog = opened()
    assert [(title, left) for title, _, left in rows(dialog)] == [
        ("Lama 2", "30 hari"), ("Lama 1", "30 hari"), ("Lama 0", "30 hari"),
    ]  # fmt: skip
    spoken = dialog.stories.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lama 2. Dibuang ")
    assert spoken.endswith("Sisa waktu 30 hari.")


def test_one_is_brought_back_by_enter(opened, store, eventually):
    window, dialog = opened()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    eventually(lambda: dialog.message.text() == "1 naskah kembali ke daftar.")
    eventually(lambda: dialog.stories.rowCount() == 2)
    assert binned(store) == ["Lama 2", "Lama 0"]
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    assert dialog.table.hasFocus()


def test_several_are_brought_back_together(opened, store, eventually):
    _, dialog = opened()
    QTest.keyClick(dialog.table, Qt.Key.Key_A, CTRL)
    assert dialog.restore.text() == "Pulihkan 3 naskah"
    dialog.restore.click()
    eventually(lambda: dialog.stories.rowCount() == 0)
    assert binned(store) == []
    assert len(store.stories.list()) == 4
    assert not dialog.restore.isEnabled()
    assert not dialog.empty.isEnabled()


def test_deleting_asks_and_enter_deletes_nothing(opened, store, eventually):
    _, dialog = opened()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert question(dialog).text() == "Hapus “Lama 2” untuk selamanya?"
    eventually(question(dialog).isActiveWindow)
    QTest.keyClick(question(dialog), Qt.Key.Key_Return)
    assert question(dialog) is None
    assert len(binned(store)) == 3
    dialog.delete.click()
    answer(dialog, "Hapus selamanya")
    eventually(lambda: dialog.message.text() == "1 naskah dihapus.")
    assert binned(store) == ["Lama 1", "Lama 0"]


def test_it_is_emptied_and_nothing_else_goes(opened, store, eventually):
    _, dialog = opened(120)
    dialog.empty.click()
    assert question(dialog).text() == "Kosongkan keranjang? 120 naskah dihapus untuk selamanya."
    answer(dialog, "Kosongkan")
    eventually(lambda: dialog.message.text() == "120 naskah dihapus.")
    assert binned(store) == []
    assert [one.headline for one in store.stories.list()] == ["Tetap"]


def test_an_empty_bin_says_what_it_is_for(opened, eventually):
    _, dialog = opened(0)
    eventually(lambda: dialog.note._title.text() == "Keranjang kosong")
    assert not dialog.table.isVisible()


def test_the_menu_of_the_list_leads_there(writing, eventually):
    window = writing("Isi.")
    window.queue.row.menu.aboutToShow.emit()
    texts = {action.text(): action for action in window.queue.row.menu.actions()}
    texts["Keranjang…"].trigger()
    eventually(lambda: shown(window))


def test_a_store_held_by_another_program_is_said_and_nothing_is_lost(
    opened, store, newsroom, eventually, monkeypatch
):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    _, dialog = opened()
    with closing(sqlite3.connect(newsroom.home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        dialog.restore.click()
        eventually(lambda: "program lain" in dialog.message.text())
        assert dialog.restore.isEnabled()
        dialog.delete.click()
        answer(dialog, "Hapus selamanya")
        eventually(lambda: "program lain" in dialog.message.text() and dialog.delete.isEnabled())
        other.execute("ROLLBACK")
    assert len(binned(store)) == 3
    dialog.restore.click()
    eventually(lambda: len(binned(store)) == 2)
