"""When something is broken: said in plain words, nothing written is lost, and it mends itself."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox

from newsroom.store import database
from newsroom.store.place import DATABASE, HEAD
from newsroom.story.front_matter import read_story
from newsroom.story.story import Photo
from newsroom.ui.desk import desk, saving


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """Tries again after tenths of a second, where the program takes seconds."""
    monkeypatch.setattr(saving, "RETRY_AFTER", 100)
    monkeypatch.setattr(desk, "RETRY_AFTER", 100)
    monkeypatch.setattr(database, "PATIENCE", 0.05)


def state(window) -> str:
    labels = window.status_line.findChildren(QLabel)
    return next(x.text() for x in labels if x.objectName() == "savedState")


def question(window) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window, text: str) -> None:
    next(button for button in question(window).buttons() if button.text() == text).click()


def save_as(path: Path) -> None:
    """Type a path into the file dialog as soon as it is there, and confirm."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, fill)


def plain(message: str) -> bool:
    """Say whether a message is one for people."""
    return " " in message and not any(
        word in message for word in ("Error", "Errno", "sqlite", "Traceback", "Exception")
    )


@pytest.mark.parametrize("missing", ["library", "dictionary"])
def test_without_hunspell_one_is_told_once_and_words_are_checked_all_the_same(
    monkeypatch, writing, store, eventually, qtbot, tmp_path, missing
):
    if missing == "library":
        monkeypatch.setenv("PYENCHANT_LIBRARY_PATH", str(tmp_path / "tidak-ada.so"))
        package = "libenchant-2-2"
    else:  # one of the user's own, which enchant takes before the machine's
        own = tmp_path / "enchant" / "hunspell"
        own.mkdir(parents=True)
        (own / "id_ID.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (own / "id_ID.dic").write_text("0\n", encoding="utf-8")
        monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(own.parent))
        package = "hunspell-id"
    window = writing()
    eventually(lambda: package in window.banner.text)
    assert plain(window.banner.text)
    labels = [label.text() for label in window.status_line.findChildren(QLabel)]
    assert "Ejaan: daftar kata sendiri" in labels
    window.banner._close.click()
    QTest.keyClicks(window.page.body, "Kerja efesien")
    eventually(lambda: store.stories.get(window.desk.story.id).body == "Kerja efesien")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    qtbot.wait(150)
    assert window.banner.text == ""
    (marked,) = [f for f in window.findings.found if f.rule == "spelling"]
    assert (marked.text, marked.suggestions[0]) == ("efesien", "efisien")


def test_with_a_faulty_house_style_nothing_is_marked_and_one_is_told_so(
    newsroom, writing, store, eventually
):
    folder = newsroom.home / "house"
    folder.mkdir()
    (folder / "infobanten.toml").write_text('severity = "berat"\n', encoding="utf-8")
    window = writing()
    eventually(lambda: "infobanten.toml, baris 1" in window.banner.text)
    labels = [label.text() for label in window.status_line.findChildren(QLabel)]
    assert "Ejaan: tidak tersedia" in labels
    QTest.keyClicks(window.page.body, "Kerja efesien")
    eventually(lambda: store.stories.get(window.desk.story.id).body == "Kerja efesien")


def broken_folder(home: Path):
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("bukan folder")
    return home.unlink


def newer_store(home: Path):
    def set_version(version: str) -> None:
        with closing(sqlite3.connect(home / DATABASE)) as opened, opened:
            opened.execute("UPDATE alembic_version SET version_num = ?", (version,))

    from newsroom.store.store import Store

    Store.open(home).close()
    set_version("9999")
    return lambda: set_version(HEAD)


def damaged_file(home: Path):
    home.mkdir(parents=True)
    (home / DATABASE).write_bytes(b"Ini surat, bukan basis data.\n" * 200)
    return (home / DATABASE).unlink


@pytest.mark.parametrize(
    ("breaking", "says"),
    [
        (broken_folder, "sudah ada sebuah berkas"),
        (newer_store, "lebih baru"),
        (damaged_file, "rusak atau bukan data Newsroom"),
    ],
)
def test_a_store_that_cannot_be_opened(breaking, says, newsroom, open_window, eventually):
    mend = breaking(newsroom.home)
    window = open_window()
    assert says in window.banner.text
    assert plain(window.banner.text)
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story is not None)
    QTest.keyClicks(window.page.headline, "Tetap Menulis")
    QTest.keyClicks(window.page.body, "Isi berita.")
    eventually(lambda: state(window) == "▲ Belum tersimpan")
    assert says in window.banner.text
    assert window.page.body.text() == "Isi berita."

    mend()
    # A damaged file may just then be under repair, which goes on, and is told of, without it.
    eventually(lambda: state(window).startswith("● Tersimpan"), timeout=40_000)
    assert says not in window.banner.text
    with closing(newsroom.open_store()) as store:
        assert [s.headline for s in store.stories.list()] == ["Tetap Menulis"]
    eventually(lambda: window.queue.list.model().rowCount() == 1)


def test_a_store_that_comes_back_shows_what_lay_open(newsroom, open_window, eventually):
    with closing(newsroom.open_store()) as store:
        from newsroom.story.story import Story

        saved = store.stories.save(Story(headline="Naskah Lama", body="Isi lama"))
        store.workspace.set("open", saved.id)
    hidden = newsroom.home.with_name("lain")
    newsroom.home.rename(hidden)
    newsroom.home.write_text("bukan folder")
    window = open_window()
    assert window.desk.story is None
    assert window.banner.text
    newsroom.home.unlink()
    hidden.rename(newsroom.home)
    eventually(lambda: window.desk.story is not None)
    assert window.page.body.text() == "Isi lama"
    eventually(lambda: window.banner.text == "")
    eventually(lambda: window.queue.list.model().rowCount() == 1)


@pytest.fixture
def failing(newsroom, open_window, eventually):
    """The window with words in it that can't be stored."""
    broken_folder(newsroom.home)
    window = open_window()
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story is not None)
    QTest.keyClicks(window.page.headline, "Judul Rekaan")
    QTest.keyClicks(window.page.body, "Isi berita.")
    eventually(lambda: window.banner._button.text() == "Simpan salinan ke…")
    assert state(window) == "▲ Belum tersimpan"
    return window


def test_a_message_that_was_closed_stays_closed_while_nothing_is_asked(failing, eventually, qtbot):
    failing.banner._close.click()
    QTest.keyClicks(failing.page.body, " Lagi.")
    qtbot.wait(350)  # some tries later
    assert failing.banner.text == ""
    assert state(failing) == "▲ Belum tersimpan"
    failing.actions_["new"].trigger()  # can't be done, so it is said again
    eventually(lambda: failing.banner.text != "")
    assert failing.page.body.text() == "Isi berita. Lagi."


def test_a_full_disk(writing, store, eventually, paste):
    window = writing()
    story_id = window.desk.story.id
    text = "kata " * 100_000
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        paste(window.page.body, text)
        eventually(lambda: state(window) == "▲ Belum tersimpan")
        assert "ruang cakram" in window.banner.text.lower()
        assert plain(window.banner.text)
        assert store.stories.get(story_id).body == ""
        assert window.page.body.text() == text
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    eventually(lambda: window.banner.text == "")
    assert store.stories.get(story_id).body == text


def test_another_program_that_writes_for_long(writing, store, newsroom, eventually):
    window = writing()
    with closing(sqlite3.connect(newsroom.home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        QTest.keyClicks(window.page.body, "Isi")
        eventually(lambda: "program lain" in window.banner.text)
        assert plain(window.banner.text)
        assert state(window) == "▲ Belum tersimpan"
        QTest.keyClicks(window.page.body, " berita")
        window.page.flush()
        other.execute("ROLLBACK")
    eventually(lambda: window.desk.is_safe and window.banner.text == "")
    stored = store.stories.get(window.desk.story.id)
    assert (stored.body, stored.revision) == ("Isi berita", window.desk.story.revision)


def test_a_copy_can_be_saved_elsewhere(failing, tmp_path, eventually):
    copy = tmp_path / "salinan.md"
    save_as(copy)
    failing.banner._button.click()
    eventually(copy.exists)
    story = read_story(copy.read_text("utf-8"))
    assert (story.headline, story.body.strip()) == ("Judul Rekaan", "Isi berita.")
    eventually(lambda: str(copy) in failing.banner.text)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_copy_has_the_photos_too_as_far_as_they_can_be_read(
    writing, store, newsroom, tmp_path, eventually
):
    pictures = [tmp_path / name for name in ("satu.png", "dua.png")]
    for shade, picture in enumerate(pictures):
        Image.new("RGB", (30, 20), (shade, 0, 0)).save(picture)
    digests = [store.media.add(picture) for picture in pictures]
    store.media.path(digests[1]).unlink()
    photos = tuple(
        Photo(picture.name, "Warga.", digest=digest)
        for picture, digest in zip(pictures, digests, strict=True)
    )
    window = writing("Isi berita.", photos=photos)
    copy = tmp_path / "salinan.naskah"
    save_as(copy)
    window.actions_["save_copy"].trigger()
    eventually(lambda: copy.name in window.banner.text)
    story = newsroom.read_file(copy, split=False)
    assert (story.headline, story.body.strip()) == ("Warga Rekaan Membaca", "Isi berita.")
    assert [photo.caption for photo in story.photos] == ["Warga.", "Warga."]
    with Image.open(story.photos[0].file) as kept:
        assert kept.convert("RGB").getpixel((0, 0)) == (0, 0, 0)


def test_a_copy_that_cannot_be_written_is_told(failing, tmp_path, eventually):
    (tmp_path / "berkas").write_text("bukan folder")
    failing.desk.save_copy(failing.desk.story, tmp_path / "berkas" / "salinan.md")
    eventually(lambda: "Salinan tidak dapat ditulis" in failing.banner.text)
    assert plain(failing.banner.text)


def test_closing_asks_and_can_be_thought_better_of(failing, eventually):
    failing.close()
    eventually(lambda: question(failing))
    assert failing.isVisible()
    assert "belum tersimpan" in question(failing).text()
    answer(failing, "Batal")
    eventually(lambda: not question(failing))
    assert failing.page.body.text() == "Isi berita."
    failing.close()
    eventually(lambda: question(failing))
    answer(failing, "Tutup tanpa menyimpan")
    eventually(lambda: not failing.isVisible())


def test_closing_follows_once_it_is_saved_after_all(failing, newsroom, eventually):
    newsroom.home.unlink()
    failing.close()
    eventually(lambda: not failing.isVisible())
    with closing(newsroom.open_store()) as store:
        assert [s.headline for s in store.stories.list()] == ["Judul Rekaan"]


def test_a_pasted_story_is_not_lost_where_it_cannot_be_stored(newsroom, open_window, eventually):
    from newsroom.story.story import Story

    broken_folder(newsroom.home)
    window = open_window()
    window.desk.take_in(Story(headline="Dari WhatsApp", body="Isi tempelan"))
    eventually(lambda: window.desk.story is not None)
    assert window.page.body.text() == "Isi tempelan"
    eventually(lambda: state(window) == "▲ Belum tersimpan")
    window.desk.take_in(Story(headline="Kedua", body="Isi kedua"))
    window.close()
    eventually(lambda: question(window))
    answer(window, "Batal")
    newsroom.home.unlink()
    eventually(lambda: window.desk.is_safe)
    with closing(newsroom.open_store()) as store:
        both = {"Dari WhatsApp", "Kedua"}
        eventually(lambda: {story.headline for story in store.stories.list()} == both)


@pytest.mark.parametrize(
    ("name", "content"),
    [("naskah.txt", b"\xff\xfe\x00\xd8\x00\x00"), ("naskah.md", b"\x89PNG\r\n\x1a\n\x00\xff")],
)
def test_a_file_that_is_no_text(window, tmp_path, eventually, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    window.desk.read_file(path)
    eventually(lambda: window.banner.text != "")
    assert name in window.banner.text
    assert plain(window.banner.text)
    assert window.desk.story is None


def test_a_photo_that_is_no_picture(writing, store, tmp_path, eventually):
    window = writing("Isi")
    path = tmp_path / "foto.jpg"
    path.write_text("bukan foto")
    missing = tmp_path / "hilang.jpg"
    for wrong in (path, missing):
        window.desk.add_photos([wrong])
        eventually(lambda wrong=wrong: wrong.name in window.banner.text)
        assert plain(window.banner.text)
    assert window.desk.story.photos == ()
    assert window.desk.is_safe


@pytest.fixture
def refusing():
    """A data folder, and the user who may not write to it where root runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
    folder.chmod(0o555)
    yield folder, *([65534] if os.geteuid() == 0 else [])
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are POSIX's")
def test_a_folder_that_may_not_be_written_to(drive, refusing):
    (said,) = drive("message", *refusing)
    assert "Periksa izin folder" in said["message"]
    assert list(refusing[0].iterdir()) == []
