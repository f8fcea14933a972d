"""Exporting from the window: what stands in the way is named, then the bundle lies there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from newsroom.story.story import Photo
from newsroom.ui.dialogs.export_dialog import ExportDialog


@pytest.fixture
def picture(tmp_path) -> Path:
    path = tmp_path / "foto.jpg"
    Image.effect_noise((2400, 1600), 80).convert("RGB").save(path)
    return path


@pytest.fixture
def complete(writing, store, picture):
    """The window with a story that lacks nothing, and so many photos."""

    def opener(photos: int = 1, **fields):
        digest = store.media.add(picture)
        made = tuple(
            Photo("foto.jpg", "Warga.", "Rina Contoh", "Warga", lead=n == 0, digest=digest)
            for n in range(photos)
        )
        return writing("Perahu itu singgah.", section="Pendidikan", photos=made, **fields)

    return opener


@pytest.fixture
def export(eventually):
    """Opens the dialog by its key and waits for the check."""

    def opener(window, out: Path) -> ExportDialog:
        window.activateWindow()  # no window manager does it here when a dialog closes
        eventually(window.isActiveWindow)
        QTest.keyClick(window.page.body, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        eventually(lambda: shown(window))
        dialog = shown(window)
        dialog.destination.setText(str(out))
        eventually(lambda: dialog.findings.errors is not None)
        return dialog

    return opener


def shown(window) -> ExportDialog | None:
    return next((d for d in window.findChildren(ExportDialog) if d.isVisible()), None)


def test_what_is_missing_is_named_and_led_to(writing, export, tmp_path, eventually):
    window = writing("", headline="")
    dialog = export(window, tmp_path)
    assert not dialog.export.isEnabled()
    for part in ("judul", "tubuh berita", "rubrik"):
        assert part in dialog.message.text().lower()
    dialog.findings.setFocus()
    dialog.findings.setCurrentRow(0)
    QTest.keyClick(dialog.findings, Qt.Key.Key_Return)
    eventually(lambda: not shown(window))
    window.activateWindow()
    eventually(window.page.headline.hasFocus)


def test_a_field_that_a_template_left_stops_the_export_and_is_led_to(
    complete, export, tmp_path, eventually
):
    window = complete()
    body = window.page.body
    eventually(lambda: window.aids.is_ready and window.aids._snippets)
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, " Baca kt")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    eventually(lambda: body.textCursor().selectedText() == "⟨kutipan⟩")
    QTest.keyClicks(body, "Kami siap")
    dialog = export(window, tmp_path / "paket")
    assert not dialog.export.isEnabled()
    assert "Lengkapi atau perbaiki dulu: tubuh berita." in dialog.message.text()
    assert [dialog.findings.item(row).text() for row in (0, 1)] == [
        "Wajib · Isian ⟨nama⟩ belum diisi.",
        "Wajib · Isian ⟨jabatan⟩ belum diisi.",
    ]
    dialog.findings.setFocus()
    dialog.findings.setCurrentRow(0)
    QTest.keyClick(dialog.findings, Qt.Key.Key_Return)
    eventually(lambda: not shown(window))
    window.activateWindow()
    eventually(body.hasFocus)
    assert body.textCursor().selectedText() == "⟨nama⟩"
    QTest.keyClicks(body, "Karta")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClicks(body, "petani")
    assert "“Kami siap,” kata Karta, petani, " in body.text()
    dialog = export(window, tmp_path / "paket")
    assert dialog.export.isEnabled()


def test_a_field_in_a_caption_is_led_to(complete, export, tmp_path, eventually, paste):
    window = complete()
    window.show_tab("photos")
    caption = window.inspector.photos.cards[0].caption
    caption.setFocus()
    caption.moveCursor(caption.textCursor().MoveOperation.End)
    paste(caption, " di ⟨tempat⟩")
    window.page.body.setFocus()
    dialog = export(window, tmp_path / "paket")
    assert not dialog.export.isEnabled()
    assert "keterangan foto 1" in dialog.message.text()
    dialog.findings.setFocus()
    dialog.findings.setCurrentRow(0)
    QTest.keyClick(dialog.findings, Qt.Key.Key_Return)
    eventually(lambda: not shown(window))
    window.activateWindow()
    caption = window.inspector.photos.cards[0].caption
    eventually(caption.hasFocus)
    assert caption.textCursor().selectedText() == "⟨tempat⟩"


def test_the_last_words_are_in_the_bundle(complete, export, tmp_path, eventually):
    window = complete()
    window.page.body.moveCursor(window.page.body.textCursor().MoveOperation.End)
    QTest.keyClicks(window.page.body, " Kata terakhir.")
    dialog = export(window, tmp_path / "paket")
    assert dialog.export.isEnabled()
    dialog.export.click()
    eventually(dialog.open_folder.isVisible)
    (bundle,) = (tmp_path / "paket").iterdir()
    assert str(bundle) in dialog.message.text()
    with zipfile.ZipFile(bundle) as parts:
        assert "Kata terakhir." in parts.read("artikel.html").decode()
        assert any(name.startswith("media/") for name in parts.namelist())
    dialog.leave.click()
    assert not shown(window)
    # and once more, over what is there
    dialog = export(window, tmp_path / "paket")
    dialog.export.click()
    sure = dialog.findChild(QMessageBox)
    assert "paket kedua" in sure.informativeText()
    next(one for one in sure.buttons() if one.text() == "Buat paket kedua").click()
    eventually(dialog.open_folder.isVisible)
    assert len(list((tmp_path / "paket").iterdir())) == 1


def test_progress_shows_and_stopping_leaves_nothing(complete, export, tmp_path, eventually):
    window = complete(photos=12)
    dialog = export(window, tmp_path / "paket")
    seen = []
    dialog.progress.valueChanged.connect(seen.append)
    dialog.export.click()
    eventually(lambda: len(seen) > 1)
    assert dialog.progress.maximum() == 13
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: dialog.message.text() == "Ekspor dibatalkan.")
    assert not (tmp_path / "paket").exists() or list((tmp_path / "paket").iterdir()) == []
    assert dialog.export.isEnabled()


def test_a_place_that_cannot_be_written_to(complete, export, tmp_path, eventually):
    window = complete()
    (tmp_path / "berkas").write_text("bukan folder")
    dialog = export(window, tmp_path / "berkas" / "paket")
    dialog.export.click()
    eventually(lambda: dialog.export.isEnabled())
    message = dialog.message.text()
    assert "tidak dapat ditulis" in message
    assert "Errno" not in message
    dialog.destination.setText(str(tmp_path))
    dialog.export.click()
    eventually(dialog.open_folder.isVisible)


def test_a_picture_that_vanished_is_named(complete, export, newsroom, tmp_path, eventually):
    window = complete()
    for path in (newsroom.home / "media").rglob("*.jpg"):
        path.unlink()
    dialog = export(window, tmp_path)
    assert not dialog.export.isEnabled()
    assert "foto" in dialog.message.text().lower()


def test_exports_leave_nothing_behind_in_the_window(complete, export, tmp_path, eventually):
    from newsroom.ui.exports.exporting import Exporting

    window = complete()
    for _ in range(3):
        dialog = export(window, tmp_path)
        dialog.leave.click()
        eventually(lambda: not shown(window))
    eventually(lambda: not window.findChildren(ExportDialog))
    assert not window.findChildren(Exporting)


def test_the_reason_of_an_export_is_in_the_timeline(writing, export, store, tmp_path, eventually):
    window = writing("Perahu itu singgah.")
    dialog = export(window, tmp_path / "paket")
    assert not dialog.export.isEnabled()
    QTest.keyClicks(dialog.override.edit, "Rubrik dipilih di situs")
    dialog.export.click()
    eventually(dialog.open_folder.isVisible)
    dialog.leave.click()
    eventually(lambda: store.versions.list(window.desk.story.id))
    note = store.versions.list(window.desk.story.id)[0].note
    what, _, why = note.partition("; ")
    assert what.startswith("infobanten, ")
    assert why == "tetap diekspor: Rubrik dipilih di situs (dilewati: Rubrik belum dipilih.)"
