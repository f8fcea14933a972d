"""The window types by the house's own file: straight quotation marks where it wants them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.dialogs.template_dialog import TemplateDialog

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def house(newsroom):
    """Writes the house's own file before the window opens."""

    def write(text: str) -> None:
        folder = newsroom.home / "house"
        folder.mkdir(parents=True)
        (folder / "infobanten.toml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def body(writing, eventually):
    """The body of a story, once all that helps with writing is there."""

    def opener(text: str = ""):
        window = writing(text)
        eventually(lambda: window.aids.is_ready and window.aids._snippets)
        eventually(lambda: window.aids.is_styled)
        return window.page.body

    return opener


def test_straight_quotes_are_typed_and_not_marked(house, body, eventually, underlined):
    house('quotes = "straight"')
    field = body("“Kami” siap.\n\n")
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, '"Biayanya Rp 1500000," kata Ma\'ruf -- lalu pulang.')
    assert field.text().endswith('\n\n"Biayanya Rp1.500.000," kata Ma\'ruf – lalu pulang.')
    eventually(lambda: [text for _, text in underlined(field)] == ["“"])


def test_a_house_that_says_nothing_has_curly_ones(house, body, eventually, underlined):
    house("")
    field = body('"Kami" siap.\n\n')
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, '"Kami siap," kata Karta. ')
    assert field.text().endswith("“Kami siap,” kata Karta. ")
    eventually(lambda: [text for _, text in underlined(field)] == ['"'])


def test_snippets_and_templates_are_written_so_too(house, body, eventually):
    house('quotes = "straight"')
    field = body()
    QTest.keyClicks(field, "kl")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == '"⟨kutipan⟩," lanjutnya.'
    window = field.window()
    QTest.keyClick(window, Qt.Key.Key_N, ALT)
    eventually(lambda: isinstance(QApplication.activeWindow(), TemplateDialog))
    dialog = QApplication.activeWindow()
    eventually(lambda: dialog.list.count() > 0)
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    eventually(lambda: "Hak jawab ⟨" in window.page.headline.text())
    assert window.page.headline.text() == 'Hak jawab ⟨nama pihak⟩ atas berita "⟨judul berita⟩"'


@pytest.mark.parametrize("kind", ["text", "html"])
def test_what_is_pasted_is_straightened(house, body, eventually, kind):
    house('quotes = "straight"')
    field = body()
    eventually(field.hasFocus)
    data = QMimeData()
    data.setText("“Kami siap,” kata Ma’ruf.")
    if kind == "html":
        data.setHtml("<p>“Kami <b>siap</b>,” kata Ma’ruf.</p>")
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: field.text().replace("**", "") == '"Kami siap," kata Ma\'ruf.')
    own = field.textCursor()
    own.insertText(" “Ya.”")  # one's own text moves as it is
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text().endswith(" “Ya.”")


def test_a_faulty_file_leaves_the_usual_ones(house, body):
    house('quotes = "lurus"')
    field = body()
    QTest.keyClicks(field, '"Kami siap," ')
    assert field.text() == "“Kami siap,” "
