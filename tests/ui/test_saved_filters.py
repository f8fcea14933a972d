"""Searches kept under a name, and the switch for the forms of words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from newsroom.store.filters import Filter
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.filter_name_dialog import FilterNameDialog
from newsroom.ui.dialogs.filters_dialog import FiltersDialog


@pytest.fixture
def archive(writing, store, eventually):
    """The window with three stories in the list and one open."""

    def opener(*filters: Filter):
        for kept in filters:
            store.filters.save(kept)
        for headline, body, status in (
            ("Pasar", "Bupati mengumumkan jadwal pasar.", Status.DRAFT),
            ("Panen", "Ada pengumuman panen padi.", Status.READY),
            ("Banjir", "Jalan tergenang.", Status.READY),
        ):
            store.stories.save(Story(headline=headline, body=body, status=status))
        window = writing("Isi.", headline="Terbuka")
        eventually(lambda: len(titles(window)) == 4)
        eventually(lambda: len(window.commands.filtering._filters) == len(filters))
        return window

    return opener


def titles(window) -> list[str]:
    model = window.queue.list.model()
    return sorted(model.index(row, 0).data() for row in range(model.rowCount()))


def menu(window) -> dict[str, object]:
    window.queue.row.menu.aboutToShow.emit()
    return {action.text(): action for action in window.queue.row.menu.actions() if action.text()}


def shown(window, kind):
    return next((d for d in window.findChildren(kind) if d.isVisible()), None)


def seek(window, text: str) -> None:
    window.queue.search.setFocus()
    window.queue.search.selectAll()
    QTest.keyClicks(window.queue.search, text)


# Forms of words.


def test_the_switch_finds_other_forms_of_the_word_and_is_remembered(
    archive, store, eventually, open_window
):
    window = archive()
    seek(window, "mengumumkan")
    eventually(lambda: titles(window) == ["Pasar"])
    QTest.keyClick(window.queue.search, Qt.Key.Key_Tab)
    assert window.queue.row.forms.hasFocus()
    QTest.keyClick(window.queue.row.forms, Qt.Key.Key_Space)
    eventually(lambda: titles(window) == ["Panen", "Pasar"])
    assert window.actions_["word_forms"].isChecked()
    eventually(lambda: store.workspace.get("word_forms") is True)
    window.close()
    eventually(lambda: not window.isVisible())
    again = open_window()
    eventually(again.queue.row.forms.isChecked)
    assert again.actions_["word_forms"].isChecked()
    again.actions_["word_forms"].trigger()
    assert not again.queue.row.forms.isChecked()


def test_a_switch_turned_before_the_remembered_one_is_read_stays(archive, store, eventually):
    window = archive()
    window.commands.filtering._read(with_forms=True)
    window.queue.row.forms.setChecked(True)
    window.commands.filtering._read(with_forms=True)
    eventually(lambda: store.workspace.get("word_forms") is True)
    assert window.queue.row.forms.isChecked()


def test_where_nothing_is_found_other_forms_are_offered(archive, eventually):
    window = archive()
    seek(window, "diumumkan")
    notice = window.queue._no_match
    eventually(notice.isVisible)
    button = next(b for b in notice.findChildren(QPushButton) if "bentuk kata" in b.text())
    assert button.isVisible()
    button.click()
    eventually(lambda: titles(window) == ["Panen", "Pasar"])
    seek(window, "gempa")
    eventually(notice.isVisible)
    assert not button.isVisible()


# Kept searches.


def test_a_search_is_kept_under_a_name_and_chosen_again(archive, store, eventually):
    window = archive()
    assert list(menu(window)) == ["Simpan saringan ini…", "Keranjang…"]
    seek(window, "pengumuman")
    window.queue.chips.choose(Status.READY)
    window.queue.row.forms.setChecked(True)
    eventually(lambda: titles(window) == ["Panen"])
    menu(window)["Simpan saringan ini…"].trigger()
    dialog = shown(window, FilterNameDialog)
    eventually(dialog.isActiveWindow)
    assert dialog.name.selectedText() == "Siap tayang pengumuman"
    dialog.name.setText("  Pengumuman   siap ")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    kept = Filter("Pengumuman siap", "pengumuman", Status.READY, forms=True)
    eventually(lambda: store.filters.list() == [kept])
    eventually(lambda: "“Pengumuman siap” tersimpan" in window.banner.text)
    assert menu(window)["Pengumuman siap"].isChecked()

    window.queue.clear_filter()
    window.queue.row.forms.setChecked(False)
    eventually(lambda: len(titles(window)) == 4)
    assert not menu(window)["Pengumuman siap"].isChecked()
    menu(window)["Pengumuman siap"].trigger()
    eventually(lambda: titles(window) == ["Panen"])
    assert window.queue.search.text() == "pengumuman"
    assert window.queue.chips.status is Status.READY
    assert window.queue.row.forms.isChecked()


def test_without_anything_sought_there_is_nothing_to_keep(archive):
    window = archive()
    window.actions_["keep_filter"].trigger()
    assert shown(window, FilterNameDialog) is None
    assert window.banner.text.startswith("Cari kata atau pilih status dulu")
    assert window.queue.search.hasFocus()


def test_a_name_that_is_taken_is_said_before_it_is_replaced(archive, store, eventually):
    window = archive(Filter("Banjir", "banjir"))
    seek(window, "jalan")
    window.actions_["keep_filter"].trigger()
    dialog = shown(window, FilterNameDialog)
    dialog.name.setText("banjir")
    assert dialog.note.text() == "Nama ini sudah dipakai; saringan yang lama diganti."
    assert dialog.done_button.text() == "Ganti"
    dialog.name.setText(" ")
    assert not dialog.done_button.isEnabled()
    dialog.name.setText("BANJIR")
    dialog.done_button.click()
    eventually(lambda: store.filters.list() == [Filter("BANJIR", "jalan")])


@pytest.fixture
def managing(archive, eventually):
    """Opens the list of two kept searches."""

    def opener():
        window = archive(Filter("Banjir", "jalan"), Filter("Siap", "", Status.READY))
        window.actions_["filters"].trigger()
        dialog = shown(window, FiltersDialog)
        eventually(dialog.isActiveWindow)
        return window, dialog

    return opener


def names(dialog) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def rename(dialog, text: str) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_kept_searches_are_listed_with_what_they_seek_and_used_by_enter(managing, eventually):
    window, dialog = managing()
    assert names(dialog) == ["Banjir", "Siap"]
    assert [dialog.table.item(row, 1).text() for row in (0, 1)] == ["“jalan”", "Siap tayang"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    eventually(lambda: titles(window) == ["Banjir", "Panen"])
    assert shown(window, FiltersDialog) is None


def test_a_kept_search_is_renamed_where_it_stands_and_removed(managing, store, eventually):
    window, dialog = managing()
    rename(dialog, "Genangan")
    eventually(lambda: [one.name for one in store.filters.list()] == ["Genangan", "Siap"])
    assert dialog.isVisible()
    rename(dialog, "siap")
    eventually(lambda: dialog.message.text() == "Nama “siap” sudah dipakai saringan lain.")
    assert names(dialog) == ["Genangan", "Siap"]
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    eventually(lambda: names(dialog) == ["Siap"])
    assert dialog.message.text() == "Saringan “Genangan” dihapus."
    dialog.remove.click()
    eventually(lambda: not dialog.table.isVisible())
    assert store.filters.list() == []
    dialog.reject()
    assert list(menu(window)) == ["Simpan saringan ini…", "Keranjang…"]
