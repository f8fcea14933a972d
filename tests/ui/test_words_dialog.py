"""The user's own words: found, added, removed and shared in their dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QListWidget

from newsroom.ui.dialogs.words_dialog import WordsDialog


@pytest.fixture
def opened(writing, store, eventually):
    """Opens the window with these words in the dictionary, and the dialog over it."""

    def opener(*words: str, body: str = ""):
        store.words.add_all(words)
        window = writing(body)
        window.actions_["words"].trigger()
        dialog = window.findChild(WordsDialog)
        eventually(dialog.isActiveWindow)
        return window, dialog

    return opener


def shown(dialog: WordsDialog) -> list[str]:
    return [dialog.words.list.item(row).text() for row in range(dialog.words.list.count())]


def give(dialog: WordsDialog, path: Path) -> None:
    """Choose a file in the open file dialog."""
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()


def test_what_is_typed_narrows_the_list_and_is_added(opened, store, eventually):
    _, dialog = opened("nyadran", "Ramadhan", "ngabuburit")
    page = dialog.words
    assert shown(dialog) == ["ngabuburit", "nyadran", "Ramadhan"]
    assert page.field.hasFocus()
    QTest.keyClicks(page.field, "NYA")
    assert shown(dialog) == ["nyadran"]
    QTest.keyClicks(page.field, "baru")
    assert shown(dialog) == []
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert page.field.text() == ""
    assert page.note.text() == "“NYAbaru” ada di kamus."
    eventually(lambda: store.words.all() == ["ngabuburit", "NYAbaru", "nyadran", "Ramadhan"])
    eventually(lambda: shown(dialog) == store.words.all())
    assert page.note.text() == "“NYAbaru” ada di kamus."


def test_what_is_no_word_is_refused_with_the_reason(opened, store):
    _, dialog = opened()
    QTest.keyClicks(dialog.words.field, "dua kata")
    dialog.words.add.click()
    assert dialog.words.note.text().startswith("“dua kata” bukan satu kata")
    assert dialog.words.note.property("role") == "error"
    assert dialog.words.field.text() == "dua kata"
    assert store.words.all() == []


def test_a_word_removed_is_marked_again_at_once(opened, store, eventually):
    window, dialog = opened("gelipes", "nyadran", body="Warga membawa gelipes.")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    assert "gelipes" not in [finding.text for finding in window.findings.found]
    dialog.words.list.setFocus()
    dialog.words.list.item(0).setSelected(True)
    QTest.keyClick(dialog.words.list, Qt.Key.Key_Delete)
    eventually(lambda: "gelipes" in [finding.text for finding in window.findings.found])
    assert store.words.all() == ["nyadran"]
    QTest.keyClicks(dialog.words.field, "gelipes")
    dialog.words.add.click()
    eventually(lambda: "gelipes" not in [finding.text for finding in window.findings.found])


def test_a_list_is_taken_in_and_given_away(opened, store, eventually, tmp_path):
    _, dialog = opened("nyadran")
    shared, copy = tmp_path / "redaksi.txt", tmp_path / "salinan.txt"
    shared.write_text("Ramadhan\nNyadran\nngabuburit\n", encoding="utf-8")
    dialog.words.read.click()
    give(dialog, shared)
    eventually(lambda: dialog.words.note.text() == "2 kata ditambahkan, 1 sudah ada.")
    assert shown(dialog) == store.words.all() == ["ngabuburit", "nyadran", "Ramadhan"]
    dialog.words.write.click()
    give(dialog, copy)
    eventually(copy.is_file)
    eventually(lambda: str(copy) in dialog.words.note.text())
    assert copy.read_text(encoding="utf-8") == "ngabuburit\nnyadran\nRamadhan\n"


def test_a_bad_list_changes_nothing_and_is_told_of(opened, store, eventually, tmp_path):
    window, dialog = opened("nyadran")
    bad = tmp_path / "buruk.txt"
    bad.write_text("satu\ndua kata\n", encoding="utf-8")
    dialog.words.read.click()
    give(dialog, bad)
    eventually(lambda: dialog.words.note.text().startswith("buruk.txt, baris 2: “dua kata”"))
    assert dialog.words.note.property("role") == "error"
    assert store.words.all() == ["nyadran"]
    assert window.banner.text == ""


def test_words_of_the_window_that_is_open_are_seen_at_once(opened, eventually):
    window, dialog = opened()
    assert not dialog.words.list.isVisible()
    window.page.word_added.emit("gelipes")
    assert shown(dialog) == ["gelipes"]
    assert dialog.words.list.isVisible()


@pytest.mark.parametrize("tab", ["words", "ignored"])
def test_every_control_says_what_it_is_and_is_reached_by_the_tab_key(opened, tab):
    _, dialog = opened("nyadran")
    dialog.tabs.choose(tab)
    kinds = (QAbstractButton, QLineEdit, QListWidget)
    wanted = [w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()]
    assert len(wanted) >= 4
    reached = set()
    for _ in range(20):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    for widget in wanted:
        assert widget.accessibleName() or widget.text()
        in_group = isinstance(widget, QAbstractButton) and widget.group()
        assert widget in reached or in_group or not widget.isEnabled()
