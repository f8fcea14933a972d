"""Shaping the body by key and by button, and taking it back.

In these texts ‸ is the cursor and ⟦ ⟧ what is selected.
"""

from __future__ import annotations

import random
import re

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from newsroom.app import Newsroom
from newsroom.ui.actions import ACTIONS
from newsroom.ui.dialogs.link_dialog import LinkDialog
from newsroom.ui.editor.edit_menu import edit_menu
from tests.ui.marked_text import look, put, units

KEYS = {spec.name: QKeySequence(spec.shortcut) for spec in ACTIONS}
WORDS = {spec.name: spec.text for spec in ACTIONS}
BUTTONS = ("bold", "italic", "heading", "quote", "list")


@pytest.fixture(scope="module")
def window(launch, dismiss, tmp_path_factory):
    """One window for all these tests: each sets its own text."""
    opened = launch(Newsroom(tmp_path_factory.mktemp("data")))
    opened.actions_["new"].trigger()
    yield opened
    dismiss(opened)


@pytest.fixture
def body(window):
    window.activateWindow()
    window.page.body.setFocus()
    return window.page.body


def press(body, name: str, by: str = "key") -> None:
    """Do what a button or its shortcut does."""
    if by == "key":
        QTest.keySequence(body, KEYS[name])
        return
    bar = body.window().top_bar
    buttons = [*bar.findChildren(QToolButton), *bar.findChildren(QPushButton)]
    button = next(b for b in buttons if b.accessibleName() == WORDS[name])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


TOGGLES = [
    ("bold", "Warga ⟦membaca⟧ buku", "Warga **⟦membaca⟧** buku"),
    ("bold", "Warga⟦ membaca ⟧buku", "Warga **⟦membaca⟧** buku"),
    ("bold", "Warga mem‸baca buku", "Warga **mem‸baca** buku"),
    ("bold", "🙂🙂 Warga ⟦membaca⟧ 🙂", "🙂🙂 Warga **⟦membaca⟧** 🙂"),
    ("bold", "🙂🙂 Warga mem‸baca", "🙂🙂 Warga **mem‸baca**"),
    ("bold", "Warga *⟦membaca⟧* buku", "Warga ***⟦membaca⟧*** buku"),
    ("italic", "Warga **⟦membaca⟧** buku", "Warga ***⟦membaca⟧*** buku"),
    ("italic", "Warga ⟦membaca⟧ buku", "Warga *⟦membaca⟧* buku"),
    ("italic", "👩‍👩‍👧 ⟦kata🙂⟧", "👩‍👩‍👧 *⟦kata🙂⟧*"),
    ("bold", "⟦Satu.\n\nDua.⟧", "**⟦Satu.**\n\n**Dua.⟧**"),
    ("bold", "- ⟦Satu\n- Dua⟧", "- **⟦Satu**\n- **Dua⟧**"),
    ("heading", "Perahu ‸pustaka", "## Perahu ‸pustaka"),
    ("quote", "Perahu ‸pustaka", "> Perahu ‸pustaka"),
    ("list", "⟦Satu\nDua⟧", "⟦- Satu\n- Dua⟧"),
    ("list", "🙂 Sa‸tu", "- 🙂 Sa‸tu"),
    ("numbered_list", "⟦Satu\n\nDua⟧", "⟦1. Satu\n\n2. Dua⟧"),
]


@pytest.mark.parametrize(("name", "before", "after"), TOGGLES)
def test_a_shortcut_shapes_in_one_step_and_again_undoes_it(body, name, before, after):
    plain = re.sub("[‸⟦⟧]", "", before)
    put(body, before)
    press(body, name)
    assert look(body) in (after, after.replace("⟦- ", "- ⟦").replace("⟦1. ", "1. ⟦"))
    QTest.keySequence(body, KEYS["undo"])
    assert body.text() == plain
    assert not body.document().isUndoAvailable()
    put(body, before)
    press(body, name)
    press(body, name)
    assert body.text() == plain


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_does_what_the_shortcut_does_and_leaves_the_keyboard(body, name):
    put(body, "Warga mem‸baca buku")
    press(body, name)
    by_key = look(body)
    put(body, "Warga mem‸baca buku")
    press(body, name, by="button")
    assert look(body) == by_key != "Warga mem‸baca buku"
    assert body.hasFocus()


def test_bold_words_are_begun_and_ended_while_typing(body):
    put(body, "Warga ‸")
    press(body, "bold")
    QTest.keyClicks(body, "sangat senang")
    press(body, "bold")
    QTest.keyClicks(body, " hari ini")
    assert look(body) == "Warga **sangat senang** hari ini‸"


def test_bold_begun_by_mistake_leaves_nothing(body):
    put(body, "Warga ‸buku")
    press(body, "bold")
    assert look(body) == "Warga **‸**buku"
    press(body, "bold")
    assert look(body) == "Warga ‸buku"


def test_a_part_of_bold_words_is_made_plain(body):
    put(body, "**Warga ⟦desa⟧ membaca**")
    press(body, "bold")
    assert look(body) == "**Warga** ⟦desa⟧ **membaca**"


def test_another_kind_of_line_takes_the_place_of_the_first(body):
    put(body, "- Sa‸tu")
    press(body, "heading")
    assert body.text() == "## Satu"
    press(body, "numbered_list")
    assert body.text() == "1. Satu"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lihat ⟦laman ini⟧ ya", "lihat [laman ini](https://contoh.id/a)‸ ya"),
        ("lihat la‸man", "lihat [laman](https://contoh.id/a)‸"),
        ("🙂 lihat 🙂 ‸", "🙂 lihat 🙂 [teks tautan](https://contoh.id/a)‸"),
    ],
)
def test_a_link_is_one_step(body, before, after):
    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        QTest.keyClicks(dialog.field, "contoh.id/a")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    put(body, before)
    QTimer.singleShot(0, answer)
    press(body, "link")
    assert look(body) == after
    QTest.keySequence(body, KEYS["undo"])
    assert body.text() == re.sub("[‸⟦⟧]", "", before)


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("li [la‸man](https://contoh.id/a).", "contoh.id/b", "li [laman](https://contoh.id/b)‸."),
        ("lihat [laman](https://con‸toh.id/a)", "", "lihat [laman](https://contoh.id/a)‸"),
        ("lihat ⟦[laman](https://contoh.id/a)⟧ ya", "hapus", "lihat laman‸ ya"),
    ],
)  # fmt: skip
def test_the_link_one_stands_in_is_changed_or_taken_away(body, before, keys, after):
    def answer():
        dialog = QApplication.activeModalWidget()
        assert dialog.field.selectedText() == "https://contoh.id/a"
        if keys == "hapus":
            QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
            return
        QTest.keyClicks(dialog.field, keys)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    put(body, before)
    QTimer.singleShot(0, answer)
    press(body, "link")
    assert look(body) == after


ENTERS = [
    ("Satu.‸", "Satu.\n\n‸"),
    ("Satu. ‸Dua.", "Satu. \n\n‸Dua."),
    ("- Satu‸", "- Satu\n- ‸"),
    ("- Sa‸tu", "- Sa\n- ‸tu"),
    ("* Satu\n* ‸", "* Satu\n\n‸"),
    ("9. Satu‸", "9. Satu\n10. ‸"),
    ("1. Satu\n2. ‸", "1. Satu\n\n‸"),
    ("> Satu‸", "> Satu\n> ‸"),
    ("## Judul‸", "## Judul\n\n‸"),
    ("Sa⟦tu\n\nDu⟧a", "Sa\n\n‸a"),
]


@pytest.mark.parametrize(("before", "after"), ENTERS)
def test_enter_starts_paragraphs_and_goes_on_with_lists(body, before, after):
    put(body, before)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert look(body) == after
    QTest.keySequence(body, KEYS["undo"])
    assert body.text() == re.sub("[‸⟦⟧]", "", before)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        (Qt.Key.Key_Backspace, "Satu.\n\n‸Dua.", "Satu.‸Dua."),
        (Qt.Key.Key_Delete, "Satu.‸\n\nDua.", "Satu.‸Dua."),
        (Qt.Key.Key_Backspace, "Satu.\n\n‸", "Satu.‸"),
        (Qt.Key.Key_Backspace, "- Satu\n‸Dua", "- Satu‸Dua"),
        (Qt.Key.Key_Backspace, "‸Satu.", "‸Satu."),
        (Qt.Key.Key_Delete, "Satu.‸", "Satu.‸"),
    ],
)
def test_paragraphs_join_as_in_a_word_processor(body, key, before, after):
    put(body, before)
    QTest.keyClick(body, key)
    assert look(body) == after
    QTest.keySequence(body, KEYS["undo"])
    assert body.text() == before.replace("‸", "")


def test_shift_enter_is_a_line_of_its_own_in_the_text(body):
    put(body, "Satu‸")
    QTest.keyClick(body, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(body, "dua")
    assert look(body) == "Satu\ndua‸"
    assert body.document().blockCount() == 2


@pytest.mark.parametrize(
    ("copied", "text"),
    [
        ("Satu.\r\n\r\nDua.\r\n", "Satu.\n\nDua."),
        ("Satu.\nDua.\nTiga.", "Satu.\n\nDua.\n\nTiga."),
        ("Satu.\rDua.", "Satu.\n\nDua."),
        ("Satu.\u2029Dua.\u2028Tiga.", "Satu.\n\nDua.\n\nTiga."),
        ("- Satu\n- Dua", "- Satu\n- Dua"),
        ("Rp5\xa0juta 🙂", "Rp5\xa0juta 🙂"),
    ],
)
def test_pasted_text_comes_in_paragraphs(body, paste, copied, text):
    put(body, "Awal ‸ akhir")
    paste(body, copied)
    assert look(body) == f"Awal {text}‸ akhir"
    QTest.keySequence(body, KEYS["undo"])
    assert body.text() == "Awal  akhir"


PASTED = '<p style="color:red;font-size:40px">Warga <b>senang</b><img src="file:///x.png"></p>'


def test_of_pasted_html_what_markdown_can_say_is_taken(body, paste):
    put(body, "‸")
    paste(body, "Warga senang", PASTED)
    assert body.text() == "Warga **senang**"
    assert "red" not in body.document().toHtml()


def test_pasting_without_format_takes_the_words_alone(body, paste):
    put(body, "Kata: ‸")
    paste(body, "Warga senang", PASTED)
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.text() == "Kata: "
    data = QMimeData()
    data.setText("Warga senang")
    data.setHtml(PASTED)
    QGuiApplication.clipboard().setMimeData(data)
    body.paste_plain()
    assert body.text() == "Kata: Warga senang"


def test_what_is_copied_here_comes_back_as_it_was_and_goes_elsewhere_with_its_looks(body):
    text = "## Bagian\n\n- **satu**\n- *dua*\n\n[laman](https://contoh.id)"
    put(body, f"{text}‸")
    QTest.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text
    assert "<strong>satu</strong>" in data.html()
    put(body, "‸")
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert body.text() == text


def test_much_is_read_beside_the_window_and_comes_to_where_the_cursor_was(body, paste, qtbot):
    put(body, "Awal. ‸")
    html = "".join(f"<p>Warga ke-{number} <b>membaca</b> buku.</p>" for number in range(2_000))
    with qtbot.waitSignal(body._pasting.done, timeout=20_000):
        paste(body, "Warga membaca buku. " * 2_000, html)
        QTest.keyClicks(body, "Sambil menulis.")
    assert body.text().startswith("Awal. Warga ke-0 **membaca** buku.\n\nWarga ke-1")
    assert body.text().endswith("Warga ke-1999 **membaca** buku.Sambil menulis.")


def test_much_pasted_over_selected_words_is_one_step_back(body, paste, qtbot):
    put(body, "Awal lama‸ akhir.")
    for _ in "lama":
        QTest.keyClick(body, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    html = "".join(f"<p>Warga ke-{number} <b>membaca</b>.</p>" for number in range(2_000))
    with qtbot.waitSignal(body._pasting.done, timeout=20_000):
        paste(body, "Warga membaca. " * 2_000, html)
        assert body.text() == "Awal lama akhir."  # nothing goes before the new text is there
    assert body.text().startswith("Awal Warga ke-0 **membaca**.\n\nWarga ke-1 ")
    assert body.text().endswith("Warga ke-1999 **membaca**. akhir.")
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.text() == "Awal lama akhir."


def test_what_is_typed_over_the_selection_while_much_is_read_is_kept(body, paste, qtbot):
    put(body, "Awal ⟦lama⟧ akhir.")
    html = "".join(f"<p>Warga ke-{number}.</p>" for number in range(2_000))
    with qtbot.waitSignal(body._pasting.done, timeout=20_000):
        paste(body, "Warga membaca. " * 2_000, html)
        QTest.keyClicks(body, "baru")
    assert body.text().startswith("Awal Warga ke-0.\n\nWarga ke-1.")
    assert body.text().endswith("Warga ke-1999.baru akhir.")


def test_much_that_is_still_read_never_reaches_another_text(body, paste, qtbot):
    html = "".join(f"<p>Warga ke-{number}.</p>" for number in range(2_000))
    put(body, "Naskah lama.‸")
    paste(body, "Warga membaca. " * 2_000, html)
    put(body, "Naskah baru: ‸")
    with qtbot.waitSignal(body._pasting.done, timeout=20_000):  # they come in their order
        paste(body, "Warga pulang. " * 2_000, html.replace("Warga", "Tamu"))
    assert body.text().startswith("Naskah baru: Tamu ke-0.")
    assert "Warga" not in body.text()


def test_files_are_not_dropped_into_the_text_as_their_paths(body):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/foto.jpg")])
    assert not body.canInsertFromMimeData(files)


def test_undo_leads_back_to_the_place_of_the_change(body):
    put(body, "‸" + "Satu.\n\n" * 200)
    QTest.keyClicks(body, "Awal ")
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(body, KEYS["undo"])
    assert body.textCursor().position() == 0
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(body, KEYS["redo"])
    assert body.textCursor().position() == 5


def test_words_typed_into_a_new_paragraph_are_one_step(body):
    put(body, "Satu.‸\n\nDua.")
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "Warga membaca.")
    assert look(body) == "Satu.\n\nWarga membaca.‸\n\nDua."
    QTest.keySequence(body, KEYS["undo"])
    assert look(body) == "Satu.\n\n‸\n\nDua."


def heights(body) -> list[float]:
    block, found = body.document().begin(), []
    while block.isValid():
        found.append(body.lines.blockBoundingRect(block).height())
        block = block.next()
    return found


def test_the_gap_between_paragraphs_is_narrow_however_they_came(body, paste):
    text = "Satu.\n\nDua.\n\n\n\nTiga.\nEmpat.\n\nLima.\n\nEnam."
    put(body, f"{text}‸")
    opened = heights(body)
    line, gap = opened[:2]
    assert gap < line / 2
    assert opened == [line, gap, line, gap, line, gap, line, line, gap, line, gap, line]
    put(body, "‸")
    paste(body, text)
    pasted = heights(body)
    put(body, f"{body.text()}‸")
    assert heights(body) == pasted
    put(body, "‸")
    for part in re.split("(\n)", text):
        if part == "\n":
            body.textCursor().insertText("\n")
        else:
            QTest.keyClicks(body, part)
    assert heights(body) == opened


@pytest.mark.parametrize("seed", range(4))
def test_many_steps_back_and_forth_give_each_text_again(body, paste, seed):
    rng = random.Random(seed)
    acts = [
        lambda: QTest.keyClicks(body, rng.choice("wmb .")),
        lambda: QTest.keyClick(body, Qt.Key.Key_Return),
        lambda: QTest.keyClick(body, Qt.Key.Key_Backspace),
        lambda: QTest.keyClick(body, Qt.Key.Key_Delete),
        lambda: paste(body, rng.choice(["🙂 satu\ndua", "tiga"])),
        *(lambda name=name: press(body, name) for name in (*BUTTONS, "numbered_list")),
    ]
    put(body, "Awal.‸")
    texts = ["Awal."]
    while len(texts) < 100:
        cursor = body.textCursor()
        # Never between the two halves of a surrogate pair, where no key leads either.
        cursor.setPosition(units(body.text()[: rng.randrange(len(body.text()) + 1)]))
        if rng.random() < 0.3:
            kind = rng.choice(["WordRight", "Down", "EndOfBlock"])
            move = getattr(QTextCursor.MoveOperation, kind)
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        body.setTextCursor(cursor)
        rng.choice(acts)()
        if body.text() != texts[-1]:
            texts.append(body.text())
    passed = travel(body, "undo")
    assert passed[-1] == "Awal."
    assert set(passed) <= set(texts)
    assert travel(body, "redo") == [*reversed(passed[:-1]), texts[-1]]


def travel(body, way: str) -> list[str]:
    """Go all the way back or forth; return the texts on the way."""
    passed = []
    available = getattr(body.document(), f"is{way.capitalize()}Available")
    while available():
        QTest.keySequence(body, KEYS[way])
        passed.append(body.text())
    return passed


def width_of_line(body, number: int) -> float:
    block = body.document().findBlockByNumber(number)
    body.lines.blockBoundingRect(block)
    return block.layout().lineAt(0).naturalTextWidth()


def test_an_address_is_short_unless_the_cursor_is_in_its_line(body):
    address = "https://www.contoh.example/berita?ref=1"
    put(body, f"[laman]({address})\n\nAkhir.‸")
    short = width_of_line(body, 0)
    body.moveCursor(QTextCursor.MoveOperation.Start)
    assert width_of_line(body, 0) > short + 100
    body.moveCursor(QTextCursor.MoveOperation.End)
    assert width_of_line(body, 0) == short
    QTest.keyClicks(body, " Lagi.")
    assert width_of_line(body, 0) == short
    assert body.text() == f"[laman]({address})\n\nAkhir. Lagi."


def test_a_line_that_places_a_photo_has_room_for_it(body):
    body.marks.picture = lambda name: QImage(40, 30, QImage.Format.Format_RGB32)
    put(body, "Warga.\n\n![Perahu](perahu.jpg)\n\nWarga.‸")
    plain, _, pictured, _, last = heights(body)
    assert plain == last
    assert pictured > 58
    first = body.document().findBlockByNumber(2).layout().lineAt(0)
    assert first.x() > 88


def test_later_rows_of_an_item_stand_under_its_words(body):
    put(body, "- " + "warga membaca " * 20 + "‸")
    layout = body.document().begin().layout()
    assert layout.lineCount() > 1
    assert layout.lineAt(0).x() < layout.lineAt(1).x() == layout.lineAt(layout.lineCount() - 1).x()


def test_undoing_goes_back_sentence_by_sentence(body):
    put(body, "‸")
    QTest.keyClicks(body, "Warga membaca. Mereka senang. Lalu pulang")
    found = []
    while body.text():
        QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        found.append(body.text())
    assert found == ["Warga membaca. Mereka senang. ", "Warga membaca. ", ""]


def test_the_menu_of_the_text_names_the_keys_of_the_table(writing):
    menu = edit_menu(writing("Warga membaca.").page.body)
    keys = {action.text(): action.shortcut() for action in menu.actions()}
    for name in ("undo", "redo", "paste_plain"):
        assert keys[WORDS[name]] == KEYS[name]
