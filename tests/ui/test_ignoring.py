"""Leaving marks out in one place, in a story and in the house, and taking that back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.language.ignored import Ignored
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.ui.dialogs.words_dialog import WordsDialog
from newsroom.ui.editor.suggestion_menu import SuggestionMenu

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXT = "Kerja warga desa itu efesien.\n\nMenurut mereka, sawah lebih efesien daripada kebun."
HOUSE = "infobanten"


def marked(window) -> list[tuple[str, int]]:
    """Return what the list of findings says of the texts, in order."""
    return [(f.text, f.start) for f in window.findings.found if f.text and f.family != "story"]


def words(window) -> list[str]:
    return [text for text, _ in marked(window)]


@pytest.fixture
def press(eventually):
    """Opens the suggestions at a place in the body and presses the keys of an entry."""

    def in_menu(window, at: int, key: Qt.Key) -> None:
        window.page.body.setFocus()
        window.page.body.select(at, at)
        QTest.keyClick(window.page.body, Qt.Key.Key_Period, CONTROL)
        eventually(lambda: isinstance(QApplication.activePopupWidget(), SuggestionMenu))
        QTest.keyClick(QApplication.activePopupWidget(), key, ALT)

    return in_menu


@pytest.fixture
def dialog(eventually):
    """Opens the dialog of words and marks left out."""

    def opener(window) -> WordsDialog:
        window.actions_["words"].trigger()
        shown = next(d for d in window.findChildren(WordsDialog) if d.isVisible())
        eventually(shown.isActiveWindow)
        return shown

    return opener


def test_once_is_this_place_until_the_words_around_change(
    writing, settled, press, eventually, open_window
):
    window = writing(TEXT)
    settled(window)
    assert words(window) == ["efesien", "efesien"]
    press(window, TEXT.rindex("efesien") + 1, Qt.Key.Key_0)
    eventually(lambda: marked(window) == [("efesien", TEXT.index("efesien"))])
    window.page.body.select(0, 0)
    QTest.keyClicks(window.page.body, "Baris baru. ")
    settled(window)
    assert words(window) == ["efesien"]
    window.close()
    window = open_window()
    settled(window)
    assert words(window) == ["efesien"]
    body = window.page.body
    at = body.text().index("lebih")
    body.replace_range(at, at + len("lebih"), "lebih", "kurang")
    settled(window)
    assert words(window) == ["efesien", "efesien"]


def test_in_the_house_is_in_every_story_until_it_is_taken_back(
    writing, store, settled, press, dialog, eventually, click_story
):
    other = store.stories.save(Story(headline="Lain", body="Juga Efesien di sini."))
    window = writing(TEXT)
    settled(window)
    press(window, TEXT.index("efesien") + 1, Qt.Key.Key_R)
    eventually(lambda: words(window) == [])
    eventually(lambda: store.ignored.all(HOUSE) == [Ignored("spelling", "efesien")])
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    settled(window)
    assert words(window) == []
    page = dialog(window).ignored
    assert page.list.item(0).text() == "efesien · di redaksi ini"
    page.list.item(0).setSelected(True)
    page.mark.click()
    eventually(lambda: store.ignored.all(HOUSE) == [])
    click_story(window, window.desk.story.id)
    eventually(lambda: page.list.count() == 0)


def test_what_the_house_leaves_out_is_so_from_the_start(writing, store, settled):
    store.ignored.add(HOUSE, Ignored("spelling", "efesien"))
    store.ignored.add("lain", Ignored("nonstandard.word", "trampil"))
    window = writing("Kerja efesien yang trampil.")
    settled(window)
    assert words(window) == ["trampil"]


def test_the_dialog_lists_what_is_left_out_and_marks_it_again(
    writing, settled, press, dialog, eventually
):
    window = writing(TEXT + "\n\nIa mentoleransi itu.")
    settled(window)
    press(window, TEXT.index("efesien") + 1, Qt.Key.Key_0)
    press(window, window.page.body.text().index("mentoleransi") + 1, Qt.Key.Key_I)
    eventually(lambda: words(window) == ["efesien"])
    shown = dialog(window)
    shown.tabs.choose("ignored")
    page = shown.ignored
    assert [page.list.item(row).text() for row in range(page.list.count())] == [
        "efesien · di satu tempat: “…desa itu efesien.…”",
        "mentoleransi · di naskah ini",
    ]
    page.list.setFocus()
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    eventually(lambda: sorted(words(window)) == ["efesien", "efesien", "mentoleransi"])
    assert page.list.count() == 0
    assert not page.mark.isEnabled()


def test_a_card_leaves_out_its_own_place_or_more(writing, settled, eventually):
    window = writing(TEXT, photos=(Photo("", caption="Warga yang efesien.", alt="Sawah"),))
    window.show_tab("findings")
    settled(window)
    panel = window.inspector.findings

    def cards() -> list[tuple[str, str]]:
        return [(c.finding.field, c.finding.text) for c in panel.cards if c.finding.text]

    where = ["photos[0].caption", "body", "body"]
    eventually(lambda: [field for field, text in cards() if text == "efesien"] == where)
    for _ in range(2):
        left = len(cards())
        card = next(c for c in panel.cards if c.finding.text == "efesien")
        next(b for b in card.findChildren(type(card.act)) if b.text() == "Abaikan").click()
        eventually(lambda left=left: len(cards()) == left - 1)
    assert ("body", "efesien") in cards()
    assert words(window) == ["efesien"]
    assert marked(window) == [("efesien", TEXT.rindex("efesien"))]


def test_a_dateline_of_another_house_is_told_and_can_be_left_out(
    writing, newsroom, settled, eventually
):
    (newsroom.home / "house").mkdir(parents=True)
    style = newsroom.home / "house" / f"{HOUSE}.toml"
    style.write_text('[dateline]\npatterns = ["{PLACE}, {source} – "]\n', encoding="utf-8")
    dateline = Dateline("Serang", "contoh.id", pattern="{SOURCE}, {PLACE} -- ")
    window = writing("Warga membaca.", dateline=dateline)
    window.show_tab("findings")
    eventually(lambda: words(window) == ["CONTOH.ID, SERANG -- "])
    panel = window.inspector.findings
    card = next(card for card in panel.cards if card.finding.field == "dateline")
    assert "SERANG, contoh.id –" in card.finding.message
    card.act.click()
    assert window.inspector.data.isVisible()
    window.show_tab("findings")
    next(b for b in card.findChildren(type(card.act)) if b.text() == "Abaikan").click()
    eventually(lambda: words(window) == [])
