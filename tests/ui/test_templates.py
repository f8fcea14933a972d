"""Beginning a story from a template, and filling in its fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.dialogs.template_dialog import TemplateDialog

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ask(eventually):
    """Opens the list with its keys, and waits until the templates are there."""

    def ask(window) -> TemplateDialog:
        QTest.keyClick(window, Qt.Key.Key_N, ALT)
        eventually(lambda: isinstance(QApplication.activeWindow(), TemplateDialog))
        dialog = QApplication.activeWindow()
        eventually(lambda: dialog.list.count() > 0)
        return dialog

    return ask


def test_a_template_is_chosen_and_filled_in_by_keys_alone(window, ask, eventually):
    dialog = ask(window)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.list.currentItem().text() == "Hak jawab"
    assert "dijawab" in dialog.about.text()
    assert "Redaksi menerima hak jawab" in dialog.preview.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    headline, body = window.page.headline, window.page.body
    window.activateWindow()  # a real desktop does this by itself
    eventually(headline.hasFocus)
    assert headline.textCursor().selectedText() == "⟨nama pihak⟩"
    QTest.keyClicks(headline, "Karta")
    QTest.keyClick(headline, Qt.Key.Key_Tab)
    QTest.keyClicks(headline, "Jalan Rusak")
    assert headline.text() == "Hak jawab Karta atas berita “Jalan Rusak”"
    QTest.keyClick(headline, Qt.Key.Key_Tab)
    assert body.hasFocus()
    assert body.textCursor().selectedText() == "⟨nama pihak⟩"
    QTest.keyClicks(body, "Karta")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.textCursor().selectedText().startswith("⟨jabatan")
    QTest.keyClick(body, Qt.Key.Key_Backtab)
    assert body.textCursor().selectedText().startswith("⟨jabatan")
    assert body.text().startswith("Redaksi menerima hak jawab dari Karta, ⟨jabatan")
    eventually(lambda: window.desk.is_safe)
    assert window.desk.story.kicker == "Hak jawab"


def test_escape_leaves_everything_as_it_was(window, ask):
    dialog = ask(window)
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert window.desk.story is None


def test_tab_leaves_a_text_without_fields_as_ever(writing):
    window = writing("Tanpa medan.")
    QTest.keyClick(window.page.headline, Qt.Key.Key_Tab)
    window.page.headline.setFocus()
    QTest.keyClick(window.page.headline, Qt.Key.Key_Tab)
    assert not window.page.headline.hasFocus()


def test_own_templates_are_listed_and_faulty_ones_told_of(window, newsroom, ask):
    folder = newsroom.home / "templates"
    folder.mkdir()
    (folder / "baru.md").write_text(
        "---\ntemplate: Obituari\nheadline: ⟨Nama⟩\n---\n\nIsi.\n", encoding="utf-8"
    )
    (folder / "rusak.md").write_text("---\nheadline: [\n---\n", encoding="utf-8")
    dialog = ask(window)
    assert dialog.list.item(dialog.list.count() - 1).text() == "Obituari"
    assert "rusak.md" in dialog.note.text()
