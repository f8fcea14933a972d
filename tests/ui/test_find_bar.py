"""Finding and replacing in a field and in all fields, as in any word processor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QVBoxLayout, QWidget

from newsroom.story.story import Photo
from newsroom.ui.aids.steps import replace_apart
from newsroom.ui.search.find_bar import FindBar

TEXT = "🙂 Buku anak dan buku tani.\n\nSebanyak 60 BUKU dibawa."


@pytest.fixture
def bar(theme, qtbot):
    holder = QWidget()
    rows = QVBoxLayout(holder)
    editor = QTextEdit()
    editor.setPlainText(TEXT)
    made = FindBar(theme)
    made.set_target(editor)
    made.editor = editor
    rows.addWidget(editor)
    rows.addWidget(made)
    holder.show()
    holder.activateWindow()
    qtbot.waitExposed(holder)
    made.open()
    yield made
    holder.close()


def count(bar):
    return bar.count.text()


def marked(bar):
    return [s.cursor.selectedText() for s in bar.editor.extraSelections()]


def switch(bar, letter, qtbot):
    """Press Alt and a letter, as a person does who writes in the search."""
    qtbot.keyClick(bar.search, letter, Qt.KeyboardModifier.AltModifier)


def current(bar):
    """The text under the highlight of another colour than the rest."""
    colours = [s.format.background().color().name() for s in bar.editor.extraSelections()]
    odd = [n for n, colour in enumerate(colours) if colours.count(colour) == 1]
    return odd[0] if len(odd) == 1 else None


def test_all_hits_are_marked_and_counted(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    marked = [s.cursor.selectedText() for s in bar.editor.extraSelections()]
    assert marked == ["Buku", "buku", "BUKU"]
    assert count(bar) == "1 dari 3"
    assert current(bar) == 0


def test_enter_goes_on_and_round_and_shift_enter_back(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
        qtbot.keyClick(bar.search, Qt.Key.Key_Return, modifier)
        seen.append(count(bar))
    assert seen == ["2 dari 3", "3 dari 3", "1 dari 3", "3 dari 3"]


def test_f3_works_from_the_text(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.editor.setFocus()
    qtbot.keyClick(bar.editor, Qt.Key.Key_F3)
    assert count(bar) == "2 dari 3"
    qtbot.keyClick(bar.editor, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count(bar) == "1 dari 3"


def test_case_can_matter(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    qtbot.mouseClick(bar.options.case, Qt.MouseButton.LeftButton)
    assert [s.cursor.selectedText() for s in bar.editor.extraSelections()] == ["buku"]


def test_what_is_not_there_is_said(bar, qtbot):
    qtbot.keyClicks(bar.search, "koran")
    assert count(bar) == "Tidak ditemukan"
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar.editor.toPlainText() == TEXT


def test_signs_are_taken_as_they_stand(bar, qtbot):
    qtbot.keyClicks(bar.search, ".")
    assert count(bar) == "1 dari 2"


def test_replace_one_after_an_emoji_then_the_next_is_current(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.replacement.setFocus()
    qtbot.keyClicks(bar.replacement, "bacaan")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert bar.editor.toPlainText() == TEXT.replace("Buku", "Bacaan")
    assert count(bar) == "1 dari 2"
    assert bar.editor.extraSelections()[0].cursor.selectedText() == "buku"


def test_replace_all_is_one_undo_step(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.replacement.setText("buku-buku 🙂")
    bar.replace_all()
    assert bar.editor.toPlainText().lower().count("buku-buku 🙂") == 3
    assert count(bar) == "3 diganti"
    bar.editor.undo()
    assert bar.editor.toPlainText() == TEXT


def test_a_word_that_is_replaced_keeps_its_capitals_unless_case_matters(bar, qtbot):
    bar.editor.setPlainText("Banjir surut. Warga lega banjir surut. BANJIR SURUT")
    qtbot.keyClicks(bar.search, "banjir")
    qtbot.keyClicks(bar.replacement, "rob")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.editor.toPlainText() == "Rob surut. Warga lega rob surut. ROB SURUT"
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bar.options.case.click()
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.editor.toPlainText() == "Banjir surut. Warga lega rob surut. BANJIR SURUT"


def test_capitals_themselves_can_be_replaced(bar, qtbot):
    bar.editor.setPlainText("Bupati Serang dan BUPATI Lebak")
    qtbot.keyClicks(bar.search, "bupati")
    qtbot.keyClicks(bar.replacement, "bupati")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.editor.toPlainText() == "bupati Serang dan bupati Lebak"


def test_typing_in_the_text_moves_the_marks(bar, qtbot):
    qtbot.keyClicks(bar.search, "tani")
    cursor = bar.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Petani: ")
    qtbot.waitUntil(lambda: len(bar.editor.extraSelections()) == 2, timeout=2000)
    assert {s.cursor.selectedText() for s in bar.editor.extraSelections()} == {"tani"}


def test_replacing_right_after_typing_hits_the_right_letters(bar, qtbot):
    qtbot.keyClicks(bar.search, "tani")
    cursor = bar.editor.textCursor()
    cursor.setPosition(3)
    cursor.insertText("Sepuluh ")
    bar.replacement.setText("ladang")
    bar.replace_all()
    assert bar.editor.toPlainText().startswith("🙂 Sepuluh Buku anak dan buku ladang.")


def test_deleting_all_text_leaves_no_hits(bar, qtbot):
    qtbot.keyClicks(bar.search, "buku")
    bar.editor.selectAll()
    bar.editor.textCursor().removeSelectedText()
    bar.find_next()
    assert count(bar) == "Tidak ditemukan"


def test_escape_closes_selects_the_hit_and_gives_the_keyboard_back(bar, qtbot):
    qtbot.keyClicks(bar.search, "60")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert bar.editor.textCursor().selectedText() == "60"
    assert bar.editor.extraSelections() == []
    assert bar.editor.window().focusWidget() is bar.editor


def test_opening_looks_for_what_is_selected(bar, qtbot):
    bar.close_bar()
    cursor = bar.editor.textCursor()
    cursor.setPosition(bar.editor.toPlainText().index("tani") + 1)
    cursor.select(cursor.SelectionType.WordUnderCursor)
    bar.editor.setTextCursor(cursor)
    bar.open()
    assert bar.search.text() == "tani"
    assert count(bar) == "1 dari 1"


def test_another_editor_takes_over(bar, qtbot, theme):
    qtbot.keyClicks(bar.search, "buku")
    other = QTextEdit()
    qtbot.addWidget(other)
    other.setPlainText("Satu buku.")
    other.show()
    qtbot.waitExposed(other)
    bar.set_target(other)
    assert bar.editor.extraSelections() == []
    assert [s.cursor.selectedText() for s in other.extraSelections()] == ["buku"]


def test_a_very_long_text_marks_what_is_near(bar, qtbot):
    bar.editor.setPlainText("buku " * 20_000)
    qtbot.keyClicks(bar.search, "buku")
    assert count(bar) == "1 dari 20.000"
    bar.find_previous()
    assert count(bar) == "20.000 dari 20.000"
    assert 0 < len(bar.editor.extraSelections()) < 1000


def test_whole_words_alone(bar, qtbot):
    qtbot.keyClicks(bar.search, "buk")
    switch(bar, "w", qtbot)
    assert count(bar) == "Tidak ditemukan"
    qtbot.keyClicks(bar.search, "u")
    assert count(bar) == "1 dari 3"


def test_a_pattern_is_looked_for_and_its_groups_are_put_in(bar, qtbot):
    switch(bar, "r", qtbot)
    qtbot.keyClicks(bar.search, r"(buku) (anak|\w+i\b|dibawa)")
    qtbot.waitUntil(lambda: count(bar) == "1 dari 3")
    assert marked(bar) == ["Buku anak", "buku tani", "BUKU dibawa"]
    bar.replacement.setFocus()
    qtbot.keyClicks(bar.replacement, r"$2 \1")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count(bar) == "1 dari 2")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: count(bar) == "2 diganti")
    assert bar.editor.toPlainText() == ("🙂 anak Buku dan tani buku.\n\nSebanyak 60 dibawa BUKU.")


def test_lines_begin_and_end_for_a_pattern(bar, qtbot):
    switch(bar, "r", qtbot)
    qtbot.keyClicks(bar.search, r"\w+\.$")
    qtbot.waitUntil(lambda: marked(bar) == ["tani.", "dibawa."])


@pytest.mark.parametrize(
    ("pattern", "told"),
    [("(buku", "Kurung “(” belum ditutup."), ("[abc", "Kurung “[” belum ditutup."),
     ("*", "Tidak ada yang dapat diulang"), (r"\p{Apa}", "Pola ini keliru pada huruf ke-8.")],
)  # fmt: skip
def test_a_faulty_pattern_is_told_of(bar, qtbot, pattern, told):
    switch(bar, "r", qtbot)
    qtbot.keyClicks(bar.search, pattern)
    qtbot.waitUntil(lambda: count(bar).startswith(told))
    assert not bar.editor.extraSelections()
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    switch(bar, "r", qtbot)
    assert not count(bar).startswith(told)


def test_a_group_there_is_not_is_told_of(bar, qtbot):
    switch(bar, "r", qtbot)
    qtbot.keyClicks(bar.search, "(buku)")
    qtbot.waitUntil(lambda: count(bar) == "1 dari 3")
    bar.replacement.setText("$2")
    bar.replace_all()
    assert count(bar) == "Pola tidak punya kelompok 2."
    assert bar.editor.toPlainText() == TEXT
    bar.replacement.setText("$1!")
    bar.replace_all()
    qtbot.waitUntil(lambda: count(bar) == "3 diganti")


def test_a_pattern_without_end_leaves_the_window_free(bar, qtbot):
    bar.editor.setPlainText("a" * 5_000)
    switch(bar, "r", qtbot)
    bar.search.setText("(a|a)*(a|a)*(a|a)*(a|a)*b|(a|aa)+$c")
    qtbot.keyClicks(bar.replacement, "masih dapat ditulis")
    assert bar.replacement.text() == "masih dapat ditulis"
    qtbot.waitUntil(lambda: count(bar).startswith("Pola ini terlalu lama"))


def test_enter_pressed_before_a_pattern_is_found_counts(bar, qtbot):
    switch(bar, "r", qtbot)
    bar.search.setText("buku")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count(bar).endswith(" dari 3"))


def test_a_selection_is_looked_for_as_it_stands_by_a_pattern_too(bar, qtbot):
    switch(bar, "r", qtbot)
    cursor = bar.editor.textCursor()
    cursor.setPosition(len("🙂 Buku anak dan buku ta".encode("utf-16-le")) // 2)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    bar.editor.setTextCursor(cursor)
    bar.open()
    assert bar.search.text() == r"ni\."
    qtbot.waitUntil(lambda: marked(bar) == ["ni."])


def test_thousands_are_replaced_little_by_little_and_taken_back_at_once(bar, qtbot):
    text = "\n\n".join(["Warga desa " * 12] * 900)
    bar.editor.setPlainText(text)
    qtbot.keyClicks(bar.search, "desa")
    qtbot.waitUntil(lambda: count(bar) == "1 dari 10.800")
    bar.replacement.setText("kampung")
    bar.replace_all()
    assert bar.editor.isReadOnly()
    qtbot.waitUntil(lambda: count(bar) == "10.800 diganti")
    assert bar.editor.toPlainText() == text.replace("desa", "kampung")
    assert not bar.editor.isReadOnly()
    qtbot.keyClick(bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.editor.toPlainText() == text
    bar.editor.redo()
    assert bar.editor.toPlainText() == text.replace("desa", "kampung")


def test_replacing_stops_where_the_text_is_another(bar, qtbot):
    bar.editor.setPlainText("desa " * 20_000)
    qtbot.keyClicks(bar.search, "desa")
    bar.replacement.setText("kampung")
    bar.replace_all()
    bar.editor.setPlainText("Naskah lain tentang desa.")
    qtbot.waitUntil(lambda: not bar.editor.isReadOnly())
    assert bar.editor.toPlainText() == "Naskah lain tentang desa."


# In the window, over all fields of a story.


@pytest.fixture
def story(writing):
    photo = Photo("desa.jpg", caption="Warga desa memanen.", alt="Sawah di desa")
    return writing(
        "Warga desa memanen padi.\n\nDesa itu subur.",
        headline="Desa Panen Raya",
        kicker="Desa",
        summary="Panen di desa.",
        photos=(photo,),
    )


def find(window, text, *, everywhere=True):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.find_bar
    bar.search.clear()
    QTest.keyClicks(bar.search, text)
    if everywhere:
        QTest.keyClick(bar.search, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    return bar


def replace_all(bar, text, eventually):
    bar.replacement.setText(text)
    bar.replace_all()
    eventually(lambda: "diganti" in count(bar))


def texts(window):
    story = window.desk.story
    photo = story.photos[0]
    return [story.kicker, story.headline, story.body, story.summary, photo.caption, photo.alt]


def test_all_fields_are_counted_and_walked_through(story):
    bar = find(story, "desa")
    seen = []
    for _ in range(7):
        seen.append(count(bar))
        QTest.keyClick(bar.search, Qt.Key.Key_Return)
        assert bar.search.hasFocus()
    assert seen == [
        "3 dari 7 · Tubuh berita",
        "4 dari 7 · Tubuh berita",
        "5 dari 7 · Ringkasan",
        "6 dari 7 · Keterangan foto",
        "7 dari 7 · Teks alternatif",
        "1 dari 7 · Kicker",
        "2 dari 7 · Judul",
    ]


def test_a_hit_in_a_folded_panel_is_brought_into_view(story):
    story.actions_["inspector"].trigger()
    bar = find(story, "memanen.")
    QTest.keyClick(bar.search, Qt.Key.Key_Return)
    caption = story.inspector.photos.cards[0].caption
    assert caption.isVisible()
    assert not caption.visibleRegion().isEmpty()
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert caption.hasFocus()
    assert caption.textCursor().selectedText() == "memanen."


def test_what_is_folded_away_in_the_data_is_found_and_replaced_too(writing, eventually):
    window = writing(
        "Warga memanen.", topic="Desa maju", search_title="Panen desa", social="Ayo ke desa"
    )
    bar = find(window, "desa")
    topic = window.inspector.data.field("topic")
    assert count(bar) == "1 dari 3 · Topik khusus"
    eventually(lambda: topic.visibleRegion().boundingRect().height() == topic.height())
    QTest.keyClick(bar.search, Qt.Key.Key_Return)
    assert count(bar) == "2 dari 3 · Judul di mesin pencari"
    replace_all(bar, "kampung", eventually)
    window.page.flush()
    told = window.desk.story
    assert (told.topic, told.search_title, told.social) == (
        "Kampung maju", "Panen kampung", "Ayo ke kampung"
    )  # fmt: skip
    QTest.keyClick(bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: window.desk.story.social == "Ayo ke desa")
    assert window.desk.story.topic == "Desa maju"


def test_a_new_line_may_come_into_a_text_for_social_media_alone(writing, eventually):
    window = writing("Warga memanen.", topic="Desa maju", social="Ayo ke desa")
    bar = find(window, "d(esa)")
    QTest.keyClick(bar.search, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    eventually(lambda: bar.finder.total == 2)
    replace_all(bar, r"k\n$1", eventually)
    eventually(lambda: window.desk.story.social == "Ayo ke k\nesa")
    assert window.desk.story.topic == "k esa maju"


def test_all_fields_are_replaced_and_one_key_gives_all_back(story, eventually):
    before = texts(story)
    bar = find(story, "desa")
    QTest.keyClicks(bar.replacement, "kampung")
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    eventually(lambda: story.banner.text == "7 diganti di 6 bidang.")
    story.page.flush()
    assert not any("desa" in text.lower() for text in texts(story))
    story.page.body.setFocus()
    QTest.keyClick(story.page.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    story.page.flush()
    assert texts(story) == before
    QTest.keyClick(story.page.body, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    story.page.flush()
    assert story.page.headline.text() == "Kampung Panen Raya"
    eventually(lambda: not any("desa" in text.lower() for text in texts(story)))


def test_the_offer_to_take_back_goes_once_it_is_taken_back_by_key(story, eventually):
    bar = find(story, "desa")
    replace_all(bar, "kampung", eventually)
    assert story.banner.text == "7 diganti di 6 bidang."
    QTest.keyClick(bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert story.banner.text == ""


def test_the_keyboard_is_where_to_look_next_once_all_is_replaced(story, eventually):
    bar = find(story, "desa", everywhere=False)
    bar.replacement.setText("kampung")
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Ganti semua")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    eventually(lambda: not button.isEnabled())
    assert bar.search.hasFocus()


def test_taking_back_leaves_the_cursor_at_the_hit_where_it_was(story, eventually):
    body = story.page.body
    body.select(len("Warga desa memanen"), len("Warga desa memanen"))
    bar = find(story, "desa", everywhere=False)
    hit = len("Warga desa memanen padi.\n\n")
    replace_all(bar, "kampung", eventually)
    QTest.keyClick(bar.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hit <= body.cursor_offset() <= hit + len("Desa")


def test_the_message_gives_all_back_too(story, eventually):
    before = texts(story)
    bar = find(story, "desa")
    replace_all(bar, "kampung", eventually)
    undo = next(b for b in story.banner.findChildren(QPushButton) if b.text() == "Urungkan")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    story.page.flush()
    assert texts(story) == before
    assert story.banner.text == ""


def test_a_field_written_in_since_is_left_as_it_is(story, eventually):
    bar = find(story, "desa")
    replace_all(bar, "kampung", eventually)
    story.page.headline.setFocus()
    QTest.keyClicks(story.page.headline, "Baru")
    story.page.body.setFocus()
    QTest.keyClick(story.page.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert story.page.body.text().startswith("Warga desa")
    assert "Baru" in story.page.headline.text()
    assert "Kampung" in story.page.headline.text()


def test_what_is_changed_after_taking_back_changes_no_other_field(story, eventually):
    before = texts(story)
    bar = find(story, "memanen")
    replace_all(bar, "menuai", eventually)
    body = story.page.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    replace_apart(body, 19, "padi", "jagung")  # as a suggestion that is taken
    story.page.flush()
    assert texts(story)[2] == before[2].replace("padi", "jagung")
    assert texts(story)[:2] + texts(story)[3:] == before[:2] + before[3:]
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    story.page.flush()
    assert texts(story) == before


def test_the_field_last_written_in_is_looked_through(story):
    story.page.headline.setFocus()
    bar = find(story, "desa", everywhere=False)
    assert count(bar) == "1 dari 1"
    assert bar.search.placeholderText() == "Cari di judul"
    story.page.body.setFocus()
    assert count(bar).endswith("2") or count(bar) == "2 hasil"
    assert story.page.headline.extraSelections() == []
    caption = story.inspector.photos.cards[0].caption
    story.show_tab("photos")
    caption.setFocus()
    assert count(bar) == "1 hasil"


def test_a_new_line_is_a_space_where_there_is_but_one_line(story, eventually):
    bar = find(story, " (Panen)")
    QTest.keyClick(bar.search, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    eventually(lambda: count(bar).endswith("Judul"))
    bar.replacement.setText(r"\n$1")
    bar.replace_all()
    eventually(lambda: story.page.headline.text() == "Desa Panen Raya")


def test_nothing_is_taken_back_in_another_story(story, store, eventually, click_story):
    bar = find(story, "desa")
    replace_all(bar, "kampung", eventually)
    story.actions_["new"].trigger()
    eventually(lambda: story.page.headline.text() == "")
    assert not bar.replacer.can_undo
    QTest.keyClicks(story.page.headline, "Baru")
    QTest.keyClick(story.page.headline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert story.page.body.text() == ""
    eventually(lambda: any("Kampung" in s.headline for s in store.stories.list()))
