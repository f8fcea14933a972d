"""Story files of other programs, opened in the window: their words, and the pictures in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from newsroom.exchange.naskah import write_naskah
from newsroom.story.story import Photo, Story
from tests.exchange.documents import drawing, make_docx, paragraph, picture, run


@pytest.fixture
def document(tmp_path: Path) -> Path:
    body = (
        paragraph("Pasar Rekaan Dibuka Pagi Ini", "Judul")
        + paragraph(run("SERANG, contoh.id – Warga ") + run("antusias", "<w:b/>") + run("."))
        + drawing("satu", "Warga di pasar")
        + drawing("dua")
    )
    pictures = {"satu.png": picture(), "dua.emf": b"EMF"}
    return make_docx(tmp_path / "berita.docx", body, pictures)


def drop(window, path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, files, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, files, left, none))


def test_a_word_document_dropped_is_a_story_with_its_photo(window, store, document, eventually):
    drop(window, document)

    eventually(lambda: window.desk.story is not None)
    assert window.page.headline.text() == "Pasar Rekaan Dibuka Pagi Ini"
    assert window.page.body.text() == "Warga **antusias**."
    assert window.desk.story.dateline.place == "SERANG"
    eventually(lambda: len(store.stories.list()) == 1)
    (photo,) = store.stories.get(window.desk.story.id).photos
    assert (photo.file, photo.alt, photo.lead) == ("berita-1.png", "Warga di pasar", True)
    assert store.media.path(photo.digest).read_bytes() == picture()
    assert "1 gambar" in window.banner.text  # it is of a kind that can't be used


def test_the_dialog_lists_all_kinds_and_opens_a_packed_story(window, store, tmp_path, eventually):
    (tmp_path / "pasar.png").write_bytes(picture())
    story = Story("Pasar Rekaan", body="Isi.", photos=(Photo("pasar.png", "Warga."),))
    path = write_naskah(story, lambda photo: tmp_path / photo.file, tmp_path / "pasar.naskah")

    filters: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            waiting.stop()
            filters.extend(dialog.nameFilters())
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            dialog.accept()

    waiting = QTimer(window, interval=10)  # the dialog holds up the key press that opened it
    waiting.timeout.connect(choose)
    waiting.start()
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    for kind in ("*.md", "*.txt", "*.docx", "*.html", "*.htm", "*.naskah"):
        assert kind in filters[0]
    eventually(lambda: window.desk.story is not None)
    assert window.page.headline.text() == "Pasar Rekaan"
    (photo,) = window.desk.story.photos
    assert (photo.file, photo.caption) == ("pasar.png", "Warga.")
    with (
        Image.open(store.media.path(photo.digest)) as kept,
        Image.open(tmp_path / "pasar.png") as packed,
    ):
        assert kept.convert("RGB").tobytes() == packed.convert("RGB").tobytes()


def test_what_cannot_be_opened_is_said_in_the_window(window, tmp_path, eventually):
    path = tmp_path / "rusak.docx"
    path.write_bytes(b"bukan dokumen")
    drop(window, path)

    eventually(lambda: "rusak; buka di Word" in window.banner.text)
    assert window.desk.story is None
