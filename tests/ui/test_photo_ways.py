"""Photographs from folders, the clipboard and camera cards, and files that are none."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.story import Photo
from newsroom.ui.dialogs.card_dialog import CardDialog
from newsroom.ui.editor.edit_menu import edit_menu
from newsroom.ui.inspector.photos.sharing import SharingDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


def picture(path: Path, taken: str = "", colour: str = "teal", size=(64, 40)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    if taken:
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
    Image.new("RGB", size, colour).save(path, exif=exif)
    return path


def names(window) -> list[str]:
    return [photo.file for photo in window.desk.story.photos]


def drop(window, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, NO_KEY
    QApplication.sendEvent(window.page.body.viewport(), QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *how))


@pytest.fixture
def clipboard() -> Iterator[QMimeData]:
    """What is put into it lies on the clipboard once Ctrl+V is pressed."""
    yield QMimeData()
    QGuiApplication.clipboard().clear()


def press_paste(widget, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(widget, Qt.Key.Key_V, CONTROL)


def kept(newsroom) -> list[Path]:
    return [path for path in (newsroom.home / "media").rglob("*") if path.is_file()]


# Folders.


def test_a_dropped_folder_gives_its_pictures_in_the_order_taken(writing, tmp_path, eventually):
    picture(tmp_path / "liputan" / "a.jpg", "2026:11:03 09:00:00", "teal")
    picture(tmp_path / "liputan" / "pagi" / "b.jpg", "2026:11:03 07:00:00", "navy")
    (tmp_path / "liputan" / "catatan.txt").write_text("x")
    (tmp_path / "liputan" / "wawancara.mp4").write_bytes(b"x")
    window = writing("Isi")

    drop(window, tmp_path / "liputan")

    eventually(lambda: names(window) == ["b.jpg", "a.jpg"])
    eventually(lambda: "Dilewati" in window.banner.text)
    assert window.banner.text == (
        "Dilewati dari folder karena bukan gambar: 1 berkas lain, 1 video."
    )


# Files that are no pictures.


def test_several_faults_in_one_drop_are_one_message_and_the_rest_goes_on(
    writing, newsroom, tmp_path, eventually
):
    good = picture(tmp_path / "baik.jpg")
    cut = picture(tmp_path / "terpotong.jpg", colour="navy", size=(800, 600))
    cut.write_bytes(cut.read_bytes()[:-200])
    empty, pdf, pipe, folder = (
        tmp_path / name for name in ("kosong.jpg", "surat.jpg", "pipa.jpg", "album.jpg")
    )
    empty.touch()
    pdf.write_bytes(b"%PDF-1.7")
    os.mkfifo(pipe)
    folder.mkdir()
    gone = tmp_path / "hilang.jpg"
    last = picture(tmp_path / "akhir.png", colour="red")
    told: list[str] = []
    window = writing("Isi")
    window.desk.refused.connect(told.append)

    drop(window, good, cut, empty, pdf, pipe, folder, gone, last)

    eventually(lambda: told)
    assert names(window) == ["baik.jpg", "akhir.png"]
    assert told == [
        "6 berkas tidak ditambahkan:\n"
        "• album.jpg: tidak ada gambar di folder ini\n"
        "• terpotong.jpg: berkas foto rusak atau tidak lengkap; salin lagi dari kamera\n"
        "• kosong.jpg: berkasnya kosong (0 bita); salin lagi dari kamera\n"
        "• surat.jpg: ini berkas PDF, bukan foto; simpan halamannya sebagai JPEG atau PNG\n"
        "• pipa.jpg: ini bukan berkas; salin fotonya ke folder lain dulu\n"
        "• hilang.jpg: berkas foto tidak ditemukan"
    ]
    assert window.banner.text == told[0]
    assert len(kept(newsroom)) == 2


def test_a_bomb_and_a_giant_are_refused_and_what_comes_after_is_taken(
    writing, newsroom, tmp_path, eventually
):
    bomb = tmp_path / "bom.png"
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head
        + struct.pack(">I", zlib.crc32(b"IHDR" + head))
        + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    )  # fmt: skip
    giant = picture(tmp_path / "raksasa.jpg")
    os.truncate(giant, 5_000_000_000)
    good = picture(tmp_path / "baik.jpg", colour="navy")
    window = writing("Isi")

    drop(window, bomb, giant, good)

    eventually(lambda: names(window) == ["baik.jpg"])
    eventually(lambda: "megapiksel" in window.banner.text)
    assert "raksasa.jpg: berkasnya lebih besar dari 400 MB" in window.banner.text
    assert len(kept(newsroom)) == 1


def test_many_faults_are_counted_not_all_listed(writing, tmp_path, eventually):
    paths = [tmp_path / f"{number}.jpg" for number in range(30)]
    for path in paths:
        path.write_text("bukan foto")
    window = writing("Isi")

    drop(window, *paths)

    eventually(lambda: window.banner.text.startswith("30 berkas tidak ditambahkan:"))
    assert window.banner.text.endswith("… dan 24 berkas lain.")
    assert len(window.banner.text.splitlines()) == 8


@pytest.fixture
def full_media(newsroom) -> Iterator[Path]:
    """The store's pictures on a disk of their own with room for very little."""
    media = newsroom.home / "media"
    media.mkdir(parents=True)
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", media], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("no disk can be mounted here")
    yield media
    subprocess.run(["umount", media], check=True)


def test_a_disk_that_fills_up_is_told_once_and_nothing_is_half_written(
    full_media, writing, newsroom, tmp_path, eventually
):
    little = picture(tmp_path / "kecil.jpg")
    large = [tmp_path / f"besar{number}.png" for number in range(5)]
    for number, path in enumerate(large):
        Image.effect_noise((600, 400), 50 + number).save(path)
    told: list[str] = []
    window = writing("Isi")
    window.desk.refused.connect(told.append)

    drop(window, little, *large)

    eventually(lambda: told)
    assert names(window) == ["kecil.jpg"]
    assert len(told) == 1
    assert told[0].startswith("Ruang cakram habis")
    assert told[0].endswith("4 berkas sesudahnya belum ditambahkan.")
    assert [path.suffix for path in kept(newsroom)] == [".jpg"]


# The clipboard.


def test_a_picture_pasted_into_the_text_is_a_photo(writing, store, clipboard, tmp_path, eventually):
    window = writing("Isi")
    clipboard.setImageData(QImage(str(picture(tmp_path / "layar.png", size=(300, 200)))))

    press_paste(window.page.body, clipboard)

    eventually(lambda: len(names(window)) == 1)
    (photo,) = window.desk.story.photos
    assert photo.file.startswith("tempelan-")
    assert photo.file.endswith(".png")
    with Image.open(store.media.path(photo.digest)) as stored:
        assert (stored.format, stored.size) == ("PNG", (300, 200))
    assert window.page.body.text() == "Isi"


def test_the_menu_of_the_text_pastes_a_picture_as_a_photo_and_words_as_words(
    writing, clipboard, eventually
):
    window = writing("Warga membaca.")
    clipboard.setImageData(QImage(64, 40, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(clipboard)
    window.page.body.setFocus()
    choose(edit_menu(window.page.body), "Tempel")
    eventually(lambda: len(names(window)) == 1)
    assert window.page.body.text() == "Warga membaca."
    QGuiApplication.clipboard().setText("Kemarin ")
    choose(edit_menu(window.page.body), "Tempel")
    assert window.page.body.text() == "Kemarin Warga membaca."
    choose(edit_menu(window.page.body), "Tempel tanpa format")
    assert window.page.body.text() == "Kemarin Kemarin Warga membaca."


def choose(menu, name: str) -> None:
    (action,) = (action for action in menu.actions() if action.text() == name)
    assert action.isEnabled()
    action.trigger()


def test_a_jpeg_on_the_clipboard_keeps_its_bytes(writing, store, clipboard, tmp_path, eventually):
    original = picture(tmp_path / "foto.jpg", size=(300, 200))
    window = writing("Isi")
    window.show_tab("photos")
    window.inspector.photos.add.setFocus()
    clipboard.setImageData(QImage(str(original)))
    clipboard.setData("image/jpeg", original.read_bytes())

    press_paste(window.inspector.photos.add, clipboard)

    eventually(lambda: len(names(window)) == 1)
    (photo,) = window.desk.story.photos
    assert photo.file.endswith(".jpg")
    assert store.media.path(photo.digest).read_bytes() == original.read_bytes()


def test_words_that_come_with_a_picture_are_pasted_as_words(writing, clipboard, eventually):
    """Word and Excel put a picture of the text beside it."""
    window = writing("")
    clipboard.setImageData(QImage(20, 20, QImage.Format.Format_RGB32))
    clipboard.setText("Harga cabai")

    press_paste(window.page.body, clipboard)

    eventually(lambda: window.page.body.text() == "Harga cabai")
    assert names(window) == []


def test_copied_files_are_pasted_as_photos(writing, clipboard, tmp_path, eventually):
    paths = [picture(tmp_path / "satu.jpg"), picture(tmp_path / "dua.jpg", colour="navy")]
    window = writing("Isi")
    clipboard.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    clipboard.setText("\n".join(str(path) for path in paths))

    press_paste(window.page.body, clipboard)

    eventually(lambda: names(window) == ["satu.jpg", "dua.jpg"])
    assert window.page.body.text() == "Isi"


def test_the_command_says_when_there_is_nothing_to_paste(writing, clipboard):
    window = writing("Isi")
    clipboard.setText("kata saja")
    QGuiApplication.clipboard().setMimeData(clipboard)

    window.actions_["paste_photo"].trigger()

    assert window.banner.text == "Tidak ada gambar di papan klip. Salin gambarnya dulu."


def test_an_empty_clipboard_is_no_fault(writing):
    window = writing("Isi")
    QGuiApplication.clipboard().clear()
    window.page.body.setFocus()
    QTest.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(window.page.body, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.page.body.text() == "Isi"
    window.actions_["paste_photo"].trigger()
    assert window.banner.text == "Tidak ada gambar di papan klip. Salin gambarnya dulu."


# How it goes on.


def test_a_long_adding_tells_how_far_it_is_and_can_be_stopped(writing, tmp_path, eventually):
    paths = [
        picture(tmp_path / f"{number}.jpg", colour=f"#{number:02x}4060", size=(1500, 1000))
        for number in range(60)
    ]
    window = writing("Isi")
    window.show_tab("photos")
    adding = window.inspector.photos.adding

    drop(window, *paths)
    eventually(lambda: adding.isVisible() and names(window))
    QTest.mouseClick(adding.stop, Qt.MouseButton.LeftButton)

    eventually(lambda: not adding.isVisible())
    eventually(lambda: window.desk.is_safe)
    assert 0 < len(names(window)) < 60
    assert names(window) == [path.name for path in paths][: len(names(window))]


def test_a_story_of_many_photos_shows_and_finds_every_one(writing, eventually):
    photos = tuple(Photo(f"{n}.jpg", f"Warga {n}.", digest=f"{n:064x}") for n in range(1, 41))
    window = writing("Isi", photos=photos)
    window.show_tab("photos")
    panel = window.inspector.photos

    assert panel.card(39).caption.text() == "Warga 40."
    eventually(lambda: len(panel.cards) == 40)
    QTest.keyClicks(panel.cards[20].credit, "Rina")
    assert window.desk.story.photos[20].credit == "Rina"
    assert window.desk.story.photos[19].credit == ""


# The camera card.


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A card as cameras leave it: three pictures, a video, one picture elsewhere."""
    folder = tmp_path / "KAMERA"
    for number, colour in enumerate(("teal", "navy", "red")):
        path = picture(folder / "DCIM" / "100CANON" / f"IMG_000{number}.JPG", colour=colour)
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    (folder / "DCIM" / "100CANON" / "MVI_0009.MOV").write_bytes(b"x")
    picture(folder / "latar.jpg")
    return folder


@pytest.fixture
def dialog(qtbot, theme, card, tmp_path) -> CardDialog:
    made = CardDialog(theme, volumes=lambda: [tmp_path, card])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.isVisible())
    return made


def shown(dialog: CardDialog) -> list[str]:
    model = dialog.list.pictures
    return [model.picture(row).path.name for row in range(model.rowCount())]


def test_a_card_shows_its_pictures_newest_first_with_thumbnails(dialog, eventually):
    assert shown(dialog) == ["IMG_0002.JPG", "IMG_0001.JPG", "IMG_0000.JPG"]
    assert not dialog.add.isEnabled()
    dialog.list.viewport().grab()
    eventually(lambda: dialog.list.pictures.image(0) is not None)
    assert dialog.list.pictures.image(0).pixelColor(5, 5).red() > 200


def test_pictures_are_chosen_by_keyboard_and_come_oldest_first(qtbot, dialog):
    chosen: list[list[Path]] = []
    dialog.chosen.connect(chosen.append)
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.add.text() == "Tambah 2 foto"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [[path.name for path in paths] for paths in chosen] == [["IMG_0001.JPG", "IMG_0002.JPG"]]


def test_pictures_are_chosen_by_mouse(dialog):
    chosen: list[list[Path]] = []
    dialog.chosen.connect(chosen.append)
    view, left = dialog.list, Qt.MouseButton.LeftButton
    for row, keys in ((0, NO_KEY), (2, CONTROL)):
        spot = view.visualRect(view.pictures.index(row)).center()
        QTest.mouseClick(view.viewport(), left, keys, spot)
    QTest.mouseClick(dialog.add, left)
    assert [path.name for path in chosen[0]] == ["IMG_0000.JPG", "IMG_0002.JPG"]


def test_a_card_dialog_is_left_by_escape_with_nothing_chosen(dialog):
    chosen: list[list[Path]] = []
    dialog.chosen.connect(chosen.append)
    dialog.list.selectAll()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert chosen == []


def test_without_a_card_one_is_told_what_to_do_and_may_look_again(
    qtbot, theme, card, tmp_path, eventually
):
    volumes = [tmp_path]
    made = CardDialog(theme, volumes=lambda: list(volumes))
    qtbot.addWidget(made)
    made.show()
    eventually(lambda: made.note._title.text() == "Kartu kamera tidak ditemukan")
    volumes.append(card)
    QTest.mouseClick(made.again, Qt.MouseButton.LeftButton)
    eventually(lambda: made.list.isVisible())
    assert len(shown(made)) == 3


# One caption for several.


def test_one_caption_for_chosen_photos(writing):
    photos = (
        Photo("a.jpg", "Warga panen.", "Rina"),
        Photo("b.jpg"),
        Photo("c.jpg", "Lain."),
        Photo("d.jpg"),
    )
    window = writing("Isi", photos=photos)
    window.show_tab("photos")
    card = window.inspector.photos.cards[0]
    menu = card.help.menu()
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text() == "Pakai untuk foto tertentu…").trigger()
    (dialog,) = window.findChildren(SharingDialog)
    assert dialog.use.text() == "Pakai untuk 2 foto"  # those without one are ticked

    QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # b.jpg no more
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # but c.jpg
    QTest.keyClick(dialog.credit, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    told = [(photo.caption, photo.credit) for photo in window.desk.story.photos]
    same = ("Warga panen.", "Rina")
    assert told == [same, ("", ""), same, same]
