"""Going through the findings by key: in the text, in the list, and in every field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.story import Photo

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
PHOTO = Photo("a.jpg", caption="Warga 🙂 menunggu dirumah di Lebak, kemarin.")


@pytest.fixture
def review(writing, eventually):
    """Opens a story and waits until all that is found in it is listed."""

    def opener(body: str, **fields):
        window = writing(body, **fields)
        eventually(lambda: window.checks.is_idle and window.is_settled and window.findings.found)
        return window

    return opener


def press(key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def selected() -> str:
    return QApplication.focusWidget().textCursor().selectedText()


def settle(window, eventually) -> None:
    window.page.flush()
    eventually(lambda: window.checks.is_idle and window.is_settled)


def open_list(window, eventually):
    window.show_tab("findings")
    panel = window.inspector.findings
    eventually(lambda: panel.cards)
    return panel


def titles(panel) -> list[str]:
    return [card.accessibleName().partition(": ")[2] for card in panel.cards]


def test_f7_goes_through_every_field_in_reading_order_and_shift_f7_back(review):
    window = review(
        "efesien dan mensukseskan",
        headline="Warga Trampil Membaca",
        photos=(PHOTO,),
        summary="Warga dihimbau.",
    )
    there = []
    for _ in range(6):
        press(KEY.Key_F7)
        there.append((QApplication.focusWidget().accessibleName(), selected()))
    assert there == [
        ("Tubuh berita", "efesien"),
        ("Tubuh berita", "mensukseskan"),
        ("Ringkasan", "dihimbau"),
        ("Judul", "Trampil"),
        ("Keterangan foto", "dirumah"),
        ("Tubuh berita", "efesien"),
    ]
    back = []
    for _ in range(6):
        press(KEY.Key_F7, SHIFT)
        back.append((QApplication.focusWidget().accessibleName(), selected()))
    assert back == [*reversed(there[:5]), there[4]]
    assert window.banner.text == ""


def test_alt_1_takes_the_first_suggestion_and_goes_on(review):
    window = review("🙂 efesien dan 👍 mensukseskan acara")
    body = window.page.body
    body.select(4, 4)
    press(KEY.Key_1, ALT)
    assert body.text() == "🙂 efisien dan 👍 mensukseskan acara"
    assert selected() == "mensukseskan"
    QTest.keySequence(body, window.actions_["undo"].shortcut())
    assert body.text() == "🙂 efesien dan 👍 mensukseskan acara"


def test_one_may_go_on_faster_than_the_list_follows(review, eventually):
    window = review("efesien dan mensukseskan.\n\nAktifitas warga dirumah trampil.")
    body = window.page.body
    press(KEY.Key_F7)
    for _ in range(5):
        press(KEY.Key_1, ALT)
    assert body.text() == "efisien dan menyukseskan.\n\nAktivitas warga di rumah terampil."
    settle(window, eventually)
    assert [f for f in window.findings.found if f.field == "body"] == []
    for _ in range(5):
        body.undo()
    assert body.text() == "efesien dan mensukseskan.\n\nAktifitas warga dirumah trampil."


def test_what_is_typed_next_is_a_step_of_its_own(review):
    window = review("Kerja efesien")
    body = window.page.body
    press(KEY.Key_F7)
    press(KEY.Key_1, ALT)
    body.select(13, 13)
    QTest.keyClicks(body, "nya")
    QTest.keySequence(body, window.actions_["undo"].shortcut())
    assert body.text() == "Kerja efisien"


def test_alt_and_a_number_take_another_suggestion(review):
    window = review("Kerja efesien dan mensukseskan.")
    second = window.findings.found[0].suggestions[1]
    press(KEY.Key_F7)
    press(KEY.Key_2, ALT)
    assert window.page.body.text() == f"Kerja {second} dan mensukseskan."
    press(KEY.Key_5, ALT)
    assert window.page.body.text() == f"Kerja {second} dan mensukseskan."
    assert window.banner.text == "Usulnya hanya 1."


def test_without_a_finding_at_the_cursor_the_next_is_shown_first(review):
    window = review("Kerja keras itu efesien.")
    window.page.body.select(2, 2)
    press(KEY.Key_1, ALT)
    assert selected() == "efesien"
    assert window.page.body.text() == "Kerja keras itu efesien."
    press(KEY.Key_1, ALT)
    assert window.page.body.text() == "Kerja keras itu efisien."
    assert window.banner.text == "Tidak ada temuan lagi."


@pytest.mark.parametrize(
    ("key", "left"),
    [
        (KEY.Key_0, ["efesien", "mensukseskan"]),
        (KEY.Key_I, ["mensukseskan"]),
        (KEY.Key_D, ["mensukseskan"]),
    ],
)
def test_a_mark_is_left_out_here_in_the_story_or_learnt(review, eventually, key, left):
    window = review("Kerja efesien dan baik.\n\nLalu efesien lagi, mensukseskan acara.")
    press(KEY.Key_F7)
    press(key, ALT)
    assert selected() == left[0]
    eventually(lambda: [f.text for f in window.findings.found if f.field == "body"] == left)
    assert window.page.body.text().count("efesien") == 2


def test_captions_and_the_headline_are_mended_by_key_too(review, eventually):
    window = review("Satu.", headline="Warga Trampil Membaca", photos=(PHOTO,))
    press(KEY.Key_F7)
    assert selected() == "Trampil"
    press(KEY.Key_1, ALT)
    assert window.page.headline.text() == "Warga Terampil Membaca"
    assert selected() == "dirumah"
    press(KEY.Key_1, ALT)
    caption = window.inspector.photos.cards[0].caption
    assert caption.text() == "Warga 🙂 menunggu di rumah di Lebak, kemarin."
    eventually(
        lambda: (
            window.desk.story.photos[0].caption == "Warga 🙂 menunggu di rumah di Lebak, kemarin."
        )
    )
    caption.undo()
    assert caption.text() == PHOTO.caption


def test_in_the_list_the_keyboard_stays_there_and_the_text_shows_the_place(review, eventually):
    window = review("Kerja efesien dan mensukseskan.\n\nAktifitas warga.", section="Pendidikan")
    panel = open_list(window, eventually)
    panel.cards[0].setFocus()
    press(KEY.Key_F7)
    assert panel.focused_card() is panel.cards[1]
    assert window.page.body.textCursor().selectedText() == "mensukseskan"
    press(KEY.Key_1, ALT)
    assert window.page.body.text() == "Kerja efesien dan menyukseskan.\n\nAktifitas warga."
    assert panel.focused_card().finding.text == "Aktifitas"
    assert window.page.body.textCursor().selectedText() == "Aktifitas"
    press(KEY.Key_1, ALT)  # before the list has followed
    assert window.page.body.text() == "Kerja efesien dan menyukseskan.\n\nAktivitas warga."
    settle(window, eventually)
    eventually(lambda: [c.finding.text for c in panel.cards if c.finding.text] == ["efesien"])
    assert panel.focused_card() is not None


def test_in_the_list_a_mark_is_left_out_and_learnt_by_key(review, eventually):
    window = review("Kerja efesien, pembangunann, dan penyeldikan.")
    panel = open_list(window, eventually)
    panel.cards[0].setFocus()
    press(KEY.Key_D, ALT)
    eventually(lambda: window.desk.words.all == ["efesien"])
    assert panel.focused_card().finding.text == "pembangunann"
    press(KEY.Key_0, ALT)
    eventually(lambda: titles(panel)[0].startswith("penyeldikan"))
    assert panel.focused_card() is panel.cards[0]


def test_what_a_story_lacks_is_walked_past_in_the_text_and_cannot_be_left_out(review, eventually):
    window = review("Kerja efesien.")
    panel = open_list(window, eventually)
    lacking = next(card for card in panel.cards if not card.finding.text)
    lacking.setFocus()
    press(KEY.Key_0, ALT)
    assert window.banner.text == "Temuan ini tidak dapat diabaikan."
    press(KEY.Key_1, ALT)
    assert window.banner.text == "Tidak ada usul untuk temuan ini."


def test_the_card_of_what_is_selected_is_set_off_until_one_goes_on(review, eventually):
    window = review("Kerja efesien dan mensukseskan acara.")
    panel = open_list(window, eventually)
    window.page.body.setFocus()

    def current() -> list[str]:
        return [card.finding.text for card in panel.cards if card.property("current")]

    press(KEY.Key_F7)
    assert current() == ["efesien"]
    press(KEY.Key_F7)
    assert current() == ["mensukseskan"]
    press(KEY.Key_Right)
    assert current() == []
