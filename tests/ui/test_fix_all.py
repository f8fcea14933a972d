"""Putting right at once what is certain, after a look at it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.story.story import Photo
from newsroom.ui.dialogs.fix_all_dialog import FixAllDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
BODY = "🙂 Ia dirumah , lalu di tulis.\n\nHarga Rp 14.500 dan kerja efesien. Aktifitas naik."
MENDED = "🙂 Ia di rumah, lalu ditulis.\n\nHarga Rp14.500 dan kerja efesien. Aktivitas naik."


@pytest.fixture
def asked(writing, eventually):
    """Opens a story and asks by key for what is certain in it."""

    def opener(body: str = BODY, **fields):
        window = writing(body, **fields)
        eventually(lambda: window.checks.is_idle and window.is_settled and window.findings.found)
        QTest.keyClick(window.page.body, KEY.Key_F7, CONTROL_SHIFT)
        if opened := QApplication.activeModalWidget():
            eventually(opened.isActiveWindow)
        return window

    return opener


def dialog() -> FixAllDialog:
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, FixAllDialog)
    return opened


def rows() -> list[str]:
    listing = dialog().list
    return [listing.item(row).text() for row in range(listing.count())]


def test_it_shows_by_kind_what_would_be_changed_and_where(asked):
    window = asked(headline="Warga Trampil Membaca")
    assert rows() == [
        "Bentuk baku (2)",
        "Trampil menjadi Terampil. Judul. Warga Terampil Membaca",
        "Aktifitas menjadi Aktivitas. … 14.500 dan kerja efesien. Aktivitas naik.",
        "Kata depan (2)",
        "dirumah menjadi di rumah. 🙂 Ia di rumah , lalu di tulis.",
        "di tulis menjadi ditulis. 🙂 Ia dirumah , lalu ditulis.",
        "Angka dan uang (1)",
        "Rp 14.500 menjadi Rp14.500. Harga Rp14.500 dan kerja efesien. …",
        "Spasi dan tanda baca (1)",
        "␣, menjadi ,. 🙂 Ia dirumah, lalu di tulis.",
    ]
    assert dialog().fix.text() == "Perbaiki 6"
    QTest.keyClick(dialog().list, KEY.Key_Escape)
    assert window.page.body.text() == BODY


def test_what_was_typed_a_moment_ago_is_shown_too(writing, eventually):
    window = writing("Warga pulang.")
    eventually(lambda: window.checks.is_idle and window.is_settled)
    window.page.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(window.page.body, " Aktifitas naik.")
    QTest.keyClick(window.page.body, KEY.Key_F7, CONTROL_SHIFT)
    eventually(QApplication.activeModalWidget)
    assert rows()[0] == "Bentuk baku (1)"
    QTest.keyClick(dialog().list, KEY.Key_Escape)


def test_all_is_put_right_in_one_step_in_each_field_and_taken_back(asked, eventually):
    photo = Photo("a.jpg", caption="Warga dirumah camat.")
    window = asked(headline="Warga Trampil Membaca", photos=(photo,), summary="Warga dihimbau.")
    QTest.keyClick(dialog().list, KEY.Key_Return, CONTROL)
    fields = window.reviewing.fields.by_name()
    mended = {
        "headline": "Warga Terampil Membaca",
        "photos[0].caption": "Warga di rumah camat.",
        "body": MENDED,
        "summary": "Warga diimbau.",
    }
    eventually(lambda: {name: fields[name].text() for name in mended} == mended)
    assert window.banner.text == "8 diperbaiki."
    eventually(lambda: window.desk.story.body == MENDED)
    back = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Urungkan")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert fields["headline"].text() == "Warga Trampil Membaca"
    assert fields["photos[0].caption"].text() == "Warga dirumah camat."
    assert fields["body"].text() == BODY
    assert fields["summary"].text() == "Warga dihimbau."
    assert window.banner.text == ""


def test_one_undo_takes_the_body_back(asked, eventually):
    window = asked()
    body = window.page.body
    body.select(12, 12)
    QTest.keyClick(dialog().list, KEY.Key_Return)  # the main button's key
    eventually(lambda: body.text() == MENDED)
    assert window.banner.text.endswith("diperbaiki.")
    QTest.keySequence(body, window.actions_["undo"].shortcut())
    assert body.text() == BODY
    assert window.banner.text == ""
    assert body.cursor_offset() == 12


def test_space_leaves_one_or_a_whole_kind_out(asked, eventually):
    window = asked()
    listing = dialog().list
    QTest.keyClick(listing, KEY.Key_Space)  # Aktifitas
    assert dialog().fix.text() == "Perbaiki 4"
    assert listing.item(0).checkState() == Qt.CheckState.Unchecked
    for _ in range(2):
        QTest.keyClick(listing, KEY.Key_Down)
    QTest.keyClick(listing, KEY.Key_Space)  # dirumah
    assert listing.item(2).checkState() == Qt.CheckState.PartiallyChecked
    QTest.keyClick(listing, KEY.Key_Up)
    QTest.keyClick(listing, KEY.Key_Space)
    assert dialog().fix.text() == "Perbaiki 4"
    QTest.keyClick(listing, KEY.Key_Space)
    assert dialog().fix.text() == "Perbaiki 2"
    QTest.keyClick(listing, KEY.Key_Return, CONTROL)
    eventually(lambda: window.banner.text == "2 diperbaiki.")
    assert window.page.body.text() == BODY.replace("Rp 14", "Rp14").replace("dirumah ,", "dirumah,")


def test_the_reason_of_the_row_is_shown(asked):
    asked("Surat itu di tulis camat.")
    assert "ditulis" in dialog()._reason.text()
    QTest.keyClick(dialog().list, KEY.Key_Escape)


def test_nothing_certain_is_said(asked):
    window = asked("Kerja efesien.")
    assert QApplication.activeModalWidget() is None
    assert window.banner.text == "Tidak ada temuan yang pasti."


def test_the_list_of_findings_offers_it_too(writing, eventually):
    window = writing(BODY)
    window.show_tab("findings")
    panel = window.inspector.findings
    eventually(lambda: panel.fix_all.isVisible())
    panel.fix_all.setFocus()
    QTest.keyClick(panel.fix_all, KEY.Key_Space)
    assert dialog().fix.text() == "Perbaiki 5"
    QTest.keyClick(dialog().list, KEY.Key_Escape)
