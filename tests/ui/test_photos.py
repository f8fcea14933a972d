"""Photographs in the window: added, shown, refused, led by one, taken away."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from newsroom.story.story import Photo


@pytest.fixture
def pictures(tmp_path):
    """Two photographs and a file that is none, as they lie in a folder."""
    for name, colour in (("satu.jpg", "teal"), ("dua.png", "navy")):
        Image.new("RGB", (640, 400), colour).save(tmp_path / name)
    (tmp_path / "tiga.jpg").write_text("bukan foto")
    return [tmp_path / name for name in ("satu.jpg", "dua.png", "tiga.jpg")]


def names(window) -> list[str]:
    return [photo.file for photo in window.desk.story.photos]


def drop(window, paths) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target = window.page.body.viewport()
    entering = QDragEnterEvent(QPoint(5, 5), copy, files, left, none)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted(), "nobody takes the files"
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, files, left, none))


def test_photos_are_chosen_copied_shown_and_stored(writing, store, pictures, eventually):
    window = writing("Isi")

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(pictures[0].parent))
        QTest.qWait(0)
        dialog.filesSelected.emit([str(path) for path in pictures[:2]])
        dialog.close()

    window.show_tab("photos")
    window.inspector.photos.add.click()
    eventually(lambda: QApplication.activeModalWidget())
    choose()
    eventually(lambda: names(window) == ["satu.jpg", "dua.png"])
    first, second = window.desk.story.photos
    assert first.lead
    assert not second.lead
    assert store.media.path(first.digest).read_bytes() == pictures[0].read_bytes()
    cards = window.inspector.photos.cards
    eventually(lambda: all(not card.thumbnail._image.isNull() for card in cards))
    assert window.page.photo.isVisible()
    eventually(lambda: not window.page.photo._picture._image.isNull())
    eventually(lambda: store.stories.get(window.desk.story.id).photos == window.desk.story.photos)


def test_files_dropped_on_the_page_are_photos(writing, pictures, eventually):
    window = writing("Isi")
    drop(window, pictures[:2])
    eventually(lambda: names(window) == ["satu.jpg", "dua.png"])
    assert window.page.body.text() == "Isi"


def test_photos_dropped_with_no_story_open_are_explained(window, pictures):
    drop(window, pictures[:1])
    assert window.banner.text == "Buka atau buat naskah dulu, lalu tambahkan fotonya."


def test_story_files_dropped_on_the_page_are_opened(writing, tmp_path, eventually):
    window = writing("Isi")
    path = tmp_path / "naskah.md"
    path.write_text("---\nheadline: Dari Berkas\n---\nIsi berkas.\n", "utf-8")
    drop(window, [path])
    eventually(lambda: window.desk.story.headline == "Dari Berkas")


def test_the_same_photo_again_is_refused_and_a_file_that_is_none_too(writing, pictures, eventually):
    window = writing("Isi")
    window.desk.add_photos(pictures)
    eventually(lambda: "tiga.jpg" in window.banner.text)
    assert names(window) == ["satu.jpg", "dua.png"]
    window.desk.add_photos([pictures[0]])
    eventually(lambda: window.banner.text == "Foto satu.jpg sudah ada di naskah ini.")
    assert names(window) == ["satu.jpg", "dua.png"]


def test_words_of_a_photo_are_stored(writing, store, pictures, eventually):
    window = writing("Isi")
    window.desk.add_photos(pictures[:1])
    eventually(lambda: names(window) == ["satu.jpg"] and window.desk.is_safe)
    window.show_tab("photos")
    card = window.inspector.photos.cards[0]
    QTest.keyClicks(card.caption, "Warga membaca.")
    QTest.keyClicks(card.credit, "Rina Contoh")
    QTest.keyClicks(card.alt, "Warga di perahu")

    def stored() -> tuple[str, str, str]:
        photo = store.stories.get(window.desk.story.id).photos[0]
        return photo.caption, photo.credit, photo.alt

    eventually(lambda: stored() == ("Warga membaca.", "Rina Contoh", "Warga di perahu"))


def test_another_photo_leads_and_one_is_removed_and_brought_back(
    writing, store, pictures, eventually
):
    window = writing("Isi")
    window.desk.add_photos(pictures[:2])
    eventually(lambda: len(names(window)) == 2)
    window.show_tab("photos")
    panel = window.inspector.photos
    panel.cards[1].lead.click()
    assert [photo.lead for photo in window.desk.story.photos] == [False, True]
    panel.cards[0].removal_wanted.emit()
    assert names(window) == ["dua.png"]
    eventually(lambda: len(store.stories.get(window.desk.story.id).photos) == 1)
    panel.undo.click()
    assert names(window) == ["satu.jpg", "dua.png"]
    eventually(lambda: store.stories.get(window.desk.story.id).photos == window.desk.story.photos)


def test_a_missing_picture_is_given_one(writing, pictures, eventually):
    from newsroom.story.story import Photo

    window = writing("Isi", photos=(Photo("", caption="Warga membaca."),))
    window.desk.set_picture(0, pictures[1])
    eventually(lambda: names(window) == ["dua.png"])
    assert window.desk.story.photos[0].caption == "Warga membaca."


def test_the_words_beside_the_photo_follow_the_theme(writing, theme):
    window = writing("Isi.", photos=(Photo("a.jpg", digest="a" * 64),))
    label = next(x for x in window.page.photo.findChildren(QLabel) if "Belum ada" in x.text())
    try:
        for dark in (True, False):
            theme.use(dark)
            assert theme.colours.muted in label.text()
    finally:
        theme.use(False)


def test_a_caption_that_waits_for_its_picture_gets_the_first_that_comes(
    writing, pictures, eventually
):
    waiting = Photo("", "Warga membaca.", "Rina", lead=True)
    window = writing("Isi", photos=(waiting,))
    window.desk.add_photos(pictures[:2])
    eventually(lambda: names(window) == ["satu.jpg", "dua.png"])
    first, second = window.desk.story.photos
    assert (first.caption, first.credit, first.lead) == ("Warga membaca.", "Rina", True)
    assert first.digest
    assert (second.caption, second.lead) == ("", False)
