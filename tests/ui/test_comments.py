"""Comments in the window: on words of the text, beside it, and while it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.store.store import Store
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Anchor, Comment
from newsroom.story.person import Person
from newsroom.story.story import Photo, Story
from newsroom.ui.comments.ground import CommentGround
from newsroom.ui.comments.panel import CommentsPanel
from newsroom.ui.comments.thread_card import ThreadCard
from newsroom.ui.comments.thread_note import ThreadNote
from newsroom.ui.editor.edit_menu import edit_menu
from newsroom.ui.main_window import MainWindow

BODY = "Warga 🙂 Desa Misal panen raya.\n\nKepala desa hadir di sawah."


@pytest.fixture
def window(writing: Callable[..., MainWindow], store: Store) -> MainWindow:
    store.people.set_me(Person("Sari Umpama"))
    return writing(BODY, byline=("Budi Contoh",))


@pytest.fixture
def commented(store: Store, writing, eventually) -> Callable[..., MainWindow]:
    """Opens the window with remarks of Budi Contoh on words of the body."""

    def opener(*told: tuple[str, str]) -> MainWindow:
        store.people.set_me(Person("Sari Umpama"))
        window = writing(BODY, byline=("Budi Contoh",))
        for words, text in told:
            start = BODY.index(words)
            anchor = anchored("body", BODY, start, start + len(words))
            mentions = ("Sari Umpama",) if "@Sari Umpama" in text else ()
            new = Comment.new(
                "Budi Contoh", text, datetime.now(UTC), anchor=anchor, mentions=mentions
            )
            store.comments.add(window.desk.story.id, new)
        panel_of(window)  # reads what is there
        eventually(lambda: len(cards(window)) == len(told))
        return window

    return opener


def panel_of(window: MainWindow) -> CommentsPanel:
    window.show_tab("review")
    panel = window.inspector.review.show_part("comments")
    assert isinstance(panel, CommentsPanel)
    return panel


def cards(window: MainWindow) -> list[ThreadCard]:
    return panel_of(window).cards


def said(card: ThreadCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if not one.isHidden())


def button(card: ThreadCard, text: str) -> QPushButton:
    buttons = card.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == text and not one.isHidden())


def marked(window: MainWindow) -> str:
    """Return what the body has marked as commented on, by the marks' own places."""
    ground, body = window.page.body.findChild(CommentGround), window.page.body
    text = body.document().toPlainText().encode("utf-16-le")
    places = [
        at for at in range(len(text) // 2) if ground.thread_at(at) and ground.thread_at(at + 1)
    ]
    return b"".join(text[2 * at : 2 * at + 2] for at in places).decode("utf-16-le")


def select(window: MainWindow, words: str) -> None:
    start = window.page.body.text().index(words)
    window.page.body.select(start, start + len(words))
    window.page.body.setFocus()


def test_a_comment_is_begun_by_key_on_what_is_selected_and_kept(
    window: MainWindow, store: Store, eventually
) -> None:
    select(window, "panen raya")
    QTest.keyClick(
        window.page.body,
        Qt.Key.Key_M,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    panel = panel_of(window)
    assert panel.compose.quote.text() == "“panen raya”"
    panel.compose.edit.insertPlainText("Luasnya berapa? @Budi Contoh ")
    QTest.keyClick(panel.compose.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    eventually(lambda: panel.cards)
    (comment,) = store.comments.all(window.desk.story.id)
    assert (comment.who, comment.text) == ("Sari Umpama", "Luasnya berapa? @Budi Contoh")
    assert comment.mentions == ("Budi Contoh",)
    assert comment.anchor.quote == "panen raya"
    assert panel.compose.isHidden()
    assert "“panen raya”\nSari Umpama" in said(panel.cards[0])
    assert "Baru saja" in said(panel.cards[0])
    assert marked(window) == "panen raya"
    assert window.focusWidget() is window.page.body
    assert window.inspector.tabs.tab("review").accessibleName() == "Tinjau, 1 komentar terbuka"


def test_the_people_of_the_story_are_offered_behind_the_sign(window: MainWindow) -> None:
    window.actions_["comment"].trigger()
    edit = panel_of(window).compose.edit

    QTest.keyClicks(edit, "Tolong @con")
    assert edit.names is not None
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Tolong @Budi Contoh "
    assert edit.names is None
    QTest.keyClicks(edit, "surel@con")
    assert edit.names is None

    QTest.keyClicks(edit, " @con")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    QTest.keyClick(edit, Qt.Key.Key_Control)
    assert edit.names is None


@pytest.mark.parametrize(
    ("cursor", "quote"),
    [(BODY.index("hadir") + 2, "“hadir”"), (len(BODY), "“Kepala desa hadir di sawah.”")],
)
def test_without_a_selection_it_is_about_the_word_or_the_paragraph(
    window: MainWindow, cursor: int, quote: str
) -> None:
    window.page.body.select(cursor, cursor)
    window.actions_["comment"].trigger()

    assert panel_of(window).compose.quote.text() == quote


def test_a_field_of_the_form_is_commented_on_as_a_whole(
    window: MainWindow, store: Store, eventually
) -> None:
    window.show_tab("data")
    window.inspector.field("section").setFocus()
    window.actions_["comment"].trigger()
    panel = panel_of(window)
    assert panel.compose.quote.text() == "Rubrik"
    panel.compose.edit.setPlainText("Ekonomi?")
    panel.compose.send.click()

    eventually(lambda: panel.cards)
    assert store.comments.all(window.desk.story.id)[0].anchor == Anchor("section", 0, 0, "")
    QTest.mouseClick(panel.cards[0], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.inspector.data.isVisible()


def test_marks_stay_on_their_words_while_one_types(commented, eventually) -> None:
    window = commented(("panen raya", "Kapan?"))
    body = window.page.body
    assert marked(window) == "panen raya"

    body.select(0, 0)
    QTest.keyClicks(body, "Para ")
    assert marked(window) == "panen raya"
    place = body.text().index("raya")
    body.select(place, place)
    QTest.keyClicks(body, "padi ")
    assert marked(window) == "panen padi raya"
    window.page.flush()
    eventually(lambda: "“panen padi raya”" in said(cards(window)[0]))


def test_words_that_are_gone_are_told_and_come_back_with_an_undo(
    commented, store: Store, eventually
) -> None:
    window = commented(("panen raya", "Kapan?"))
    select(window, "panen raya")
    window.page.body.textCursor().removeSelectedText()
    window.page.flush()

    eventually(lambda: said(cards(window)[0]).startswith("Kata-katanya sudah tidak ada: “panen"))
    assert marked(window) == ""
    eventually(lambda: store.comments.all(window.desk.story.id)[0].anchor.lost)

    window.page.body.undo()
    window.page.flush()
    eventually(lambda: marked(window) == "panen raya")
    eventually(lambda: not store.comments.all(window.desk.story.id)[0].anchor.lost)


def test_a_thread_is_answered_settled_and_taken_up_again(commented, store, eventually) -> None:
    window = commented(("hadir", "Siapa?"))
    panel, (card,) = panel_of(window), cards(window)

    button(card, "Jawab").click()
    QTest.keyClicks(window.focusWidget(), "Bupati.")
    button(card, "Kirim").click()
    eventually(lambda: "Bupati." in said(card))
    assert not card.answer.toPlainText()
    button(card, "Selesai").click()
    eventually(lambda: not panel.cards)
    assert panel.open.text() == "Terbuka"
    assert panel.settled.text() == "Selesai 1"
    assert marked(window) == ""

    panel.settled.click()
    assert "Selesai: Sari Umpama" in said(panel.cards[0])
    button(panel.cards[0], "Buka lagi").click()
    eventually(lambda: panel.open.text() == "Terbuka 1")
    assert [one.resolved for one in store.comments.all(window.desk.story.id)] == [None, None]


def test_only_ones_own_remarks_are_changed_and_removed(commented, store, eventually) -> None:
    window = commented(("hadir", "Siapa?"))
    (card,) = cards(window)
    button(card, "Jawab").click()
    card.answer.setPlainText("Bupati")
    button(card, "Kirim").click()
    eventually(lambda: "Bupati" in said(card))

    assert [one.text() for one in card.findChildren(QPushButton)].count("Ubah") == 1
    button(card, "Ubah").click()
    QTest.keyClicks(window.focusWidget(), " Misal")
    button(card, "Simpan").click()
    eventually(lambda: "Bupati Misal" in said(card))

    button(card, "Hapus").click()
    box = QApplication.activeModalWidget()
    next(one for one in box.findChildren(QPushButton) if one.text() == "Hapus").click()
    eventually(lambda: "Komentar ini dihapus." in said(card))
    assert [one.removed for one in store.comments.all(window.desk.story.id)] == [False, True]


def test_ones_own_remark_is_changed_also_after_its_words_have_moved(
    window: MainWindow, store: Store, eventually
) -> None:
    start = BODY.index("hadir")
    anchor = anchored("body", BODY, start, start + 5)
    moment = datetime(2025, 1, 2, 20, 10, tzinfo=UTC)
    new = Comment.new("Sari Umpama", "Siapa?", moment, anchor=anchor)
    store.comments.add(window.desk.story.id, new)
    window.copy_desk.commenting.look_again()
    eventually(lambda: cards(window))
    (card,) = cards(window)
    assert "03-01-2025 03.10" in [one.toolTip() for one in card.findChildren(QLabel)]  # WIB
    window.page.body.select(0, 0)
    QTest.keyClicks(window.page.body, "Para ")
    window.page.flush()
    eventually(lambda: card.thread.anchor.start == start + 5)

    button(card, "Ubah").click()
    QTest.keyClicks(window.focusWidget(), " Kapan?")
    button(card, "Simpan").click()

    eventually(lambda: "Siapa? Kapan?" in said(card))
    assert card.accessibleName() == "Sari Umpama: Siapa? Kapan?"
    assert [one.text for one in store.comments.all(window.desk.story.id)] == ["Siapa? Kapan?"]


def test_those_that_mention_me_are_filtered(commented, eventually) -> None:
    window = commented(("hadir", "Siapa?"), ("sawah", "@Sari Umpama tolong cek"))
    panel = panel_of(window)

    assert panel.mine.text() == "Menyebut saya 1"
    panel.mine.click()
    assert [card.thread.first.text for card in panel.cards] == ["@Sari Umpama tolong cek"]
    assert panel.open.text() == "Terbuka 1"

    button(panel.cards[0], "Selesai").click()
    eventually(lambda: panel.settled.text() == "Selesai 1")
    assert (panel.open.text(), panel.mine.text()) == ("Terbuka", "Menyebut saya")
    panel.mine.click()
    assert panel.open.text() == "Terbuka 1"
    assert panel.mine.isHidden()  # nobody open mentions me


def test_keys_go_from_comment_to_comment_and_to_their_threads(commented) -> None:
    window = commented(("panen", "satu"), ("hadir", "dua"))
    body = window.page.body
    body.select(0, 0)
    body.setFocus()

    seen = []
    for name in ("next_comment", "next_comment", "next_comment", "previous_comment"):
        window.actions_[name].trigger()
        seen.append(body.textCursor().selectedText())
    assert seen == ["panen", "hadir", "panen", "hadir"]
    assert [bool(card.property("current")) for card in cards(window)] == [False, True]

    window.actions_["show_comment"].trigger()
    assert QApplication.focusWidget() is cards(window)[1]


def test_keys_go_to_all_comments_on_the_same_words_and_on_from_one_that_is_settled(
    commented, eventually
) -> None:
    window = commented(("Kepala desa hadir", "satu"), ("hadir", "dua"), ("hadir", "tiga"))
    window.page.body.select(0, 0)
    window.page.body.setFocus()

    def step(name: str) -> str:
        window.actions_[name].trigger()
        return next(c.thread.first.text for c in cards(window) if c.property("current"))

    names = ["next_comment"] * 4 + ["previous_comment"]
    assert [step(name) for name in names] == ["satu", "dua", "tiga", "satu", "tiga"]
    window.actions_["show_comment"].trigger()
    assert QApplication.focusWidget() is cards(window)[2]
    assert step("previous_comment") == "dua"
    cards(window)[1].setFocus()
    cards(window)[1].settle.click()
    eventually(lambda: len(cards(window)) == 2)
    assert step("next_comment") == "tiga"


def test_the_keyboard_comes_back_in_sight_to_the_caption_that_was_commented_on(
    writing, eventually
) -> None:
    window = writing(BODY, photos=(Photo("panen.jpg", caption="Warga di sawah."),))
    window.show_tab("photos")
    card = window.inspector.photos.card(0)
    card.caption.select(9, 14)
    card.caption.setFocus()
    window.actions_["comment"].trigger()
    panel = panel_of(window)
    compose = panel.compose
    assert compose.quote.text() == "Foto 1: keterangan foto: “sawah”"
    compose.edit.insertPlainText("Sawah siapa?")
    compose.send.click()
    eventually(lambda: panel.cards)

    assert QApplication.focusWidget() is card.caption
    assert card.caption.isVisible()
    select(window, "hadir")
    window.actions_["next_comment"].trigger()
    assert card.caption.textCursor().selectedText() == "sawah"
    assert not window.page.body.textCursor().hasSelection()
    note = window.findChild(ThreadNote)  # the card is out of sight
    assert (note.isVisible(), note.text()) == (True, "<b>Rina Rekaan</b> Sawah siapa?")
    QTest.keyClick(card.caption, Qt.Key.Key_Right)
    assert note.isHidden()

    card.credit.setFocus()
    window.actions_["comment"].trigger()
    assert compose.quote.text() == "Foto 1"


def test_a_comment_begun_beside_the_changes_shows_the_words_that_it_is_about(
    window: MainWindow,
) -> None:
    select(window, "hadir")
    panel = panel_of(window)
    window.actions_["changes"].trigger()
    panel.new.click()
    assert panel.compose.quote.text() == "“hadir”"
    assert window.page.isVisible()

    window.actions_["preview"].trigger()
    panel.compose.edit.setFocus()
    QTest.keyClick(panel.compose.edit, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.body
    assert window.page.isVisible()


def test_a_click_on_marked_words_shows_their_thread(commented) -> None:
    window = commented(("panen", "satu"), ("hadir", "dua"))
    window.show_tab("data")
    body = window.page.body
    body.select(BODY.index("hadir") + 2, BODY.index("hadir") + 2)
    place = body.cursorRect().center()
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert window.inspector.review.isVisible()
    assert [bool(card.property("current")) for card in cards(window)] == [False, True]
    assert body.hasFocus()


def test_what_was_begun_is_there_again_after_another_story_and_a_new_start(
    window: MainWindow, store: Store, eventually, open_window
) -> None:
    first = window.desk.story.id
    select(window, "hadir")
    window.actions_["comment"].trigger()
    QTest.keyClicks(panel_of(window).compose.edit, "Belum selesai")

    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story.id != first)
    assert panel_of(window).compose.isHidden()
    window.desk.open(first)
    eventually(lambda: window.desk.story.id == first and panel_of(window).compose.isVisible())
    assert panel_of(window).compose.edit.toPlainText() == "Belum selesai"
    QTest.keyClicks(panel_of(window).compose.edit, " juga")
    window.sides.renew_inspector()  # as after a change of the settings
    assert panel_of(window).compose.edit.toPlainText() == "Belum selesai juga"

    window.close()
    again = open_window()
    eventually(lambda: panel_of(again).compose.isVisible())
    assert panel_of(again).compose.edit.toPlainText() == "Belum selesai juga"
    assert panel_of(again).compose.quote.text() == "“hadir”"


def test_who_has_no_name_yet_is_asked_for_it_once(open_window, store: Store, eventually) -> None:
    store.workspace.set("open", store.stories.save(Story(body=BODY)).id)
    window = open_window()
    eventually(lambda: window.desk.story is not None)
    select(window, "hadir")
    window.actions_["comment"].trigger()
    panel = panel_of(window)
    panel.compose.edit.setPlainText("Siapa?")
    panel.compose.send.click()

    eventually(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    dialog.name.setText("Sari Umpama")
    dialog.act.click()
    eventually(lambda: panel.cards)
    assert store.comments.all(window.desk.story.id)[0].who == "Sari Umpama"


def test_the_menu_of_the_text_offers_it(window: MainWindow) -> None:
    select(window, "panen")
    menu = edit_menu(window.page.body)
    next(one for one in menu.actions() if one.text() == "Komentari…").trigger()

    assert panel_of(window).compose.quote.text() == "“panen”"


def test_the_tab_key_goes_from_card_to_card_through_what_is_in_each(commented) -> None:
    window = commented(("panen raya", "Luasnya?"), ("sawah", "Yang mana?"))
    panel = panel_of(window)
    first, second = panel.cards
    first.reply.click()
    first.setFocus()
    walked = []
    while len(walked) < 7:
        walked.append(QApplication.focusWidget())
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)

    assert walked == [
        first, first.answer, first.settle, second, second.reply, second.settle, panel.new,
    ]  # fmt: skip


def test_a_field_for_an_answer_is_there_only_while_one_is_at_the_thread(commented) -> None:
    window = commented(("panen raya", "Luasnya?"), ("sawah", "Yang mana?"))
    first, second = panel_of(window).cards
    for card, text in ((first, ""), (second, "Di barat."), (first, "")):
        panel_of(window).show_current(card.thread.id)
        card.answer.insertPlainText(text)

    assert (second.answer.toPlainText(), second.reply.isVisible()) == ("Di barat.", False)
    panel_of(window).show_current(second.thread.id)
    assert (first.answer, first.reply.isVisible()) == (None, True)
