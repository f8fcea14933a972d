"""Two hundred photos in one story: cards come when somebody comes near, and nobody notices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.story.story import Photo
from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.place import PhotoPlace

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COUNT = 200
PHOTOS = tuple(
    Photo(
        f"{n}.jpg",
        f"Warga membaca buku ke-{n} di Andai, Senin (2/11/2026).",
        "Rina Contoh",
        "Warga dan buku",
        digest=f"{n:064x}",
        lead=n == 1,
    )
    for n in range(1, COUNT + 1)
)
THEN = "di Andai, Senin (2/11/2026)."
LONG = "Warga menjemur padi di halaman balai desa sebelum hujan turun lagi. " * 4


def photos(**others: dict[str, str]) -> tuple[Photo, ...]:
    """Return two hundred photos, some with other words: ``photos(_3={"caption": "…"})``."""
    changed = {int(number[1:]): words for number, words in others.items()}
    return tuple(replace(p, **changed.get(n, {})) for n, p in enumerate(PHOTOS, 1))


@pytest.fixture
def opened(writing, eventually):
    """Opens a story of two hundred photos at its photos, once the first are there."""

    def open_story(shown: tuple[Photo, ...] = PHOTOS, body: str = "Isi."):
        window = writing(body, photos=shown)
        window.show_tab("photos")
        eventually(lambda: window.checks.is_idle and window.is_settled)
        eventually(lambda: made(window))
        return window

    return open_story


def made(window) -> list[int]:
    """Return the numbers of the photos that have a card."""
    places = window.inspector.photos.places
    return [number for number, place in enumerate(places, 1) if place.card]


def press(key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def number_of(widget: QWidget | None) -> int:
    """Return the number of the photo whose card a widget belongs to, as a screen reader says it."""
    while not isinstance(widget, PhotoCard):
        widget = widget.parentWidget()
    assert widget.accessibleName().endswith(f"dari {COUNT}")
    return int(widget.accessibleName().split()[1])


def is_in_sight(window, widget: QWidget) -> bool:
    panel = window.inspector.photos
    seen = panel.viewport().rect()
    return seen.contains(widget.mapTo(panel.viewport(), widget.rect().center()))


def scroll(window, share: float) -> None:
    """Scroll by mouse, as far as a share of it all."""
    bar = window.inspector.photos.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(round(bar.maximum() * share))
    bar.setSliderDown(False)


def go_far(window, eventually) -> None:
    """Scroll to the last photo, and look at some on the way."""
    for share in (0.2, 0.4, 0.6, 0.8, 1):
        scroll(window, share)
        eventually(lambda: all(place.card for place in in_sight(window)))


def in_sight(window) -> list[PhotoPlace]:
    panel = window.inspector.photos
    top = panel.verticalScrollBar().value()
    bottom = top + panel.viewport().height()
    return [one for one in panel.places if one.top < bottom and one.top + one.height > top]


def test_only_what_is_near_has_a_card(opened, eventually):
    window = opened()
    assert made(window) == list(range(1, len(made(window)) + 1))
    go_far(window, eventually)
    eventually(lambda: COUNT in made(window) and 1 not in made(window))
    eventually(lambda: len(window.inspector.photos.findChildren(PhotoCard)) < 20)


def test_what_a_late_photo_lacks_leads_to_its_field(opened, eventually):
    window = opened(photos(_150={"credit": ""}))
    window.show_tab("findings")
    panel = window.inspector.findings
    eventually(lambda: any(c.finding.field == "photos[149].credit" for c in panel.cards))
    card = next(c for c in panel.cards if c.finding.field == "photos[149].credit")
    assert 150 not in made(window)
    card.setFocus()
    press(KEY.Key_Return)
    field = QApplication.focusWidget()
    assert number_of(field) == 150
    assert field.accessibleName() == "Kredit foto"
    assert is_in_sight(window, field)
    write("Rina")
    assert window.desk.story.photos[149].credit == "Rina"
    eventually(lambda: 149 in made(window) and 151 in made(window))
    assert is_in_sight(window, field)


def open_find(window, text: str):
    window.page.body.setFocus()
    press(KEY.Key_F, CONTROL)
    bar = window.find_bar
    bar.options.everywhere.setChecked(True)
    bar.search.setFocus()
    write(text)
    return bar


def test_a_word_of_a_late_caption_is_found_and_replaced(opened, eventually):
    window = opened(photos(_180={"caption": "Warga menanam jagung."}))
    bar = open_find(window, "jagung")
    assert bar.count.text() == "1 dari 1 · Keterangan foto"
    caption = window.inspector.photos.card(179).caption
    assert is_in_sight(window, caption)
    assert [s.cursor.selectedText() for s in caption.extraSelections()] == ["jagung"]
    bar.replacement.setFocus()
    write("padi")
    press(KEY.Key_Return)
    assert caption.text() == "Warga menanam padi."
    eventually(lambda: window.desk.story.photos[179].caption == "Warga menanam padi.")


def test_a_word_of_all_captions_is_replaced_without_a_card_for_each(opened, eventually):
    window = opened()
    bar = open_find(window, "Warga membaca")
    before = made(window)
    bar.replacement.setFocus()
    write("Pelajar menulis")
    press(KEY.Key_Return, CONTROL)
    eventually(lambda: window.banner.text == f"{COUNT} diganti di {COUNT} bidang.")

    def captions() -> set[str]:
        return {photo.caption.partition(" buku")[0] for photo in window.desk.story.photos}

    assert captions() == {"Pelajar menulis"}
    assert made(window) == before
    press(KEY.Key_Z, CONTROL)
    assert captions() == {"Warga membaca"}


def test_f7_reaches_a_late_caption(opened, eventually):
    right = f"Warga menunggu di rumah {THEN}"
    window = opened(photos(_120={"caption": f"Warga menunggu dirumah {THEN}"}))
    found = [finding.field for finding in window.findings.found if finding.text]
    assert found == ["photos[119].caption"]  # known without a card
    assert 120 not in made(window)
    window.page.body.setFocus()
    press(KEY.Key_F7)
    field = QApplication.focusWidget()
    assert number_of(field) == 120
    assert field.textCursor().selectedText() == "dirumah"
    assert is_in_sight(window, field)
    press(KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert field.text() == right
    eventually(lambda: window.desk.story.photos[119].caption == right)


def test_all_that_is_certain_is_put_right_in_late_captions_too(opened, eventually):
    wrong = {"caption": "Warga menunggu dirumah."}
    window = opened(photos(_90=wrong, _170=wrong))
    window.actions_["fix_all"].trigger()
    dialog = QApplication.activeModalWidget()
    eventually(lambda: dialog.isActiveWindow())
    dialog.fix.setFocus()
    press(KEY.Key_Space)
    eventually(
        lambda: (
            [window.desk.story.photos[n].caption for n in (89, 169)]
            == ["Warga menunggu di rumah."] * 2
        )
    )
    assert not {90, 170} & {*made(window)}


@pytest.mark.parametrize(("key", "step"), [(KEY.Key_Tab, 1), (KEY.Key_Backtab, -1)])
def test_tab_goes_from_photo_to_photo_over_all_of_them(opened, key, step):
    window = opened()
    start = 40
    window.inspector.photos.card(start - 1).caption.setFocus()
    visited = []
    while len(visited) < 8:
        press(key, SHIFT if step < 0 else Qt.KeyboardModifier.NoModifier)
        number = number_of(QApplication.focusWidget())
        assert is_in_sight(window, QApplication.focusWidget())
        if number not in visited:
            visited.append(number)
    assert visited == [start + step * n for n in range(8)]


def test_tab_goes_on_where_one_has_scrolled_away_from(opened, eventually):
    window = opened()
    card = window.inspector.photos.card(2)
    card.rights.heading.setFocus()
    scroll(window, 1)
    eventually(lambda: COUNT in made(window))
    press(KEY.Key_Tab)
    field = QApplication.focusWidget()
    assert number_of(field) == 4
    assert is_in_sight(window, field)


def test_enter_goes_on_to_a_photo_without_a_card(opened, eventually):
    window = opened()
    window.inspector.photos.card(99).rights.heading.setFocus()
    scroll(window, 0)
    eventually(lambda: 1 in made(window))
    window.inspector.photos.card(99).taken.line.setFocus()
    press(KEY.Key_Return)
    press(KEY.Key_Tab)
    assert number_of(QApplication.focusWidget()) in (100, 101)


def test_the_keyboard_goes_through_what_is_unfolded(opened):
    window = opened()
    card = window.inspector.photos.card(30)
    card.rights.heading.setFocus()
    press(KEY.Key_Space)
    press(KEY.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Pemotret"
    names = [press(KEY.Key_Tab) or QApplication.focusWidget().accessibleName() for _ in range(9)]
    assert names[-2] == "Kata kunci foto"
    assert number_of(QApplication.focusWidget()) == 32


def test_what_was_written_can_be_undone_after_its_card_was_given_back(opened, eventually):
    window = opened()
    panel = window.inspector.photos
    panel.card(0).caption.setFocus()
    press(KEY.Key_End, CONTROL)
    write(" Ramai")
    window.page.body.setFocus()
    go_far(window, eventually)
    eventually(lambda: 1 not in made(window))
    assert window.desk.story.photos[0].caption == f"{PHOTOS[0].caption} Ramai"
    scroll(window, 0)
    eventually(lambda: 1 in made(window))
    caption = panel.card(0).caption
    assert caption.text() == f"{PHOTOS[0].caption} Ramai"
    caption.setFocus()
    press(KEY.Key_Z, CONTROL)
    press(KEY.Key_Z, CONTROL)
    assert caption.text() == PHOTOS[0].caption


def test_what_is_half_written_is_still_there_when_one_comes_back(opened, eventually):
    window = opened()
    panel = window.inspector.photos
    panel.card(0).taken.line.setFocus()
    write("3/x")
    window.page.body.setFocus()
    go_far(window, eventually)
    eventually(lambda: 2 not in made(window))
    assert panel.card(0).taken.line.text() == "3/x"


def test_what_is_read_stays_in_its_place_while_cards_are_made(opened, eventually):
    window = opened(photos(**{f"_{n}": {"caption": LONG} for n in range(60, 140)}))
    panel = window.inspector.photos
    scroll(window, 0.5)
    bar = panel.verticalScrollBar()
    first = next(place for place in panel.places if place.top >= bar.value())
    at = first.top - bar.value()
    eventually(lambda: {first.number - 1, first.number, first.number + 1} <= {*made(window)})
    assert first.top - bar.value() == at


def test_what_is_written_stays_in_its_place_while_cards_are_made_above(opened, eventually):
    window = opened(photos(**{f"_{n}": {"caption": LONG} for n in range(60, 140)}))
    panel = window.inspector.photos
    field = panel.card(99).credit
    field.setFocus()
    panel.ensureWidgetVisible(field)

    def at() -> int:
        return field.mapTo(panel.viewport(), field.rect().topLeft()).y()

    before = at()
    eventually(lambda: {99, 100, 101} <= {*made(window)})
    assert at() == before


def test_a_moved_photo_takes_its_words_and_what_can_be_undone_along(opened):
    window = opened()
    panel = window.inspector.photos
    caption = panel.card(1).caption
    caption.setFocus()
    write("Para ")
    actions = panel.card(1).more.menu().actions()
    next(action for action in actions if action.text() == "Pindah ke bawah").trigger()
    assert [p.file for p in window.desk.story.photos[:4]] == ["1.jpg", "3.jpg", "2.jpg", "4.jpg"]
    assert number_of(QApplication.focusWidget()) == 3
    assert panel.card(2).caption is caption
    caption.setFocus()
    press(KEY.Key_Z, CONTROL)
    assert window.desk.story.photos[2].caption == PHOTOS[1].caption
    assert panel.card(1).caption.text() == PHOTOS[2].caption


def test_a_late_photo_is_removed_and_brought_back(opened):
    window = opened()
    panel = window.inspector.photos
    actions = panel.card(149).more.menu().actions()
    next(action for action in actions if action.text() == "Hapus foto").trigger()
    assert len(window.desk.story.photos) == COUNT - 1
    assert panel.undo.hasFocus()
    assert is_in_sight(window, panel.undo)
    press(KEY.Key_Space)
    assert window.desk.story.photos == PHOTOS
    assert number_of(QApplication.focusWidget()) == 150


def test_one_caption_for_photos_without_a_card(opened):
    window = opened(photos(_77={"caption": ""}))
    menu = window.inspector.photos.card(0).help.menu()
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text().startswith("Pakai untuk foto lain")).trigger()
    assert window.desk.story.photos[76].caption == PHOTOS[0].caption
    assert 77 not in made(window)
    assert window.inspector.photos.card(76).caption.text() == PHOTOS[0].caption


def test_another_story_has_its_own_cards(opened, store, click_story, eventually):
    window = opened()
    first = window.desk.story
    window.actions_["new"].trigger()
    eventually(lambda: window.desk.story.id != first.id)
    assert window.inspector.photos.findChildren(PhotoCard, options=Qt.FindDirectChildrenOnly) == []
    click_story(window, first.id)
    eventually(lambda: window.desk.story.id == first.id and made(window))
    assert window.inspector.photos.card(199).caption.text() == PHOTOS[-1].caption


# What a screen reader is told.


def told(window, text: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(window.inspector.photos._column).text(text)


def cards_read(window) -> list[int]:
    """Return the photos that a screen reader comes to, stepping through the list."""
    column = QAccessible.queryAccessibleInterface(window.inspector.photos._column)
    children = [column.child(at).object() for at in range(column.childCount())]
    return [number_of(one) for one in children if isinstance(one, PhotoCard)]


def test_the_list_says_how_many_photos_there_are_and_which_are_ready(opened, eventually):
    window = opened()
    assert told(window, QAccessible.Text.Name) == f"Daftar foto: {COUNT} foto"
    last = made(window)[-1]
    ready = f"Siap diisi: foto 1 sampai {last}. Tab di akhir satu foto membuka foto berikutnya."
    assert told(window, QAccessible.Text.Description) == ready
    go_far(window, eventually)
    eventually(lambda: 1 not in made(window))
    assert f"sampai {COUNT}." in told(window, QAccessible.Text.Description)
    assert "foto 1 sampai" not in told(window, QAccessible.Text.Description)


def test_a_list_with_a_card_for_each_photo_says_no_more_than_their_number(opened, eventually):
    window = opened(PHOTOS[:2])
    eventually(lambda: made(window) == [1, 2])
    assert told(window, QAccessible.Text.Name) == "Daftar foto: 2 foto"
    assert told(window, QAccessible.Text.Description) == ""


def test_a_screen_reader_comes_to_the_photos_in_their_order_whichever_came_first(opened):
    window = opened()
    panel = window.inspector.photos
    for number in (120, 60, 90):
        panel.card(number - 1)
    assert cards_read(window) == made(window)
    assert {60, 90, 120} <= set(cards_read(window))
    actions = panel.card(89).more.menu().actions()
    next(one for one in actions if one.text() == "Pindah ke atas").trigger()
    assert cards_read(window) == made(window)


def test_tab_at_the_end_of_the_last_photo_that_is_ready_makes_the_next(opened):
    window = opened()
    panel = window.inspector.photos
    panel.card(99).rights.heading.setFocus()
    before = made(window)
    press(KEY.Key_Tab)
    reached = number_of(QApplication.focusWidget())
    assert reached == 101
    assert reached not in before
    assert "99" in told(window, QAccessible.Text.Description)
    assert f"sampai {reached}." in told(window, QAccessible.Text.Description)
    assert cards_read(window) == made(window)
