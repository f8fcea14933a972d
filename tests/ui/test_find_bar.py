"""Finding and replacing in the body, as in any word processor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from newsroom.ui.editor.find_bar import FindBar

TEXT = "🙂 Buku anak dan buku tani.\n\nSebanyak 60 BUKU dibawa."


@pytest.fixture
def bar(theme, qtbot):
    holder = QWidget()
    rows = QVBoxLayout(holder)
    editor = QTextEdit()
    editor.setPlainText(TEXT)
    made = FindBar(theme)
    made.set_target(editor)
    made.editor = editor
    rows.addWidget(editor)
    rows.addWidget(made)
    holder.show()
    qtbot.waitExposed(holder)
    made.open()
    yield made
    holder.close()


def count(bar):
    return bar.findChild(QLabel).text()


def current(bar):
    """The text under the highlight of another colour than the rest."""
    colours = [s.format.background().color().name() for s in bar.editor.extraSelections()]
    odd = [n for n, colour in enumerate(colours) if colours.count(colour) == 1]
    return odd[0] if len(odd) == 1 else None


def test_all_hits_are_marked_and_counted(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    marked = [s.cursor.selectedText() for s in bar.editor.extraSelections()]
    assert marked == ["Buku", "buku", "BUKU"]
    assert count(bar) == "1 dari 3"
    assert current(bar) == 0


def test_enter_goes_on_and_round_and_shift_enter_back(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
        qtbot.keyClick(bar.search, Qt.Key.Key_Return, modifier)
        seen.append(count(bar))
    assert seen == ["2 dari 3", "3 dari 3", "1 dari 3", "3 dari 3"]


def test_f3_works_from_the_text(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.editor.setFocus()
    qtbot.keyClick(bar.editor, Qt.Key.Key_F3)
    assert count(bar) == "2 dari 3"
    qtbot.keyClick(bar.editor, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count(bar) == "1 dari 3"


def test_case_can_matter(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    qtbot.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    assert [s.cursor.selectedText() for s in bar.editor.extraSelections()] == ["buku"]


def test_what_is_not_there_is_said(bar, qtbot):
    qtbot.keyClicks(bar.search, "koran")
    assert count(bar) == "Tidak ditemukan"
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar.editor.toPlainText() == TEXT


def test_signs_are_taken_as_they_stand(bar, qtbot):
    qtbot.keyClicks(bar.search, ".")
    assert count(bar) == "1 dari 2"


def test_replace_one_after_an_emoji_then_the_next_is_current(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.replacement.setFocus()
    qtbot.keyClicks(bar.replacement, "bacaan")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert bar.editor.toPlainText() == TEXT.replace("Buku", "bacaan")
    assert count(bar) == "1 dari 2"
    assert bar.editor.extraSelections()[0].cursor.selectedText() == "buku"


def test_replace_all_is_one_undo_step(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.replacement.setText("buku-buku 🙂")
    bar.replace_all()
    assert bar.editor.toPlainText().count("buku-buku 🙂") == 3
    assert count(bar) == "3 diganti"
    bar.editor.undo()
    assert bar.editor.toPlainText() == TEXT


def test_typing_in_the_text_moves_the_marks(bar, qtbot):
    qtbot.keyClicks(bar.search, "tani")
    cursor = bar.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Petani: ")
    qtbot.waitUntil(lambda: len(bar.editor.extraSelections()) == 2, timeout=2000)
    assert {s.cursor.selectedText() for s in bar.editor.extraSelections()} == {"tani"}


def test_replacing_right_after_typing_hits_the_right_letters(bar, qtbot):
    qtbot.keyClicks(bar.search, "tani")
    cursor = bar.editor.textCursor()
    cursor.setPosition(3)
    cursor.insertText("Sepuluh ")
    bar.replacement.setText("ladang")
    bar.replace_all()
    assert bar.editor.toPlainText().startswith("🙂 Sepuluh Buku anak dan buku ladang.")


def test_deleting_all_text_leaves_no_hits(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.editor.selectAll()
    bar.editor.textCursor().removeSelectedText()
    bar.find_next()
    assert count(bar) == "Tidak ditemukan"


def test_escape_closes_selects_the_hit_and_gives_the_keyboard_back(bar, qtbot):
    qtbot.keyClicks(bar.search, "60")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert bar.editor.textCursor().selectedText() == "60"
    assert bar.editor.extraSelections() == []
    assert bar.editor.window().focusWidget() is bar.editor


def test_opening_looks_for_what_is_selected(bar, qtbot):
    bar.close_bar()
    cursor = bar.editor.textCursor()
    cursor.setPosition(bar.editor.toPlainText().index("tani") + 1)
    cursor.select(cursor.SelectionType.WordUnderCursor)
    bar.editor.setTextCursor(cursor)
    bar.open()
    assert bar.search.text() == "tani"
    assert count(bar) == "1 dari 1"


def test_another_editor_takes_over(bar, qtbot, theme):
    qtbot.keyClicks(bar.search, "buku")
    other = QTextEdit()
    qtbot.addWidget(other)
    other.setPlainText("Satu buku.")
    bar.set_target(other)
    assert bar.editor.extraSelections() == []
    assert [s.cursor.selectedText() for s in other.extraSelections()] == ["buku"]


def test_a_very_long_text_marks_what_is_near(bar, qtbot):
    bar.editor.setPlainText("buku " * 20_000)
    qtbot.keyClicks(bar.search, "buku")
    assert count(bar) == "1 dari 20000"
    bar.find_previous()
    assert count(bar) == "20000 dari 20000"
    assert 0 < len(bar.editor.extraSelections()) < 1000
