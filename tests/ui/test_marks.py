"""Marks under doubtful words: when they come, what can be done, and that they are right."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.ui.editor.suggestion_menu import SuggestionMenu

CONTROL = Qt.KeyboardModifier.ControlModifier


def underlined(field) -> list[tuple[int, str]]:
    """Return what is underlined on the screen: where in the text, in code points, and what."""
    found, block, start = [], field.document().begin(), 0
    while block.isValid():
        line = block.text().encode("utf-16-le")
        marked = set()
        for part in block.layout().formats():
            if part.format.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline:
                marked |= set(range(part.start, part.start + part.length))
        for first in sorted(marked):
            if first - 1 not in marked:
                last = first
                while last in marked:
                    last += 1
                before, word = line[: 2 * first], line[2 * first : 2 * last]
                found.append((start + len(before.decode("utf-16-le")), word.decode("utf-16-le")))
        start += len(block.text()) + 1
        block = block.next()
    return found


def words(field) -> list[str]:
    return [word for _, word in underlined(field)]


def listed(window, field: str) -> list[tuple[int, str]]:
    """Return what the list of findings says of a field."""
    return [(f.start, f.text) for f in window.findings.found if f.field == field and f.text]


def menu() -> SuggestionMenu | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, SuggestionMenu) else None


def choose(text: str) -> None:
    """Choose an entry of the open suggestions with the keyboard."""
    opened = menu()
    action = next(action for action in opened.actions() if text in action.text())
    opened.setActiveAction(action)
    QTest.keyClick(opened, Qt.Key.Key_Return)


def test_a_word_is_marked_once_it_is_left_and_not_while_it_is_written(writing, eventually, settled):
    window = writing()
    body = window.page.body
    QTest.keyClicks(body, "Kerja efesien")
    settled(window)
    assert window.findings.found[0].text == "efesien"
    assert words(body) == []
    QTest.keyClicks(body, " dan")
    eventually(lambda: words(body) == ["efesien"])


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([Qt.Key.Key_Left] * 4 + [Qt.Key.Key_X], "efexsien"),
        ([Qt.Key.Key_Left] * 7 + [Qt.Key.Key_X], "xefesien"),
        ([Qt.Key.Key_Backspace], "efesie"),
    ],
)
def test_a_word_that_is_being_mended_is_not_judged(writing, settled, eventually, keys, text):
    window = writing("Kerja efesien")
    body = window.page.body
    settled(window)
    assert words(body) == ["efesien"]
    body.moveCursor(QTextCursor.MoveOperation.End)
    for key in keys:
        QTest.keyClick(body, key)
    settled(window)
    assert window.findings.found[0].text == text
    assert words(body) == []
    QTest.keyClick(body, Qt.Key.Key_Home)
    eventually(lambda: words(body) == [text])


def test_leaving_the_field_judges_the_last_word(writing, settled, eventually):
    window = writing()
    QTest.keyClicks(window.page.body, "efesien")
    settled(window)
    window.page.headline.setFocus()
    eventually(lambda: words(window.page.body) == ["efesien"])


def test_a_suggestion_is_taken_as_one_step_right_after_typing(writing, paste, eventually):
    window = writing()
    body = window.page.body
    paste(body, "🙂 ")
    QTest.keyClicks(body, "kerja efesien")
    QTest.keyClick(body, Qt.Key.Key_Period, CONTROL)
    eventually(menu)
    choose("efisien")
    assert body.text() == "🙂 kerja efisien"
    QTest.keySequence(body, window.actions_["undo"].shortcut())
    assert body.text() == "🙂 kerja efesien"


def test_the_right_word_of_several_is_replaced(writing, settled, eventually):
    window = writing("🙂 efesien dan 👍 efesien juga")
    body = window.page.body
    settled(window)
    body.select(17, 17)
    QTest.keyClick(body, Qt.Key.Key_Period, CONTROL)
    eventually(menu)
    choose("efisien")
    assert body.text() == "🙂 efesien dan 👍 efisien juga"


def test_f7_goes_from_mark_to_mark_and_round(writing, settled):
    window = writing("efesien dan mentoleransi", headline="Judul trampil")
    settled(window)
    chosen = []
    for _ in range(4):
        QTest.keyClick(window.page.body, Qt.Key.Key_F7)
        field = window.page.focused_field()
        chosen.append(field.textCursor().selectedText())
    assert sorted(set(chosen)) == ["efesien", "mentoleransi", "trampil"]
    assert chosen[3] == chosen[0]


def test_ignored_here_holds_for_this_story_alone_and_after_a_restart(
    writing, store, settled, eventually, click_story, open_window
):
    from newsroom.story.story import Story

    other = store.stories.save(Story(headline="Lain", body="Juga efesien."))
    window = writing("Kerja efesien.")
    body, story_id = window.page.body, window.desk.story.id
    settled(window)
    body.select(8, 8)
    QTest.keyClick(body, Qt.Key.Key_Period, CONTROL)
    eventually(menu)
    choose("Abaikan di naskah ini")
    eventually(lambda: words(body) == [])
    settled(window)
    assert listed(window, "body") == []
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    eventually(lambda: words(body) == ["efesien"])
    click_story(window, story_id)
    eventually(lambda: window.desk.story.id == story_id)
    settled(window)
    assert words(body) == []
    window.close()
    window = open_window()
    settled(window)
    assert window.desk.story.id == story_id
    assert words(window.page.body) == []


def test_a_word_added_is_right_in_every_story_and_after_a_restart(
    writing, store, settled, eventually, click_story, open_window
):
    from newsroom.story.story import Story

    other = store.stories.save(Story(headline="Lain", body="Juga sarasehanu."))
    window = writing("Acara sarasehanu.")
    body = window.page.body
    settled(window)
    assert words(body) == ["sarasehanu"]
    body.select(8, 8)
    QTest.keyClick(body, Qt.Key.Key_Period, CONTROL)
    eventually(menu)
    choose("Tambah ke kamus")
    eventually(lambda: words(body) == [])
    eventually(lambda: store.words.all() == ["sarasehanu"])
    window.close()
    window = open_window()
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    settled(window)
    assert words(window.page.body) == []
    assert listed(window, "body") == []


@pytest.mark.parametrize("seed", range(2))
def test_marks_and_list_say_the_same_after_any_edits(writing, settled, paste, seed):
    rng = random.Random(seed)
    window = writing("Kerja efesien 🙂 warga.\n\nBaik **mentoleransi** desa.")
    body = window.page.body
    pieces = ["efesien ", "🙂", "👩‍👩‍👧 trampil", "a", " ", ".", "mentoleransi", "\n", "desa "]
    for _ in range(8):
        for _ in range(rng.randrange(1, 6)):
            text = body.text()
            start = rng.randrange(len(text) + 1)
            body.select(start, min(len(text), start + rng.choice([0, 0, 1, 5])))
            act = rng.randrange(5)
            if act < 2:
                paste(body, rng.choice(pieces))
            elif act == 2:
                QTest.keyClicks(body, rng.choice(["efesien ", "x", "trampil"]))
            elif act == 3:
                QTest.keyClick(body, rng.choice([Qt.Key.Key_Backspace, Qt.Key.Key_Return]))
            else:
                QTest.keySequence(body, window.actions_[rng.choice(["bold", "undo"])].shortcut())
        window.page.headline.setFocus()  # so that the last word is judged too
        settled(window)
        assert underlined(body) == listed(window, "body")
        for start, word in underlined(body):
            assert body.text()[start : start + len(word)] == word
        body.setFocus()
