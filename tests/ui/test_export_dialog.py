"""Exporting: what stands in the way, where to, how far, and how it ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from newsroom.language.finding import Finding, Severity
from newsroom.story.story import Story
from newsroom.ui.dialogs.export_dialog import ExportDialog

CREDIT = Finding(
    "story.credit", Severity.ERROR, "photos[1].credit", 0, 0, "", "Kredit foto belum diisi."
)
PORTALS = {"infobanten": "Info Banten", "contoh": "Contoh"}
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
    made = ExportDialog(theme, Story(headline="Banjir Surut"), PORTALS)
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
    assert wanted.args == ["infobanten", tmp_path, ""]


@pytest.mark.parametrize(
    ("form", "what"), [("bundle", "paket"), ("docx", "dokumen"), ("page", "berkas")]
)
def test_no_place_no_export_of_what_it_is(dialog, form, what):
    dialog.forms.setCurrentIndex(dialog.forms.findData(form))
    dialog.show_findings([])
    dialog.destination.setText("  ")
    assert not dialog.export.isEnabled()
    assert dialog.message.text() == f"Pilih dulu tempat menyimpan {what}nya."


def test_portals_are_called_by_their_titles(dialog):
    texts = [dialog.portals.itemText(row) for row in range(dialog.portals.count())]
    assert texts == ["Info Banten (infobanten)", "Contoh"]


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


KEY = Qt.Key
ENTER = pytest.mark.parametrize("enter", [KEY.Key_Return, KEY.Key_Enter])


@pytest.fixture
def exported(dialog) -> list[tuple[str, Path]]:
    found = []
    dialog.export_wanted.connect(lambda *what: found.append(what))
    return found


@ENTER
@pytest.mark.parametrize("where", ["portals", "destination", "findings", "export"])
def test_enter_exports_where_it_has_no_other_use(dialog, qtbot, exported, tmp_path, where, enter):
    dialog.show_findings([])
    getattr(dialog, where).setFocus()
    qtbot.keyClick(dialog.focusWidget(), enter)
    assert exported == [("infobanten", tmp_path, "")]


def test_enter_in_the_open_list_of_portals_chooses_one_and_exports_nothing(dialog, qtbot, exported):
    dialog.show_findings([])
    dialog.portals.setFocus()
    dialog.portals.showPopup()
    qtbot.keyClick(dialog.portals.view(), KEY.Key_Down)
    qtbot.keyClick(dialog.portals.view(), KEY.Key_Return)
    assert dialog.portal() == "contoh"
    assert exported == []
    dialog.show_findings([])
    qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
    assert [portal for portal, *_ in exported] == ["contoh"]


@ENTER
def test_enter_presses_the_button_that_has_the_keyboard(dialog, qtbot, exported, enter):
    dialog.show_findings([])
    dialog.leave.setFocus()
    qtbot.keyClick(dialog.leave, enter)
    assert exported == []
    assert not dialog.isVisible()


@ENTER
def test_a_blocked_export_says_why_when_enter_is_pressed(dialog, qtbot, exported, theme, enter):
    def press() -> str:
        qtbot.keyClick(dialog.focusWidget(), enter)
        return dialog.message.text()

    dialog.portals.setFocus()
    assert press() == "Naskah masih diperiksa. Tunggu sebentar, lalu coba lagi."
    dialog.show_findings([SECTION])
    assert press() == "Belum bisa diekspor. Lengkapi atau perbaiki dulu: rubrik."
    assert theme.colours.error in dialog.message.styleSheet()
    dialog.show_findings([])
    dialog.destination.clear()
    assert press() == "Pilih dulu tempat menyimpan paketnya."
    assert exported == []


def test_enter_held_down_does_not_stop_the_export_it_has_begun(dialog, qtbot, exported):
    dialog.show_findings([])
    dialog.portals.setFocus()
    qtbot.keyPress(dialog.portals, KEY.Key_Return)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    with qtbot.assertNotEmitted(dialog.cancelled):
        QApplication.sendEvent(dialog.focusWidget(), held)
    assert len(exported) == 1


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


def test_what_may_be_passed_over_is_exported_with_a_reason(dialog, qtbot, tmp_path):
    dialog.show_findings([CREDIT, SECTION, TAGS])
    assert dialog.override.isVisible()
    assert dialog.override.edit.accessibleName() == "Tetap ekspor, dengan alasan"
    dialog.override.edit.setFocus()
    qtbot.keyClicks(dialog.override.edit, "  ")
    assert not dialog.export.isEnabled()
    qtbot.keyClicks(dialog.override.edit, "Kredit menyusul")
    assert dialog.message.text() == "Diekspor dengan alasan itu, walaupun belum lengkap."
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        qtbot.keyClick(dialog.override.edit, Qt.Key.Key_Return)
    assert wanted.args == ["infobanten", tmp_path, "Kredit menyusul"]
    assert not dialog.override.isEnabled()


def test_there_is_no_reason_for_what_is_complete_or_never_passed_over(dialog):
    left = Finding("story.field", Severity.ERROR, "body", 0, 3, "⟨x⟩", "Isian ⟨x⟩ belum diisi.")
    dialog.show_findings([ALT])
    assert not dialog.override.isVisible()
    dialog.show_findings([CREDIT])
    dialog.override.edit.setText("Kredit menyusul")
    dialog.show_findings([CREDIT, left])
    assert not dialog.override.isVisible()
    assert not dialog.export.isEnabled()
