"""Exporting: what stands in the way, where to, how far, and how it ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from newsroom.language.finding import Finding, Severity
from newsroom.story.story import Story
from newsroom.ui.dialogs.export_dialog import ExportDialog

CREDIT = Finding(
    "story.credit", Severity.ERROR, "photos[1].credit", 0, 0, "", "Kredit foto belum diisi."
)
SECTION = Finding("story.section", Severity.ERROR, "section", 0, 0, "", "Rubrik belum dipilih.")
TAGS = Finding("story.tags", Severity.HINT, "tags", 0, 0, "", "Belum ada tag.")
ALT = Finding(
    "story.alt", Severity.WARNING, "photos[0].alt", 0, 0, "", "Teks alternatif belum diisi."
)


class Desktop(QObject):
    """Stands where the file manager would be started."""

    opened: QUrl | None = None

    @Slot(QUrl)
    def open(self, url):
        self.opened = url


@pytest.fixture
def dialog(theme, qtbot, tmp_path):
    made = ExportDialog(theme, Story(headline="Banjir Surut"), ["infobanten", "contoh"])
    qtbot.addWidget(made)
    made.destination.setText(str(tmp_path))
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(dialog):
    return [dialog.findings.item(row).text() for row in range(dialog.findings.count())]


def test_nothing_can_be_exported_before_the_check_has_answered(dialog):
    assert lines(dialog) == ["Memeriksa naskah…"]
    assert not dialog.export.isEnabled()


def test_errors_come_first_block_and_are_named(dialog):
    dialog.show_findings([TAGS, ALT, CREDIT, SECTION])
    assert lines(dialog) == [
        "Wajib · Foto 2: Kredit foto belum diisi.",
        "Wajib · Rubrik belum dipilih.",
        "Sebaiknya · Foto 1: Teks alternatif belum diisi.",
        "Saran · Belum ada tag.",
    ]
    assert not dialog.export.isEnabled()
    assert dialog.message.text() == (
        "Belum bisa diekspor. Lengkapi atau perbaiki dulu: kredit foto 2, rubrik."
    )


def test_warnings_do_not_block(dialog, qtbot, tmp_path):
    dialog.show_findings([ALT, TAGS])
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        dialog.export.click()
    assert wanted.args == ["infobanten", tmp_path]


def test_no_place_no_export(dialog):
    dialog.show_findings([])
    dialog.destination.setText("  ")
    assert not dialog.export.isEnabled()
    assert dialog.message.text() == "Pilih dulu tempat menyimpan paketnya."


def test_another_portal_is_checked_anew(dialog, qtbot):
    dialog.show_findings([])
    with qtbot.waitSignal(dialog.preflight_wanted) as wanted:
        qtbot.keyClick(dialog.portals, Qt.Key.Key_Down)
    assert wanted.args == ["contoh"]
    assert dialog.portal() == "contoh"
    assert not dialog.export.isEnabled()


def test_enter_or_a_double_click_leads_to_the_finding_and_exports_nothing(dialog, qtbot):
    dialog.show_findings([ALT, TAGS])
    exported = []
    dialog.export_wanted.connect(lambda *what: exported.append(what))
    dialog.findings.setFocus()
    dialog.findings.setCurrentRow(1)
    with qtbot.waitSignal(dialog.finding_chosen) as chosen:
        qtbot.keyClick(dialog.findings, Qt.Key.Key_Return)
    assert chosen.args == [TAGS]
    place = dialog.findings.visualItemRect(dialog.findings.item(0)).center()
    viewport = dialog.findings.viewport()
    with qtbot.waitSignal(dialog.finding_chosen) as chosen:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ALT]
    assert exported == []


def test_progress_shows_and_can_be_cancelled(dialog, qtbot):
    dialog.show_findings([])
    dialog.export.click()
    dialog.set_progress(3, 8)
    assert (dialog.progress.value(), dialog.progress.maximum()) == (3, 8)
    assert dialog.message.text() == "Mengekspor: 3 dari 8…"
    assert dialog.leave.text() == "Batalkan"
    assert not dialog.export.isEnabled()
    with qtbot.waitSignal(dialog.cancelled):
        dialog.leave.click()
    dialog.set_progress(4, 8)  # what was on its way already
    assert dialog.message.text() == "Membatalkan…"
    dialog.show_error("Dihentikan.")
    assert dialog.message.text() == "Ekspor dibatalkan."
    assert dialog.export.isEnabled()


def test_escape_stops_the_export_and_not_the_dialog(dialog, qtbot):
    dialog.show_findings([])
    dialog.export.click()
    with qtbot.waitSignal(dialog.cancelled):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.show_error("Dihentikan.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_error_says_why_and_lets_one_try_again(dialog, qtbot):
    dialog.show_findings([])
    dialog.export.click()
    dialog.show_error("Folder tidak dapat ditulisi. Pilih folder lain.")
    assert dialog.message.text() == "Folder tidak dapat ditulisi. Pilih folder lain."
    assert dialog.export.isEnabled()
    assert not dialog.progress.isVisible()


def test_the_end_says_where_and_leads_there(dialog, qtbot, tmp_path):
    dialog.show_findings([])
    dialog.export.click()
    path = tmp_path / "banjir-surut-r3.zip"
    dialog.show_done(path)
    assert str(path) in dialog.message.text()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == str(path)
    QGuiApplication.clipboard().clear()
    assert dialog.open_folder.isVisible()
    assert not dialog.export.isVisible()


def test_the_folder_is_opened_by_the_desktop(dialog, tmp_path):
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    dialog.show_done(tmp_path / "paket.zip")
    dialog.open_folder.click()
    QDesktopServices.unsetUrlHandler("file")
    assert Path(desktop.opened.toLocalFile()) == tmp_path
