"""Snippets: called by letters and Tab or chosen from the list, and their fields."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.language.fields import dated
from newsroom.ui.aids.snippet_keys import SnippetMenu

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KT = "“⟨kutipan⟩,” kata ⟨nama⟩, ⟨jabatan⟩, ⟨hari⟩ (⟨tanggal⟩)."


@pytest.fixture
def body(writing, eventually):
    window = writing()
    eventually(lambda: window.aids.is_ready and window.aids._snippets)
    return window.page.body


def tab(body) -> str:
    QTest.keyClick(body, Qt.Key.Key_Tab)
    return body.textCursor().selectedText()


def test_letters_and_tab_become_a_text_whose_fields_are_filled_in(body):
    today = dated("⟨hari⟩ (⟨tanggal⟩)", datetime.now())[0]
    day, date = today[:-1].split(" (")
    QTest.keyClicks(body, "Lalu kt")
    assert tab(body) == "⟨kutipan⟩"
    QTest.keyClicks(body, "Kami siap")
    assert tab(body) == "⟨nama⟩"
    QTest.keyClicks(body, "Karta")
    assert tab(body) == "⟨jabatan⟩"
    QTest.keyClick(body, Qt.Key.Key_Backtab)
    assert body.textCursor().selectedText() == "Karta"
    QTest.keyClicks(body, "Badu")
    assert tab(body) == "⟨jabatan⟩"
    QTest.keyClicks(body, "lurah")
    assert [tab(body), tab(body), tab(body)] == [day, date, ""]
    QTest.keyClicks(body, " Lagi")
    assert body.text() == f"Lalu “Kami siap,” kata Badu, lurah, {today}. Lagi"
    assert body.hasFocus()


def test_it_is_one_undo_step(body):
    QTest.keyClicks(body, "Lalu kl")
    tab(body)
    assert body.text() == "Lalu “⟨kutipan⟩,” lanjutnya."
    QTest.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert body.text() == "Lalu kl"


@pytest.mark.parametrize("keys", ["xkt", "a-kt", "@kt", "kt ", "zz"])
def test_other_letters_are_no_snippet_and_tab_goes_on(body, keys):
    QTest.keyClicks(body, keys)
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.text() == keys
    assert not body.hasFocus()


def test_one_is_chosen_from_the_list_by_keys(body, eventually):
    QTest.keyClicks(body, "Awal ")
    QTest.keyClick(body, Qt.Key.Key_J, CONTROL | SHIFT)
    eventually(lambda: isinstance(QApplication.activePopupWidget(), SnippetMenu))
    menu = QApplication.activePopupWidget()
    action = next(a for a in menu.actions() if a.text().startswith("Kredit foto\t"))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert body.text() == "Awal (Foto: ⟨nama⟩)"
    assert body.textCursor().selectedText() == "⟨nama⟩"
    QTest.keyClicks(body, "Karta")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClicks(body, ".")
    assert body.text() == "Awal (Foto: Karta)."


def test_own_snippets_come_with_the_list(newsroom, body, eventually):
    (newsroom.home / "snippets.toml").write_text(
        '[pb]\nname = "Aaa"\ntext = "Pemkab ⟨nama⟩"\n', encoding="utf-8"
    )
    QTest.keyClick(body, Qt.Key.Key_J, CONTROL | SHIFT)
    eventually(lambda: isinstance(QApplication.activePopupWidget(), SnippetMenu))
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert body.text() == "Pemkab ⟨nama⟩"
