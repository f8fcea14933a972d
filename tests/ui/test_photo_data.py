"""What is known of photos as pictures come, go, and lend each other their words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.story.rights import Rights
from newsroom.story.story import Photo
from newsroom.ui.inspector.photos.sharing import SharingDialog
from tests.photos.exif_reader import exiftool

Z = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def picture(tmp_path: Path):
    """Makes a picture file that says something of itself."""

    def make(name: str, colour: str, **said: str) -> Path:
        path = tmp_path / name
        Image.new("RGB", (640, 400), colour).save(path)
        tags = {"caption": "dc:Description", "creator": "dc:Creator", "city": "photoshop:City"}
        exiftool(
            "-overwrite_original",
            *(f"-XMP-{tags[key]}={value}" for key, value in said.items()),
            path,
        )
        return path

    return make


def words(window) -> list[tuple[str, str]]:
    return [(photo.caption, photo.credit) for photo in window.desk.story.photos]


def shown(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


TWO = (Photo("a.jpg", "Ditulis dengan susah.", "Rina"), Photo("b.jpg", "Warga panen.", "Budi"))


def share(window, index: int, eventually) -> None:
    """Use the caption and the credit of a photo for all others."""
    card = window.inspector.photos.card(index)
    card.help.for_some.emit()
    eventually(lambda: isinstance(QApplication.activeModalWidget(), SharingDialog))
    dialog = QApplication.activeModalWidget()
    dialog.all.click()
    dialog.credit.click()
    dialog.use.click()


def test_shared_words_are_taken_back_from_the_banner(writing, store, eventually):
    window = writing("Isi.", photos=TWO)
    window.show_tab("photos")
    share(window, 1, eventually)
    assert words(window) == [("Warga panen.", "Budi")] * 2
    assert window.banner.text == "Keterangan dipakai untuk 1 foto."

    QTest.mouseClick(window.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert words(window) == [(photo.caption, photo.credit) for photo in TWO]
    assert window.inspector.photos.card(0).caption.text() == "Ditulis dengan susah."
    assert window.banner.text == ""
    eventually(lambda: store.stories.get(window.desk.story.id).photos == window.desk.story.photos)


def test_shared_words_are_taken_back_by_key(writing, eventually):
    window = writing("Isi.", photos=TWO)
    window.show_tab("photos")
    share(window, 1, eventually)
    card = window.inspector.photos.card(0)
    QTest.keyClicks(card.credit, "!")  # what is written since stays

    card.more.setFocus()
    QTest.keyClick(card.more, *Z)

    assert words(window) == [("Ditulis dengan susah.", "Budi!"), ("Warga panen.", "Budi")]


def test_captions_put_into_empty_ones_are_taken_back(writing, eventually):
    window = writing("Isi.", photos=(Photo("a.jpg", "Warga panen."), Photo("b.jpg")))
    window.show_tab("photos")
    card = window.inspector.photos.card(0)
    card.help.shared.emit()
    assert words(window) == [("Warga panen.", "")] * 2
    card.more.setFocus()
    QTest.keyClick(card.more, *Z)
    assert words(window) == [("Warga panen.", ""), ("", "")]


def test_another_picture_brings_its_own_data(writing, picture, eventually):
    window = writing("Isi.")
    window.desk.add_photos(
        [picture("satu.jpg", "teal", caption="Satu.", creator="Rina", city="Andai")]
    )
    eventually(lambda: window.desk.story.photos)
    window.show_tab("photos")
    card = window.inspector.photos.card(0)
    QTest.keyClicks(card.caption, "Ditulis: ")

    window.desk.set_picture(0, picture("dua.jpg", "navy", caption="Dua.", creator="Budi"))

    eventually(lambda: window.desk.story.photos[0].file == "dua.jpg")
    (photo,) = window.desk.story.photos
    assert (photo.creator, photo.credit, photo.place) == ("Budi", "Budi", "")
    assert "Satu." in photo.caption
    assert card.credit.text() == "Budi"
    assert window.banner.text == (
        "Gambar diganti. Diisi dari berkas baru: kredit, pemotret. "
        "Dikosongkan karena milik gambar lama: tempat. "
        "Tetap seperti yang ditulis, periksa lagi: keterangan."
    )


def test_a_story_file_with_a_bad_picture_is_opened_and_the_picture_told(
    window, store, picture, tmp_path, eventually
):
    whole = picture("utuh.jpg", "teal", caption="Dari berkas.", creator="Rina")
    (tmp_path / "kosong.jpg").write_bytes(b"")
    shutil.copy(whole, tmp_path / "potong.jpg")
    with (tmp_path / "potong.jpg").open("r+b") as file:
        file.truncate(whole.stat().st_size - 600)
    path = tmp_path / "naskah.md"
    path.write_text(
        "---\nheadline: Panen\nphotos:\n- file: kosong.jpg\n- file: potong.jpg\n"
        "- file: utuh.jpg\n---\n\nWarga panen.\n"
    )

    window.desk.read_file(path)

    eventually(lambda: window.desk.story is not None)
    assert window.page.body.text() == "Warga panen."
    assert [bool(photo.digest) for photo in window.desk.story.photos] == [False, False, True]
    assert words(window)[2] == ("Dari berkas.", "Rina")
    eventually(lambda: "kosong.jpg: berkasnya kosong" in window.banner.text)
    assert "potong.jpg: berkas foto rusak" in window.banner.text


def test_what_no_person_types_does_not_get_into_a_field(writing, eventually):
    window = writing("Isi.", photos=(Photo("a.jpg", "Warga panen.", "Rina"),))
    window.show_tab("photos")
    card = window.inspector.photos.card(0)
    for field in (card.credit, card.place):
        QApplication.clipboard().setText("Warga\x0bpanen\x00\x07")
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (photo,) = window.desk.story.photos
    assert (photo.credit, photo.place) == ("Warga panen", "Warga panen")


def test_a_courtesy_photo_is_asked_for_its_source_once(writing, eventually):
    window = writing("Isi.", photos=(Photo("a.jpg", "Warga panen.", "Istimewa"),))
    window.show_tab("photos")
    card = window.inspector.photos.card(0)
    ground = card.field("rights")

    def asked() -> list[str]:
        return [text for text in shown(card.rights) if "dari siapa" in text]

    eventually(asked)
    ground.set_rights(Rights.COURTESY)
    ground.edited.emit()
    assert asked() == ["Foto istimewa: tulis dari siapa foto ini diperoleh."]
