"""The preview beside the text: two widths, in step with what is written and where."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from newsroom.story.story import Photo, Story
from newsroom.ui.preview.preview import PAGE_WIDTH, PHONE_WIDTH

LONG = "\n\n".join(f"Paragraf nomor {n}: warga **membaca** buku di perahu." for n in range(60))


@pytest.fixture
def beside(writing, eventually):
    """Opens the window with a text and the preview beside it; returns the window."""

    def opener(body: str, **fields):
        window = writing(body, **fields)
        QTest.keySequence(window.page.body, window.actions_["preview_beside"].shortcut())
        eventually(lambda: text(window) != "")
        return window

    return opener


def page(window):
    return window.beside.pane.preview._page


def text(window) -> str:
    return page(window).toPlainText()


def shown_at(window, words: str) -> int:
    """Return how far below the top of the preview some words stand."""
    found = page(window).document().find(words)
    return page(window).cursorRect(found).top()


def test_it_stands_beside_the_text_and_the_stories_fold_away(beside):
    window = beside("Perahu **singgah**.")
    assert "Perahu singgah." in text(window)
    assert window.page.isVisible()
    assert window.page.body.hasFocus()
    assert page(window).width() == PHONE_WIDTH
    assert not window.queue.isVisible()
    assert window.inspector.isVisible()
    QTest.keySequence(window.page.body, window.actions_["preview_beside"].shortcut())
    assert not window.beside.pane.isVisible()
    assert window.queue.isVisible()


def test_at_a_desktops_width_the_panel_folds_too(beside, eventually):
    window = beside("Perahu **singgah**.")
    QTest.mouseClick(window.beside.pane.chip("desktop"), Qt.MouseButton.LeftButton)
    eventually(lambda: page(window).width() == PAGE_WIDTH)
    assert not window.inspector.isVisible()
    assert window.page.width() >= 560
    QTest.mouseClick(window.beside.pane.chip("phone"), Qt.MouseButton.LeftButton)
    eventually(lambda: page(window).width() == PHONE_WIDTH)
    assert window.inspector.isVisible()


def test_what_a_person_folded_stays_folded(beside):
    window = beside("Perahu.")
    window.beside.show(False)
    window.actions_["queue"].trigger()
    window.actions_["preview_beside"].trigger()
    window.actions_["preview_beside"].trigger()
    assert not window.queue.isVisible()


def test_it_follows_what_is_written(beside, eventually):
    window = beside("Perahu singgah.")
    window.page.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(window.page.body, " Warga datang.")
    eventually(lambda: "Perahu singgah. Warga datang." in text(window))
    QTest.keyClicks(window.page.headline, "Kabar: ")
    eventually(lambda: "Kabar: Warga Rekaan Membaca" in text(window))


def test_it_scrolls_to_the_paragraph_of_the_cursor(beside, eventually):
    window = beside(LONG)
    body = window.page.body
    for number in (50, 7, 31):
        at = LONG.index(f"nomor {number}:")
        body.select(at, at)
        words = f"Paragraf nomor {number}:"
        eventually(lambda words=words: 0 <= shown_at(window, words) < page(window).height() * 0.7)
    QTest.keyClicks(body, "baru ")
    eventually(lambda: "baru" in text(window))
    eventually(lambda: 0 <= shown_at(window, "Paragraf baru") < page(window).height() * 0.7)


def test_of_lines_that_are_the_same_it_shows_the_one_being_written(beside, eventually):
    window = beside("\n\n".join(["Sama saja."] + ["Lain lagi."] * 80 + ["Sama saja."]))
    body = window.page.body
    body.moveCursor(QTextCursor.MoveOperation.End)
    bar = page(window).verticalScrollBar()
    eventually(lambda: bar.value() > bar.maximum() * 0.8)
    body.moveCursor(QTextCursor.MoveOperation.Start)
    eventually(lambda: bar.value() < bar.maximum() * 0.3)


def test_of_a_very_long_text_it_shows_what_stands_around_the_cursor(beside, eventually):
    many = "\n\n".join(f"Paragraf nomor {n}: warga membaca buku di perahu." for n in range(5000))
    window = beside(many)
    body, pane = window.page.body, window.beside.pane
    assert "Paragraf nomor 3:" in text(window)
    assert len(text(window)) < 60_000
    assert pane.preview.part.isVisible()
    at = many.index("nomor 3000:")
    body.select(at, at)
    eventually(lambda: "Paragraf nomor 3000:" in text(window))
    assert "Paragraf nomor 3:" not in text(window)
    eventually(lambda: 0 <= shown_at(window, "nomor 3000:") < page(window).height() * 0.7)


def test_pictures_fit_the_phone(beside, eventually, tmp_path, store):
    picture = tmp_path / "foto.jpg"
    Image.new("RGB", (900, 600), "teal").save(picture)
    photo = Photo("foto.jpg", caption="Warga.", lead=True, digest=store.media.add(picture))
    window = beside("Perahu.", photos=(photo,))
    eventually(lambda: page(window).pictures)
    assert page(window).document().size().width() <= PHONE_WIDTH
    drawn = page(window).grab().toImage()
    teal = [x for x in range(drawn.width()) if drawn.pixelColor(x, 200).name() == "#008080"]
    assert teal == [] or max(teal) < drawn.width() - 8


def test_another_story_is_shown_in_its_turn(beside, store, eventually, click_story):
    other = store.stories.save(Story(headline="Lain", body="Isi lain"))
    window = beside("Perahu.")
    window.actions_["queue"].trigger()
    window.desk.refresh_list()
    click_story(window, other.id)
    eventually(lambda: "Isi lain" in text(window))
    assert "Perahu." not in text(window)


def test_it_is_closed_by_its_button_and_makes_way_for_the_whole_page(beside, eventually):
    window = beside("Perahu.")
    window.actions_["preview"].trigger()
    assert not window.beside.pane.isVisible()
    assert window.preview.isVisible()
    window.actions_["preview_beside"].trigger()
    assert window.page.isVisible()
    assert window.beside.pane.isVisible()
    (close,) = window.beside.pane.findChildren(QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.beside.pane.isVisible()
    assert not window.actions_["preview_beside"].isChecked()


def test_it_comes_back_with_its_width(beside, open_window, eventually):
    window = beside("Perahu.")
    window.beside.pane.chip("desktop").click()
    QApplication.processEvents()
    window.close()
    again = open_window()
    eventually(lambda: again.beside.pane is not None and again.beside.pane.isVisible())
    eventually(lambda: "Perahu." in text(again))
    assert page(again).maximumWidth() == PAGE_WIDTH
    again.beside.show(False)
    again.resize(1366, 768)  # the screen has no room for all columns
    assert again.queue.isVisible()
    assert again.inspector.isVisible()
