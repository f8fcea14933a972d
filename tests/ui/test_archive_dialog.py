"""“Impor arsip”: looked at, taken in, stopped and gone on with, and told of."""

from __future__ import annotations

import csv
import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from newsroom.exchange.archive.report import Line, Outcome, Report
from newsroom.resources import resource
from newsroom.store.store import Store
from newsroom.ui.archive.archiving import Archiving
from newsroom.ui.dialogs.archive.dialog import ArchiveDialog
from tests.exchange.documents import make_docx, paragraph
from tests.exchange.wxr_files import export, item
from tests.store.backup.test_automatic import files_no_larger_than

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
PHOTO = resource("samples", "perahu-pustaka.jpg")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder as newsrooms have them, with things in it that are no stories."""
    root = tmp_path / "arsip"
    (root / "2018").mkdir(parents=True)
    (root / "2018" / "panen.txt").write_text("Warga Panen Padi\n\nSERANG – Warga memanen padi.")
    make_docx(root / "pasar.docx", paragraph("Pasar dibuka."))
    (root / "rusak.docx").write_bytes(b"bukan dokumen")
    (root / "lama.doc").write_bytes(b"x")
    shutil.copy(PHOTO, root / "perahu.jpg")
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    path = tmp_path / "situs.xml"
    path.write_bytes(export([item(5, "Jembatan Dibuka"), item(9, kind="page"), item(6, "Hujan")]))
    return path


@pytest.fixture
def opened(open_window):
    """Opens the window, and the dialog over it."""

    def opener() -> tuple:
        window = open_window()
        window.actions_["archive"].trigger()
        return window, window.findChild(ArchiveDialog)

    return opener


def choose(dialog: ArchiveDialog, path: Path, eventually) -> None:
    """Choose a folder or a file with its button, as the system's dialog answers."""
    button = dialog.folder if path.is_dir() else dialog.file
    QTest.mouseClick(button, LEFT)
    asked = dialog.findChild(QFileDialog)
    asked.close()
    if path.is_dir():
        asked.fileSelected.emit(str(path))
    else:
        asked.filesSelected.emit([str(path)])
    eventually(lambda: dialog.look.isVisible())


def finished(dialog: ArchiveDialog, eventually) -> str:
    eventually(lambda: not dialog.foot.is_working and dialog.foot.message.text())
    return dialog.foot.message.text()


def take_in(dialog: ArchiveDialog, path: Path, eventually) -> str:
    choose(dialog, path, eventually)
    QTest.keyClick(dialog.go, KEY.Key_Space)
    return finished(dialog, eventually)


def rows(dialog: ArchiveDialog) -> list[tuple[str, ...]]:
    model = dialog.report.rows
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def headlines(home: Path) -> list[str]:
    with closing(Store.open(home)) as store:
        return sorted(one.headline for one in store.stories.list())


def drop(window, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, files, LEFT, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, files, LEFT, none))


def test_a_look_says_what_there_is_before_anything_is_taken(opened, archive, store, eventually):
    _, dialog = opened()
    assert not dialog.go.isEnabled()
    choose(dialog, archive, eventually)
    assert dialog.look.title.text() == "3 naskah ditemukan"
    assert ("1", "berkas .txt") in dialog.look.lines
    assert ("2", "berkas .docx") in dialog.look.lines
    (unread,) = [words for _, words in dialog.look.lines if words.startswith("tidak dapat")]
    assert "lama.doc: .doc belum dapat dibaca" in unread
    assert ("1", "bukan naskah, dilewati: 1 .jpg") in dialog.look.lines
    assert store.stories.list() == []
    assert dialog.focusWidget() is dialog.go


def test_each_story_comes_in_once(opened, archive, newsroom, eventually):
    window, dialog = opened()
    assert take_in(dialog, archive, eventually) == "Selesai: 2 ditambahkan, 2 tidak terbaca."
    assert headlines(newsroom.home) == ["Warga Panen Padi", "pasar"]
    eventually(lambda: window.queue.list.model().rowCount() == 2)

    assert take_in(dialog, archive, eventually) == "Selesai: 2 sudah ada, 2 tidak terbaca."
    assert len(headlines(newsroom.home)) == 2


def test_what_can_not_be_read_stands_first_with_its_reason(opened, archive, eventually):
    _, dialog = opened()
    take_in(dialog, archive, eventually)
    assert [(row[0], row[2]) for row in rows(dialog)] == [
        ("tidak terbaca", "lama.doc"),
        ("tidak terbaca", "rusak.docx"),
    ]
    assert all(row[3] for row in rows(dialog))
    added = dialog.report.chips[Outcome.ADDED]
    assert added.text() == "Ditambahkan 2"
    QTest.mouseClick(added, LEFT)
    assert {row[0] for row in rows(dialog)} == {"ditambahkan"}
    QTest.mouseClick(dialog.report.chips[None], LEFT)
    assert len(rows(dialog)) == 4


def test_a_story_of_the_report_is_opened_by_enter(opened, archive, eventually):
    window, dialog = opened()
    take_in(dialog, archive, eventually)
    QTest.mouseClick(dialog.report.chips[Outcome.ADDED], LEFT)
    table = dialog.report.table
    table.setFocus()
    headline = rows(dialog)[table.chosen][1]
    QTest.keyClick(table, KEY.Key_Return)
    eventually(lambda: window.desk.story is not None)
    assert window.desk.story.headline == headline
    eventually(lambda: window.findChild(Archiving) is None)


def test_an_export_of_a_site_comes_in(opened, site, newsroom, eventually):
    _, dialog = opened()
    choose(dialog, site, eventually)
    assert ("2", "tulisan di 1 berkas ekspor WordPress") in dialog.look.lines
    assert ("1", "bukan naskah, dilewati: 1 halaman situs") in dialog.look.lines
    QTest.keyClick(dialog.go, KEY.Key_Space)
    assert finished(dialog, eventually) == "Selesai: 2 ditambahkan."
    assert headlines(newsroom.home) == ["Hujan", "Jembatan Dibuka"]


def test_what_has_changed_comes_in_anew_only_when_asked_for(opened, site, newsroom, eventually):
    _, dialog = opened()
    take_in(dialog, site, eventually)
    site.write_bytes(export([item(5, "Jembatan Ditutup"), item(6, "Hujan")]))
    assert take_in(dialog, site, eventually) == "Selesai: 1 sudah ada, 1 berubah."
    choose(dialog, site, eventually)
    dialog.look.changed.click()
    QTest.keyClick(dialog.go, KEY.Key_Space)
    assert finished(dialog, eventually) == "Selesai: 1 ditambahkan, 1 sudah ada."
    assert headlines(newsroom.home) == ["Hujan", "Jembatan Dibuka", "Jembatan Ditutup"]


def test_an_import_that_is_stopped_goes_on(opened, tmp_path, newsroom, eventually):
    root = tmp_path / "arsip"
    root.mkdir()
    for number in range(120):
        (root / f"{number}.txt").write_text(f"Berita Rekaan {number}\n\nIsi berita {number}.")
    _, dialog = opened()
    choose(dialog, root, eventually)
    dialog.go.click()
    assert not dialog.folder.isEnabled()
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert finished(dialog, eventually).startswith("Dihentikan se")  # -telah some, -belum any
    assert dialog.isVisible()
    assert len(headlines(newsroom.home)) < 120

    QTest.keyClick(dialog.go, KEY.Key_Space)
    eventually(lambda: finished(dialog, eventually).startswith("Selesai"))
    assert len(headlines(newsroom.home)) == 120


def test_how_far_a_stopped_import_came_is_told(opened, archive, eventually):
    _, dialog = opened()
    choose(dialog, archive, eventually)
    dialog.show_report(Report(total=4, is_stopped=True))
    assert dialog.foot.message.text() == "Dihentikan sebelum ada yang diimpor."
    assert dialog.look.isVisible()
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Impor", True)

    lines = [Line(Outcome.ADDED, "arsip/1.txt", "Berita 1", "1" * 32)]
    dialog.show_report(Report(lines, total=4, is_stopped=True))
    assert dialog.foot.message.text().startswith("Dihentikan setelah 1 dari 4: 1 ditambahkan.")
    assert dialog.report.isVisible()
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Lanjutkan", True)


def test_a_look_is_stopped_at_once_also_where_the_disk_does_not_answer(
    opened, archive, tmp_path, store, eventually
):
    slow = tmp_path / "lambat.xml"
    os.mkfifo(slow)  # whoever opens it waits until somebody writes to it
    window, dialog = opened()
    dialog.choose([slow])
    assert dialog.foot.is_working
    assert dialog.foot.stop.isVisible()
    assert dialog.foot.message.text() == "Melihat isi arsip…"
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.foot.is_working
    assert dialog.foot.message.text() == "Dibatalkan. Tidak ada yang diimpor."
    assert dialog.isVisible()
    assert not dialog.go.isEnabled()
    assert dialog.focusWidget() is dialog.folder

    dialog.choose([archive])
    slow.write_bytes(b"")
    eventually(lambda: dialog.look.isVisible())
    assert dialog.look.title.text() == "3 naskah ditemukan"
    assert not dialog.foot.is_working
    QTest.keyClick(dialog, KEY.Key_Escape)
    eventually(lambda: window.findChild(ArchiveDialog) is None)


def test_another_archive_can_be_chosen_while_one_is_looked_at(
    opened, archive, tmp_path, eventually
):
    slow = tmp_path / "lambat.xml"
    os.mkfifo(slow)
    window, dialog = opened()
    dialog.choose([slow])
    drop(window, archive)
    eventually(lambda: str(archive) in [one.text() for one in dialog.findChildren(QLabel)])
    slow.write_bytes(b"")
    eventually(lambda: dialog.look.isVisible())
    assert dialog.look.title.text() == "3 naskah ditemukan"


def test_the_report_is_saved_as_a_table(opened, archive, tmp_path, eventually):
    _, dialog = opened()
    take_in(dialog, archive, eventually)
    good, bad = tmp_path / "laporan.csv", archive / "lama.doc" / "x.csv"
    for out, role in ((good, "good"), (bad, "error")):
        QTest.mouseClick(dialog.save, LEFT)
        asked = dialog.findChild(QFileDialog)
        asked.close()
        asked.fileSelected.emit(str(out))
        eventually(lambda role=role: dialog.foot.message.property("role") == role)
        assert str(out.parent) in dialog.foot.message.text()
        eventually(lambda: dialog.findChild(QFileDialog) is None)
    with good.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == 4
    assert {row["hasil"] for row in table} == {"ditambahkan", "tidak terbaca"}


def test_an_archive_that_is_gone_says_so(opened, archive, eventually):
    _, dialog = opened()
    choose(dialog, archive, eventually)
    archive.rename(archive.with_name("dicabut"))
    dialog.go.click()
    assert "tidak ditemukan. Pasang cakramnya" in finished(dialog, eventually)
    assert dialog.go.isEnabled()
    archive.with_name("dicabut").rename(archive)
    dialog.go.click()
    eventually(lambda: finished(dialog, eventually).startswith("Selesai"))


def test_a_full_disk_says_so_and_what_is_in_stays(opened, tmp_path, newsroom, eventually):
    root = tmp_path / "arsip"
    root.mkdir()
    Image.effect_noise((2000, 2000), 90).save(root / "besar.jpg", quality=95)
    for number in range(60):  # more than are saved at once
        (root / f"{number:02}.md").write_text(f"---\nheadline: Berita {number}\n---\n\nIsi.\n")
    last = "---\nheadline: Berfoto\nphotos:\n- file: besar.jpg\n---\n\nIsi.\n"
    (root / "zz.md").write_text(last)
    _, dialog = opened()
    with files_no_larger_than(1_500_000):
        said = take_in(dialog, root, eventually)
    assert "Ruang cakram habis" in said
    assert len(headlines(newsroom.home)) == 50

    dialog.go.click()
    eventually(lambda: finished(dialog, eventually) == "Selesai: 11 ditambahkan, 50 sudah ada.")


def test_a_folder_without_stories_says_so(opened, tmp_path, eventually):
    _, dialog = opened()
    shutil.copy(PHOTO, tmp_path / "perahu.jpg")
    choose(dialog, tmp_path, eventually)
    assert dialog.look.title.text() == "Tidak ada naskah di sini"
    assert "Tambah foto dari folder" in dialog.foot.message.text()
    assert not dialog.go.isEnabled()


@pytest.mark.parametrize("name", ["archive", "site"])
def test_an_archive_dropped_on_the_window_is_offered(window, request, name, store, eventually):
    path = request.getfixturevalue(name)
    drop(window, path)
    eventually(lambda: window.findChild(ArchiveDialog))
    dialog = window.findChild(ArchiveDialog)
    eventually(lambda: dialog.go.isEnabled())
    assert store.stories.list() == []  # it is only offered


def test_an_archive_is_offered_while_a_story_lies_open(writing, archive, eventually):
    window = writing("Warga membaca.")
    drop(window, archive)
    eventually(lambda: window.findChild(ArchiveDialog))
    assert not window.desk.story.photos


def test_a_folder_of_pictures_dropped_adds_them_to_the_story(writing, tmp_path, eventually):
    window = writing("Warga membaca.")
    folder = tmp_path / "liputan"
    folder.mkdir()
    shutil.copy(PHOTO, folder / "perahu.jpg")
    drop(window, folder)
    eventually(lambda: window.desk.story.photos)
    assert window.findChild(ArchiveDialog) is None


def test_ten_thousand_rows_are_no_widgets(opened):
    _, dialog = opened()
    before = len(dialog.findChildren(QWidget))
    lines = [Line(Outcome.ADDED, f"arsip/{n}.txt", f"Berita {n}", f"{n:032x}") for n in range(9990)]
    lines += [Line(Outcome.UNREADABLE, f"arsip/{n}.doc", note="rusak") for n in range(10)]
    dialog.show_report(Report(lines, total=10_000))
    assert len(rows(dialog)) == 10
    dialog.report.chips[None].click()
    assert dialog.report.rows.rowCount() == 10_000
    assert dialog.report.chips[None].text() == "Semua 10.000"
    assert len(dialog.findChildren(QWidget)) <= before + 2  # the bars of the table


def test_every_control_says_what_it_is(opened, archive, eventually):
    _, dialog = opened()
    for step in (lambda: None, lambda: choose(dialog, archive, eventually), dialog.go.click):
        step()
        if dialog.foot.is_working:
            finished(dialog, eventually)
        nameless = [
            widget
            for widget in dialog.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not (widget.accessibleName() or widget.property("text"))
            and not isinstance(widget, QLineEdit)
        ]
        assert nameless == []
