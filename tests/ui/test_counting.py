"""How long the story is, what is selected of it, and how long it is to become."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu, QPushButton

from newsroom.story.counts import Counts, count
from newsroom.story.story import Story
from newsroom.ui.bars.status_line import StatusLine
from newsroom.ui.counting import Counter

SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(window) -> list[str]:
    line = window.status_line
    parts = (*line.findChildren(QLabel), *line.findChildren(QPushButton))
    return [part.text() for part in parts if part.isVisible()]


def menu(window) -> QMenu:
    QTest.mouseClick(window.status_line.words, Qt.MouseButton.LeftButton)
    return QApplication.activePopupWidget()


def choose(window, text: str) -> None:
    opened = menu(window)
    action = next(action for action in opened.actions() if action.text() == text)
    opened.setActiveAction(action)
    QTest.keyClick(opened, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "words", "characters", "solid"),
    [
        ("", 0, 0, 0),
        ("Warga membaca.", 2, 14, 13),
        ("**Warga** membaca.\n\n## Judul", 3, 19, 18),
        ("[sini](https://contoh.id) 🙂", 1, 6, 5),
        ("Satu\ndua  tiga", 3, 13, 11),
    ],
)
def test_what_readers_see_is_counted(text, words, characters, solid):
    assert count(text) == Counts(words, characters, solid)


def test_words_characters_and_reading_time_are_shown(writing, eventually):
    window = writing("**Warga** membaca buku.")
    eventually(lambda: "3 kata" in said(window))
    assert "19 karakter, 17 tanpa spasi" in said(window)
    QTest.keyClicks(window.page.body, "Dua kata ")
    eventually(lambda: "5 kata" in said(window))


def test_what_is_selected_is_counted_beside_the_whole(writing, eventually):
    window = writing("Warga membaca buku.\n\nMereka pulang.")
    window.page.body.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(13):
        QTest.keyClick(window.page.body, Qt.Key.Key_Right, SHIFT)
    eventually(lambda: "2 dari 5 kata dipilih" in said(window))
    assert "13 dari 33 karakter" in said(window)
    QTest.keyClick(window.page.body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: "5 dari 5 kata dipilih" in said(window))
    QTest.keyClick(window.page.body, Qt.Key.Key_Right)
    eventually(lambda: "5 kata" in said(window))
    window.page.headline.selectAll()
    eventually(lambda: "3 dari 5 kata dipilih" in said(window))


def test_a_selection_that_undoing_takes_away_is_counted_no_more(writing, eventually):
    window = writing("Warga membaca.")
    body = window.page.body
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(body, " Buku")
    QTest.keyClick(body, Qt.Key.Key_Left, SHIFT)
    eventually(lambda: any("dipilih" in text for text in said(window)))
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: not any("dipilih" in text for text in said(window)))


def test_a_lead_that_is_too_long_is_told(writing, eventually):
    window = writing("kata " * 35 + "\n\nLain.")
    eventually(lambda: "36 kata" in said(window))
    assert not any("Teras" in text for text in said(window))
    window.page.body.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(window.page.body, "satu ")
    eventually(lambda: "▲ Teras 36/35 kata" in said(window))
    meter = [label.text() for label in window.page.meter.findChildren(QLabel)]
    assert any("Teras 36 kata, batasnya 35" in text for text in meter)


def test_the_target_of_a_story_is_chosen_and_shown(writing, eventually):
    window = writing("kata " * 300)
    eventually(lambda: "300 kata" in said(window))
    choose(window, "Berita: 400 kata")
    assert "300/400 kata" in said(window)
    assert "300 dari target 400 kata" in window.status_line.words.accessibleName()
    assert window.status_line.bar.isVisible()
    shown = menu(window)
    checked = [action.text() for action in shown.actions() if action.isChecked()]
    assert checked == ["Berita: 400 kata"]
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert "300/800 kata" in said(window)
    choose(window, "Tanpa target")
    assert "300 kata" in said(window)
    assert not window.status_line.bar.isVisible()


def test_any_number_may_be_the_target(writing, eventually):
    window = writing("kata " * 10)
    eventually(lambda: "10 kata" in said(window))
    choose(window, "Jumlah lain…")
    eventually(lambda: any(d.isVisible() for d in window.findChildren(QInputDialog)))
    dialog = next(d for d in window.findChildren(QInputDialog) if d.isVisible())
    dialog.setIntValue(550)
    dialog.accept()
    assert "10/550 kata" in said(window)


def test_targets_are_remembered_and_shared_by_a_rubric(
    writing, open_window, store, eventually, click_story
):
    other = store.stories.save(Story(headline="Lain", body="Dua kata", section="Politik"))
    window = writing("Satu kata", section="Politik")
    eventually(lambda: "2 kata" in said(window))
    choose(window, "Opini: 800 kata")
    choose(window, "Pakai untuk rubrik Politik")
    window.close()
    again = open_window()
    eventually(lambda: "2/800 kata" in said(again))
    click_story(again, other.id)
    eventually(lambda: again.desk.story.id == other.id)
    eventually(lambda: "2/800 kata" in said(again))


def test_what_matters_least_is_left_out_of_a_narrow_line(theme, qtbot):
    line = StatusLine(theme, "infobanten.id")
    qtbot.addWidget(line)
    line.show_saved(datetime(2026, 11, 3, 3, 42, tzinfo=UTC))
    line.show_counts(Counts(312, 1980, 1690))
    line.show()

    def shown(width: int) -> list[str]:
        line.resize(width, 28)
        QApplication.processEvents()
        parts = [p for p in (*line.findChildren(QLabel), *line.findChildren(QPushButton))
                 if p.isVisible()]  # fmt: skip
        assert all(part.width() >= part.sizeHint().width() for part in parts)
        return [part.text() for part in parts]

    assert {"312 kata", "1.980 karakter, 1.690 tanpa spasi", "Luring"} <= {*shown(1366)}
    assert "312 kata" in shown(300)
    assert "Luring" not in shown(300)
    assert "1 mnt 25 dtk baca" in shown(480)


@pytest.mark.parametrize(
    ("words", "told"),
    [(100, "27 dtk baca"), (312, "1 mnt 25 dtk baca"), (13_190, "59 mnt 57 dtk baca"),
     (13_200, "1 j 0 mnt baca"), (200_000, "15 j 9 mnt baca")],
)  # fmt: skip
def test_reading_time_is_told_as_finely_as_it_is_worth(theme, qtbot, words, told):
    line = StatusLine(theme, "infobanten.id")
    qtbot.addWidget(line)
    line.resize(1366, 28)
    line.show_counts(Counts(words, 6 * words, 5 * words))
    line.show()
    assert told in [part.text() for part in line.findChildren(QLabel) if part.isVisible()]


def test_a_long_text_is_counted_in_slices_and_only_once(qapp):
    lines = [f"Paragraf {n}: warga **membaca** buku di perahu pustaka." for n in range(20_000)]
    text = "\n\n".join(lines)
    told: list[Counts] = []
    counter = Counter(qapp)
    counter.counted.connect(told.append)
    counter.count(lambda: text)
    assert told == []  # the window has its turn before all is counted
    first = rounds_until(lambda: told)
    assert told[0].words == 140_000
    counter.count(lambda: "Satu lagi.\n\n" + text)
    assert rounds_until(lambda: len(told) > 1) < first / 2
    assert told[1].words == told[0].words + 2
    counter.stop()


def rounds_until(ready) -> int:
    """Return how often the window had its turn until something was so."""
    rounds = 0
    while not ready():
        QApplication.processEvents()
        rounds += 1
    return rounds
