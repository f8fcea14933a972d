"""Pasting a raw text and seeing what it is taken for."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from newsroom.exchange.raw_text import split_raw
from newsroom.story.dateline import known_patterns
from newsroom.story.story import Photo, Story
from newsroom.ui.dialogs.paste_dialog import PasteDialog
from newsroom.ui.editor.clipboard import copied

RAW = "Banjir di Desa Contoh Surut\n\nSERANG – Air surut pagi ini.\n\nWarga pulang. (*)"


def split(text: str) -> Story:
    return split_raw(text, known_patterns(), ["(*)"])


@pytest.fixture
def make(theme, qtbot):
    dialogs = []

    def made(splitter=split, clipboard=""):
        if isinstance(clipboard, QMimeData):
            QGuiApplication.clipboard().setMimeData(clipboard)
        else:
            QGuiApplication.clipboard().setText(clipboard)
        dialog = PasteDialog(theme, splitter)
        dialogs.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    yield made
    for dialog in dialogs:
        dialog.reject()
    QGuiApplication.clipboard().clear()


def test_the_parts_show_while_one_types(make, qtbot):
    dialog = make()
    assert dialog.view.text("Judul") == "tidak ditemukan"
    dialog.field.setPlainText(RAW)
    qtbot.waitUntil(lambda: dialog.view.text("Judul") == "Banjir di Desa Contoh Surut")
    assert dialog.view.text("Dateline") == "SERANG –"
    assert dialog.view.text("Tubuh") == "2 paragraf, 6 kata\nAir surut pagi ini."
    assert dialog.view.text("Penutup") == "(*)"
    assert dialog.view.text("Penulis") == "tidak ditemukan"


def test_a_copied_story_is_there_already(make, qtbot):
    dialog = make(clipboard=RAW)
    assert dialog.field.toPlainText() == RAW
    qtbot.waitUntil(lambda: dialog.view.text("Penutup") == "(*)")


def test_a_copied_word_is_left_alone(make):
    assert make(clipboard="efisien").field.toPlainText() == ""


HTML = (
    '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1">'
    '<h1>Pasar <a href="https://contoh.id/?utm_source=a">Baru</a> Dibuka</h1>'
    '<p style="color:red">SERANG – Pasar <b>baru</b> dibuka.</p><p>Isinya:</p>'
    "<ul><li>Kios<ul><li>Sayur</li></ul></li><li>Parkir</li></ul>"
    "<blockquote><p>Kami siap.</p></blockquote>"
    '<p>Lihat <a href="https://contoh.id/a?fbclid=1">di sini</a>.</p>'
    "<table><tr><td>Kios</td><td>Jumlah</td></tr><tr><td>Sayur</td><td>12</td></tr></table></b>"
)
BODY = (
    "Pasar **baru** dibuka.\n\nIsinya:\n\n- Kios\n    - Sayur\n- Parkir\n\n> Kami siap.\n\n"
    "Lihat [di sini](https://contoh.id/a).\n\n| Kios | Jumlah |\n|---|---|\n| Sayur | 12 |"
)


def test_what_is_pasted_keeps_its_looks_as_on_the_page(make, qtbot, paste):
    dialog = make()
    qtbot.waitUntil(dialog.isActiveWindow)
    paste(dialog.field, "Pasar Baru Dibuka", HTML)
    assert dialog.field.toPlainText().startswith("## Pasar [Baru](https://contoh.id/) Dibuka\n\n")
    with qtbot.waitSignal(dialog.story_made) as made:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    story = made.args[0]
    assert (story.headline, story.dateline.place) == ("Pasar Baru Dibuka", "SERANG")
    assert story.body == BODY


def test_the_dialog_and_the_page_take_the_same_from_a_clipboard(make, writing, paste):
    window = writing()
    paste(window.page.body, "Pasar Baru Dibuka", HTML)
    dialog = make()
    paste(dialog.field, "Pasar Baru Dibuka", HTML)
    assert dialog.field.toPlainText() == window.page.body.text()


def test_a_copied_story_that_is_formatted_is_there_already(make, qtbot):
    data = QMimeData()
    data.setText("Pasar Baru Dibuka\nSERANG – Pasar baru dibuka.")
    data.setHtml(HTML)
    dialog = make(clipboard=data)
    assert "Pasar **baru** dibuka." in dialog.field.toPlainText()
    qtbot.waitUntil(lambda: dialog.view.text("Judul") == "Pasar Baru Dibuka")
    assert dialog.view.text("Tubuh").endswith(" kata\nPasar baru dibuka.")


def test_of_a_chat_the_names_do_not_come_and_one_step_takes_the_paste_back(make, qtbot, paste):
    dialog = make()
    text = "[10.23, 12/5/2026] Rina: *PASAR DIBUKA*\n\nSERANG – Pasar _baru_ dibuka."
    paste(dialog.field, text)
    assert dialog.field.toPlainText() == "**PASAR DIBUKA**\n\nSERANG – Pasar *baru* dibuka."
    qtbot.keyClick(dialog.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.field.toPlainText() == ""


def test_the_key_for_plain_text_pastes_the_words_as_they_are(make, qtbot):
    dialog = make()
    text = "[10.23, 12/5/2026] Rina: *PASAR DIBUKA*"
    data = QMimeData()
    data.setText(text)
    data.setHtml("<b>PASAR</b>")
    QGuiApplication.clipboard().setMimeData(data)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(dialog.field, Qt.Key.Key_V, keys)
    assert dialog.field.toPlainText() == text


def test_a_long_paste_comes_beside_the_window(make, qtbot, paste):
    dialog = make()
    paste(dialog.field, "Judul", "<h1>Judul</h1>" + "<p>Warga <b>datang</b>.</p>" * 2_000)
    assert dialog.field.toPlainText() == ""
    qtbot.waitUntil(lambda: dialog.field.toPlainText().count("**datang**") == 2_000)
    qtbot.waitUntil(lambda: dialog.view.text("Judul") == "Judul")


def test_text_of_this_program_comes_as_it_was(make, paste):
    dialog = make()
    QGuiApplication.clipboard().setMimeData(copied("*a* dan 5*6*7\n\n> b"))
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.field.toPlainText() == "*a* dan 5*6*7\n\n> b"


def test_the_button_makes_the_story(make, qtbot):
    dialog = make(clipboard=RAW)
    with qtbot.waitSignal(dialog.story_made) as made:
        dialog.make.click()
    assert made.args[0].body == "Air surut pagi ini.\n\nWarga pulang."
    assert not dialog.isVisible()


def test_ctrl_enter_right_after_typing_takes_the_last_words(make, qtbot):
    dialog = make(clipboard=RAW)
    qtbot.waitUntil(lambda: dialog.view.text("Penutup") == "(*)")
    dialog.field.moveCursor(dialog.field.textCursor().MoveOperation.End)
    qtbot.keyClicks(dialog.field, " Selesai.")
    with qtbot.waitSignal(dialog.story_made) as made:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.args[0].body.endswith("(*) Selesai.")


def test_nothing_can_be_made_of_nothing(make, qtbot):
    dialog = make()
    assert not dialog.make.isEnabled()
    dialog.field.setPlainText("  \n ")
    assert not dialog.make.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()


def test_a_slow_split_never_stops_the_window_and_never_shows_old_text(make, qtbot):
    go, asked = threading.Event(), []

    def slow(text: str) -> Story:
        asked.append(text)
        go.wait(10)
        return split(text)

    dialog = make(slow)
    dialog.field.setPlainText("Judul Lama\n\nIsi.")
    qtbot.waitUntil(lambda: asked == ["Judul Lama\n\nIsi."])
    dialog.field.setPlainText("Judul Baru\n\nIsi.")
    assert dialog.view.text("Judul") == "tidak ditemukan"
    go.set()
    qtbot.waitUntil(lambda: dialog.view.text("Judul") == "Judul Baru")


def test_a_text_that_cannot_be_taken_apart_is_kept_whole(make, qtbot):
    def refuse(text: str) -> Story:
        raise ValueError("pola tidak dikenal")

    dialog = make(refuse, clipboard=RAW)
    with qtbot.waitSignal(dialog.story_made) as made:
        dialog.make.click()
    assert made.args[0].body == RAW


def test_closing_while_it_works_makes_nothing(make, qtbot):
    go = threading.Event()

    def slow(text: str) -> Story:
        go.wait(10)
        return split(text)

    dialog = make(slow, clipboard=RAW)
    dialog.make.click()
    made = []
    dialog.story_made.connect(made.append)
    dialog.reject()
    go.set()
    with qtbot.assertNotEmitted(dialog.story_made, wait=100):
        pass
    assert made == []


def test_captions_and_rarer_parts_show_when_found(make, qtbot):
    def rich(text: str) -> Story:
        photo = Photo("", caption="Warga menyapu lumpur.", credit="Rina Contoh")
        return Story(headline=text, kicker="Banjir", photos=(photo,), byline=("Dodi Misal",))

    dialog = make(rich)
    dialog.field.setPlainText("Satu baris")
    qtbot.waitUntil(lambda: dialog.view.text("Kicker") == "Banjir")
    assert dialog.view.text("Keterangan foto") == "Warga menyapu lumpur. (Foto: Rina Contoh)"
    assert dialog.view.text("Penulis") == "Dodi Misal"


def test_what_was_copied_is_there_once_for_who_pastes_it_again(make):
    dialog = make(clipboard=RAW)
    assert dialog.field.toPlainText() == RAW
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.field.toPlainText() == RAW
