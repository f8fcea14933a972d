"""The review of a story in the window: what changed since the reporter's version, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from newsroom.ui.changes.deeds import Deed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAS = (
    "Pupuk disalurkan kepada 1,250 petani pada bulan Mei.\n\n"
    "Kios yang nakal akan di tegur oleh dinas setempat.\n\n"
    "Warga berharap harganya tetap sampai panen nanti."
)
NOW = (
    "Pupuk disalurkan kepada 1.250 petani pada Mei.\n\n"
    "Kios yang nakal akan ditegur oleh dinas.\n\n"
    "Warga berharap harganya tetap sampai panen nanti."
)


@pytest.fixture
def handed_in(store, open_window, eventually):
    """Opens a story as the reporter handed it in, with what an editor has changed since."""

    def opener(now: str = NOW, was: str = WAS, *, submitted: bool = True, **changes):
        store.people.set_me(Person("Budi Redaktur", Role.EDITOR))
        story = store.stories.save(Story(headline="Pupuk Murah", body=was, tags=("padi",)))
        if submitted:
            story = store.stories.save(replace(story, status=Status.SUBMITTED))
            story = store.stories.save(replace(story, status=Status.EDITING))
        if now != was or changes:
            story = store.stories.save(replace(story, body=now, **changes))
        store.workspace.set("open", story.id)
        window = open_window()
        eventually(lambda: window.desk.story is not None)
        window.page.body.setFocus()
        return window

    return opener


@pytest.fixture
def review(eventually):
    """Opens the review by its key, and waits until all is shown."""

    def press(window):
        key(Qt.Key.Key_F8, CTRL)
        view = window.copy_desk.changes_page.view
        eventually(lambda: view.isVisible() and view.is_settled)
        return view

    return press


def key(which: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), which, held)


def at_hand(view) -> str:
    """Return the words of the change that is set off, as they stand on the sheet."""
    text = view.sheet.toPlainText()
    return "|".join(text[a:b] for a, b in view.sheet.written.spots.get(view.sheet.current, ()))


def shown(view) -> list[str]:
    text, spots = view.sheet.toPlainText(), view.sheet.written.spots
    return ["|".join(text[a:b] for a, b in spots[n]) for n in sorted(spots)]


def said(view) -> list[str]:
    """Return what is said about the change at hand."""
    labels = [one for one in view.card.remarks.findChildren(QLabel) if not one.isHidden()]
    return [label.text() for label in labels if label.property("role") != "muted"]


ALL = ["1,250|1.250", "bulan", "di tegur|ditegur", "setempat"]


def test_the_key_shows_the_story_with_its_changes_and_esc_goes_back_to_the_one_at_hand(
    handed_in, review, eventually
):
    window = handed_in()
    view = review(window)
    assert shown(view) == ALL
    assert at_hand(view) == ALL[0]
    assert view.sheet.hasFocus()
    QTest.keyClicks(view.sheet, "xyz ")  # nothing can be written there
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_F8)
    assert at_hand(view) == ALL[2]
    key(Qt.Key.Key_Escape)
    eventually(window.page.body.hasFocus)
    assert NOW[window.page.body.cursor_offset() :].lstrip().startswith("ditegur")
    assert window.page.body.text() == NOW
    assert not window.actions_["changes"].isChecked()


def test_who_only_looks_comes_back_to_where_the_cursor_was(handed_in, review, eventually):
    window = handed_in()
    place = NOW.index("oleh")
    window.page.body.select(place, place)
    view = review(window)
    assert at_hand(view) == ALL[3]  # the first change behind the cursor
    view.head.back.click()
    eventually(window.page.body.hasFocus)
    assert window.page.body.cursor_offset() == place


def test_each_change_is_said_as_one_comes_to_it(handed_in, review):
    window = handed_in(headline="Pupuk Sangat Murah")
    view = review(window)
    said: list[str] = []
    view.spoken.connect(said.append)
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_F8, SHIFT)
    assert said == [
        "Perubahan 2 dari 5. Tubuh berita: dihapus: 1,250; ditambahkan: 1.250",
        "Perubahan 1 dari 5. Judul: ditambahkan: Sangat",
    ]


def test_a_lets_it_stand_and_control_z_asks_for_it_again(handed_in, review, eventually, store):
    window = handed_in(headline="Pupuk Sangat Murah")
    view = review(window)
    key(Qt.Key.Key_A)
    eventually(lambda: shown(view) == ALL)
    assert at_hand(view) == ALL[0]
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_A)
    eventually(lambda: shown(view) == [ALL[0], *ALL[2:]])
    assert at_hand(view) == ALL[2]
    story = window.desk.story
    assert story.body == NOW
    eventually(lambda: store.reviews.of(story.id).base.body == WAS.replace(" bulan", ""))
    key(Qt.Key.Key_Z, CTRL)
    eventually(lambda: shown(view) == ALL)
    assert at_hand(view) == ALL[1]
    key(Qt.Key.Key_Z, CTRL)
    eventually(lambda: shown(view) == ["Sangat", *ALL])
    assert at_hand(view) == "Sangat"


def test_b_has_the_text_as_it_was_and_control_z_as_it_is(handed_in, review, eventually):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_F8)
    key(Qt.Key.Key_B)
    eventually(lambda: shown(view) == [ALL[0], *ALL[2:]])
    assert at_hand(view) == ALL[2]
    assert window.desk.story.body == NOW.replace("pada Mei", "pada bulan Mei")
    key(Qt.Key.Key_Z, CTRL)
    eventually(lambda: window.desk.story.body == NOW)
    eventually(lambda: shown(view) == ALL)
    assert at_hand(view) == ALL[1]
    key(Qt.Key.Key_Y, CTRL)
    eventually(lambda: shown(view) == [ALL[0], *ALL[2:]])
    assert window.desk.story.body == NOW.replace("pada Mei", "pada bulan Mei")
    window.status_line.done.undo.setFocus()
    key(Qt.Key.Key_Space)
    eventually(lambda: window.desk.story.body == NOW)
    assert view.sheet.hasFocus()


def test_a_whole_sentence_and_all_can_be_done_at_once(handed_in, review, eventually):
    window = handed_in()
    view = review(window)
    assert not view.card.buttons[Deed.ACCEPT_SENTENCE].isHidden()
    key(Qt.Key.Key_A, SHIFT)
    eventually(lambda: shown(view) == ALL[2:])
    assert at_hand(view) == ALL[2]
    view.head.take_back_all.click()
    eventually(lambda: shown(view) == [])
    assert window.desk.story.body == NOW.split("\n\n")[0] + WAS[WAS.index("\n\n") :]
    assert view.head.hint.text() == "Semua perubahan sejak versi wartawan sudah diterima."
    assert view.card.isHidden()


def test_a_click_goes_to_a_change_and_so_does_the_list_beside_it(handed_in, review, eventually):
    window = handed_in()
    view = review(window)
    place = view.sheet.place_of(2).center().toPoint()
    QTest.mouseClick(view.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert at_hand(view) == ALL[2]
    window.show_tab("review")
    part = window.inspector.review.show_part("changes")
    eventually(lambda: len(part.changes) == len(ALL))
    part.changes[3].setFocus()
    key(Qt.Key.Key_Return)
    assert at_hand(view) == ALL[3]
    assert view.isVisible()
    window.actions_["give_reason"].trigger()
    assert view.card.edit.hasFocus()
    part.changes[1].setFocus()
    key(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.AltModifier)
    eventually(lambda: shown(view) == [ALL[0], *ALL[2:]])  # and not the one on the sheet
    part.changes[2].setFocus()
    key(Qt.Key.Key_Escape)
    assert view.sheet.hasFocus()


def test_a_reason_is_written_in_the_card_and_shown_there(handed_in, review, eventually, store):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_L)
    assert view.card.edit.hasFocus()
    QTest.keyClicks(view.card.edit, "Ribuan bertitik, baca buku saku.")
    key(Qt.Key.Key_Return, CTRL)
    eventually(lambda: "Ribuan bertitik, baca buku saku." in said(view))
    assert view.sheet.hasFocus()
    assert at_hand(view) == ALL[0]
    view.tell()
    (reason,) = store.comments.all(window.desk.story.id)
    assert (reason.who, reason.subject.old) == ("Budi Redaktur", "1,250")


def test_a_question_is_answered_where_it_is_read(handed_in, review, eventually, store):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_T)
    QTest.keyClicks(view.card.edit, "Apa sumbernya?")
    key(Qt.Key.Key_Return, CTRL)
    eventually(lambda: view.card.buttons[Deed.ASK].text() == "Jawab…")
    key(Qt.Key.Key_T)
    QTest.keyClicks(view.card.edit, "Data dinas.")
    key(Qt.Key.Key_Escape)
    assert view.isVisible()  # only what was being written is left
    key(Qt.Key.Key_T)
    QTest.keyClicks(view.card.edit, "Data dinas.")
    view.card.send.click()
    eventually(lambda: said(view) == ["Apa sumbernya?", "Data dinas."])
    first, second = store.comments.all(window.desk.story.id)
    assert second.thread == first.id


def test_what_is_being_written_waits_for_who_goes_on_or_changes_something(
    handed_in, review, eventually
):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_L)
    QTest.keyClicks(view.card.edit, "Ribuan")
    window.desk.edit({"tags": ("padi", "Lebak")})
    eventually(lambda: len(shown(view)) == len(ALL) + 1)
    assert view.card.edit.hasFocus()
    key(Qt.Key.Key_F8)
    assert view.card.edit.isHidden()
    key(Qt.Key.Key_F8, SHIFT)
    assert view.card.edit.toPlainText() == "Ribuan"


def test_all_since_the_reporter_s_version_is_shown_with_what_was_accepted(
    handed_in, review, eventually, store
):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_A)
    eventually(lambda: shown(view) == ALL[1:])
    view.head.bases.setFocus()
    key(Qt.Key.Key_Down)
    eventually(lambda: shown(view) == ALL)
    view.go_to(0)
    assert view.card.title.text() == "Diganti, sudah diterima"
    assert view.card.buttons[Deed.ACCEPT].isHidden()
    for said_of, text in (("Jawab…", "Apa sumbernya?"), ("Jawab…", "Data dinas.")):
        view.card.said.emit(Deed.ASK, text)
        eventually(lambda text=text: text in said(view))
        assert view.card.buttons[Deed.ASK].text() == said_of
    first, second = store.comments.all(window.desk.story.id)
    assert second.thread == first.id
    view.go_to(1)
    assert not view.card.buttons[Deed.ACCEPT].isHidden()


def test_what_the_reporter_did_since_it_was_sent_back_is_shown_and_not_decided_about(
    store, open_window, review, eventually
):
    answered = f"{NOW}\n\nWarga berterima kasih."
    store.people.set_me(Person("Budi Redaktur", Role.EDITOR))
    story = store.stories.save(Story(headline="Pupuk Murah", body=WAS))
    for status in (Status.SUBMITTED, Status.EDITING):
        story = store.stories.save(replace(story, status=status))
    note = Mark(StepKind.STATUS, note="Tambah suara <i>warga</i>.")
    sent_back = replace(story, body=NOW, status=Status.RETURNED)
    story = store.stories.save(sent_back, mark=note)
    store.people.set_me(Person("Wati Misal", Role.REPORTER))
    story = store.stories.save(replace(story, body=answered, status=Status.SUBMITTED))
    store.workspace.set("open", story.id)
    window = open_window()
    eventually(lambda: window.desk.story is not None)
    window.page.body.setFocus()
    view = review(window)
    assert view.head.hint.text().endswith("Perbaikan wartawan tampil pada “Sejak dikembalikan”.")

    view.head.bases.setFocus()
    key(Qt.Key.Key_End)

    eventually(lambda: shown(view) == ["Warga berterima kasih."])
    assert view.head.hint.text() == "Catatan Budi Redaktur: Tambah suara <i>warga</i>."
    view.sheet.setFocus()
    key(Qt.Key.Key_B)
    assert view.card._where.text() == "Tubuh berita · oleh Wati Misal"
    offered = [*view.card.buttons.values(), view.head.accept_all, view.head.take_back_all]
    asking = [view.card.buttons[deed] for deed in (Deed.REASON, Deed.ASK)]
    assert [one for one in offered if one.isVisible()] == asking
    assert not window.actions_["take_back_change"].isEnabled()
    key(Qt.Key.Key_Escape)
    assert window.actions_["take_back_change"].isEnabled()
    assert window.desk.story.body == answered
    assert review(window).head.bases.currentIndex() == 0  # where one decides


def test_what_came_to_a_change_after_it_was_accepted_is_taken_back_without_it(
    handed_in, review, eventually
):
    window = handed_in(WAS.replace("1,250", "1.250"))
    view = review(window)
    key(Qt.Key.Key_A)
    eventually(lambda: shown(view) == [])
    view.head.bases.setFocus()
    key(Qt.Key.Key_Down)
    eventually(lambda: shown(view) == ["1,250|1.250"])
    assert not view.head.take_back_all.isEnabled()
    accepted = window.page.body.text()
    edited = accepted.replace("petani", "pekebun").replace("nanti", "raya")
    window.page.body.selectAll()
    window.page.body.insertPlainText(edited)
    eventually(lambda: shown(view) == ["1,250 petani|1.250 pekebun", "nanti|raya"])
    view.go_to(0)
    assert view.card.title.text() == "Diganti"

    view.head.take_back_all.click()

    eventually(lambda: shown(view) == ["1,250|1.250"])
    assert window.desk.story.body == accepted
    view.sheet.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    eventually(lambda: window.desk.story.body == edited)


def test_side_by_side_is_remembered_and_needs_room(handed_in, review, eventually):
    window = handed_in()
    view = review(window)
    assert view.head.inline.isChecked()
    key(Qt.Key.Key_S)
    assert view.is_in_columns
    assert view.sheet.toPlainText().count("Warga berharap") == 2
    key(Qt.Key.Key_Escape)
    assert review(window).is_in_columns
    window.resize(640, 600)
    eventually(lambda: not view.is_in_columns)
    assert not view.head.columns.isEnabled()
    assert view.head.hint.text() == "Jendela terlalu sempit untuk bersisian."
    assert view.sheet.toPlainText().count("Warga berharap") == 1
    window.resize(1366, 768)
    eventually(lambda: view.is_in_columns)


def test_beside_two_columns_of_the_window_the_head_has_room_for_all_its_words(handed_in, review):
    window = handed_in()
    view = review(window)
    window.resize(1000, 700)
    shown = [
        one for one in (view.head.title, view.head.total, view.head.back) if not one.isHidden()
    ]
    assert view.width() < 500
    assert [one.text() for one in shown if one.width() < one.sizeHint().width()] == []
    assert view.head.back in shown


def test_before_a_story_is_handed_in_it_is_said_when_there_will_be_something(handed_in, review):
    view = review(handed_in(submitted=False))
    assert view.note.accessibleName().startswith("Belum ada versi wartawan")
    assert "diajukan ke redaktur" in view.note.accessibleName()


def test_a_story_that_nobody_has_changed_is_shown_as_it_is_until_somebody_does(
    handed_in, review, eventually
):
    window = handed_in(WAS)
    view = review(window)
    assert view.head.hint.text().startswith("Naskah ini masih sama dengan versi wartawan.")
    assert "Riwayat versi (Ctrl+Alt+H)" in view.head.hint.text()
    assert "Warga berharap" in view.sheet.toPlainText()
    assert not view.head.accept_all.isEnabled()
    window.desk.edit({"tags": ("padi", "Lebak")})
    eventually(lambda: shown(view) == ["padi|padi, Lebak"])
    assert at_hand(view) == "padi|padi, Lebak"


def test_the_versions_take_its_place_and_give_the_page_back(handed_in, review, eventually):
    window = handed_in()
    view = review(window)
    key(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.AltModifier)
    eventually(lambda: window.versioning.is_open)
    assert not view.isVisible()
    assert not window.actions_["changes"].isChecked()
    assert window.actions_["next_change"].isEnabled()
    key(Qt.Key.Key_Escape)
    eventually(window.page.isVisible)
    assert window.actions_["bold"].isEnabled()
    assert not window.actions_["next_change"].isEnabled()
