"""The checklist beside the text: answered by hand, by the checks, and in the way of readiness."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.story.checklist import Answer, Verdict
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.checklist.item_card import ItemCard
from newsroom.ui.checklist.panel import ChecklistPanel
from newsroom.ui.main_window import MainWindow

BODY = "Sebanyak 40 warga memanen padi pada Senin (20/6/2019).\n\n“Baik,” kata Budi Contoh."


def card(window: MainWindow, id: str) -> ItemCard:
    panel = window.inspector.review.part("checklist")
    assert isinstance(panel, ChecklistPanel)
    return next(one for one in panel.cards if one.item.id == id)


def opened(window: MainWindow, qtbot) -> ChecklistPanel:
    qtbot.waitUntil(lambda: window.findings.is_fresh and window.findings.progress.share is None)
    window.copy_desk.checklisting.show_part()
    panel = window.inspector.review.part("checklist")
    qtbot.waitUntil(lambda: bool(panel.cards))
    return panel


def test_the_checks_tick_items_and_lead_to_what_they_find(writing, qtbot) -> None:
    window = writing(BODY, status=Status.EDITING)
    opened(window, qtbot)

    assert "terpenuhi menurut pemeriksaan" in card(window, "praduga").accessibleName()
    dates = card(window, "angka")
    qtbot.waitUntil(dates.found.isVisible)
    assert "belum dijawab" in dates.accessibleName()
    dates.found.click()
    assert window.page.body.textCursor().selectedText() == "Senin (20/6/2019)"

    start = BODY.index(wrong := "Senin (20/6/2019)")
    window.page.body.replace_range(start, start + len(wrong), wrong, "Kamis (20/6/2019)")
    window.copy_desk.checklisting.show_part()
    qtbot.waitUntil(lambda: "menurut pemeriksaan" in dates.accessibleName())
    assert not dates.found.isVisible()


def test_an_answer_is_kept_with_the_story_and_taken_back_by_giving_it_again(
    writing, store, qtbot
) -> None:
    store.people.set_me(Person("Sari Umpama", Role.EDITOR))
    window = writing(BODY, status=Status.EDITING)
    opened(window, qtbot)
    names = card(window, "nama")

    QTest.keyClick(names, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: names.buttons[Verdict.NO].isChecked())
    names.note.setText("Tanya Bu Ani.")
    names.note.editingFinished.emit()
    qtbot.waitUntil(lambda: window.desk.is_safe and bool(window.desk.story.checklist[0].note))

    (kept,) = store.stories.get(window.desk.story.id).checklist
    assert (kept.item, kept.verdict, kept.who) == ("nama", Verdict.NO, "Sari Umpama")
    assert kept.note == "Tanya Bu Ani."

    QTest.keyClick(names, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: not window.desk.story.checklist)
    assert not names.buttons[Verdict.NO].isChecked()


def test_who_has_no_name_yet_is_asked_for_it_before_the_answer(open_window, store, qtbot) -> None:
    story = store.stories.save(Story("Panen", body=BODY, status=Status.EDITING))
    store.workspace.set("open", story.id)
    window = open_window()
    qtbot.waitUntil(lambda: window.desk.story is not None)
    opened(window, qtbot)
    QTest.keyClick(card(window, "nama"), Qt.Key.Key_Y)
    dialog = QApplication.activeModalWidget()
    assert not window.desk.story.checklist
    dialog.name.setText("Sari Umpama")
    dialog.act.click()

    qtbot.waitUntil(lambda: [one.who for one in window.desk.story.checklist] == ["Sari Umpama"])


def test_what_is_required_stands_in_the_way_until_it_is_answered(writing, store, qtbot) -> None:
    window = writing(BODY, status=Status.EDITING)

    window.actions_["to_ready"].trigger()
    qtbot.waitUntil(lambda: "1 butir wajib" in window.banner.text)
    assert window.desk.story.status is Status.EDITING
    qtbot.waitUntil(lambda: card(window, "nama").hasFocus())

    QTest.keyClick(card(window, "nama"), Qt.Key.Key_Y)
    panel = window.inspector.review.part("checklist")
    qtbot.waitUntil(panel.ready.isVisible)
    qtbot.waitUntil(lambda: "butir wajib" not in window.banner.text)  # it is answered
    panel.ready.click()
    qtbot.waitUntil(lambda: window.desk.story.status is Status.READY and window.desk.is_safe)
    assert store.stories.get(window.desk.story.id).status is Status.READY


def test_an_answer_says_when_it_was_given_and_that_the_text_has_changed_since(
    writing, qtbot
) -> None:
    moment = datetime(2025, 1, 2, 20, 10, tzinfo=UTC)
    figures = Answer("angka", Verdict.YES, "Sari Umpama", moment)
    window = writing(BODY, status=Status.EDITING, checklist=(figures,))
    opened(window, qtbot)
    told = card(window, "angka").accessibleDescription()
    assert told.startswith("Sari Umpama, 3 Jan 2025 · teks berubah sesudahnya")  # WIB
    names = card(window, "nama")
    QTest.keyClick(names, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: names.buttons[Verdict.YES].isChecked())
    assert "berubah" not in names.accessibleDescription()

    window.page.body.replace_range(0, 8, "Sebanyak", "Sekitar")

    qtbot.waitUntil(lambda: "teks berubah sesudahnya" in names.accessibleDescription())


def test_a_note_stays_with_the_story_that_it_was_written_about(writing, store, qtbot) -> None:
    other = store.stories.save(Story("Lain", body=BODY, status=Status.EDITING))
    window = writing(BODY, status=Status.EDITING)
    first = window.desk.story.id
    opened(window, qtbot)
    names = card(window, "nama")
    QTest.keyClick(names, Qt.Key.Key_B)
    qtbot.waitUntil(names.note.isVisible)
    names.note.setFocus()
    QTest.keyClicks(names.note, "Tanya Bu Ani.")

    window.desk.open(other.id)
    qtbot.waitUntil(lambda: window.desk.story.id == other.id)
    names = card(window, "nama")
    qtbot.waitUntil(lambda: not names.buttons[Verdict.NO].isChecked())
    QTest.keyClick(names, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: window.desk.story.checklist and window.desk.is_safe)

    assert [one.note for one in store.stories.get(first).checklist] == ["Tanya Bu Ani."]
    assert [one.note for one in store.stories.get(other.id).checklist] == [""]


def test_who_passes_no_stories_is_offered_no_button_for_it(writing, store, qtbot) -> None:
    store.people.set_me(Person("Budi Contoh", Role.REPORTER))
    window = writing(BODY, status=Status.EDITING)
    panel = opened(window, qtbot)
    QTest.keyClick(card(window, "nama"), Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: card(window, "nama").buttons[Verdict.YES].isChecked())
    assert panel.ready.isHidden()

    window.desk.set_person(Person("Sari Umpama", Role.EDITOR))

    qtbot.waitUntil(panel.ready.isVisible)
