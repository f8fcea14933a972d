"""Whose step it is, whose the story is, and what is said above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox

from newsroom.story.checklist import Answer, Verdict
from newsroom.story.person import Person, Role
from newsroom.story.story import Story, new_id
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status
from newsroom.ui.dialogs.person_dialog import PersonDialog
from newsroom.ui.standing.step_dialog import StepDialog

WATI = Person("Wati Misal", Role.REPORTER)
BUDI = Person("Budi Misal", Role.EDITOR)
TUTI = Person("Tuti Misal", Role.EDITOR)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(eventually):
    """Waits for a dialog of a kind, and returns it."""

    def find(window, kind: type[QDialog]):
        def there() -> list[QDialog]:
            shown = [one for one in window.findChildren(kind) if one.isVisible()]
            return [one for one in shown if one.isActiveWindow()]

        eventually(there)
        return there()[0]

    return find


@pytest.fixture
def stands(store, open_window, eventually):
    """Opens the window of somebody on a story that another has brought to a status."""

    def opener(me: Person, by: Person, *statuses: Status, note: str = ""):
        story = store.stories.save(Story(headline="Panen Raya", body="Warga panen."))
        store.people.set_me(replace(by, role=Role.ALL))
        for status in statuses:
            mark = Mark(StepKind.STATUS, note=note or "Lengkapi.")
            assert store.stories.change_status([story.id], status, mark)[0].is_done
        store.people.set_me(me)
        store.workspace.set("open", story.id)
        window = open_window()
        eventually(lambda: window.desk.story and window.desk.person == me)
        return window

    return opener


def said(window) -> str:
    strip = window.standing.strip
    return strip.text if strip else ""


def offered(window) -> list[str]:
    return [action.text() for action in window.top_bar._steps.actions()]


def test_what_came_back_says_why_until_it_is_handed_in_again(stands, store, eventually):
    window = stands(
        WATI,
        BUDI,
        Status.SUBMITTED,
        Status.RETURNED,
        note="Minta tanggapan dinas.",
    )
    eventually(lambda: "Minta tanggapan dinas." in said(window))
    assert said(window).startswith("Dikembalikan Budi Misal pukul ")
    window.top_bar._step.click()
    eventually(lambda: "Sudah diajukan" in said(window))
    assert store.versions.last_move(window.desk.story.id).who == "Wati Misal"


def test_a_story_goes_back_only_with_a_note(writing, dialog, store, eventually):
    store.people.set_me(BUDI)
    window = writing("Warga panen.", status=Status.EDITING)
    eventually(lambda: window.desk.person == BUDI)
    QTest.keyClick(window.page.body, Qt.Key.Key_3, CTRL | SHIFT)
    step = dialog(window, StepDialog)
    step.act.click()
    assert step.isVisible()
    assert step.error.text() == "Tulis dulu apa yang perlu diperbaiki."
    step.text.setPlainText("Cek angka\nkerugian.")
    QTest.keyClick(step.text, Qt.Key.Key_Return, CTRL)
    eventually(lambda: store.stories.get(window.desk.story.id).status is Status.RETURNED)
    last = store.versions.last_move(window.desk.story.id)
    assert (last.who, last.note) == ("Budi Misal", "Cek angka kerugian.")


def test_a_held_story_may_have_its_time(writing, dialog, store, eventually):
    window = writing("Warga panen.", status=Status.EDITING)
    window.actions_["to_held"].trigger()
    step = dialog(window, StepDialog)
    step.until.day.setText("17/5/2031")
    step.until.day.textEdited.emit("17/5/2031")
    step.until.time.setText("07.30")
    step.until.time.textEdited.emit("07.30")
    step.act.click()
    eventually(lambda: store.stories.get(window.desk.story.id).status is Status.HELD)
    embargo = store.stories.get(window.desk.story.id).embargo
    assert embargo.isoformat() == "2031-05-17T07:30:00+07:00"


def test_a_held_story_that_may_come_any_time_loses_the_time_it_had(
    writing, dialog, store, eventually
):
    embargo = datetime(2031, 5, 17, 0, 30, tzinfo=UTC)
    window = writing("Warga panen.", status=Status.EDITING, embargo=embargo)
    window.actions_["to_held"].trigger()
    step = dialog(window, StepDialog)
    assert step.until.moment() == embargo
    step.until.set_moment(None)
    step.act.click()
    eventually(lambda: store.stories.get(window.desk.story.id).status is Status.HELD)
    assert store.stories.get(window.desk.story.id).embargo is None


def test_several_that_are_held_keep_the_time_to_come_that_each_has(
    open_window, store, dialog, eventually
):
    store.people.set_me(BUDI)
    window = open_window()
    at = {name: datetime(year, 5, 17, tzinfo=UTC) for name, year in (("Satu", 2031), ("Dua", 2021))}
    ids = {
        name: store.stories.save(Story(headline=name, status=Status.EDITING, embargo=moment)).id
        for name, moment in at.items()
    }
    window.commands.of_list.move_on(list(ids.values()), Status.HELD)
    dialog(window, StepDialog).act.click()
    eventually(lambda: "2 naskah: Ditahan." in window.banner.text)
    assert store.stories.get(ids["Satu"]).embargo == at["Satu"]
    assert store.stories.get(ids["Dua"]).embargo is None
    # One alone is shown with its time, which can be taken out.
    store.stories.change_status([ids["Satu"]], Status.EDITING)
    window.commands.of_list.move_on([ids["Satu"]], Status.HELD)
    step = dialog(window, StepDialog)
    assert step.until.moment() == at["Satu"]
    assert "Satu" in [label.text() for label in step.findChildren(QLabel)]
    step.until.set_moment(at["Dua"])
    step.act.click()
    assert step.error.text() == "Waktu itu sudah lewat."
    step.until.set_moment(None)
    step.act.click()
    eventually(lambda: store.stories.get(ids["Satu"]).status is Status.HELD)
    assert store.stories.get(ids["Satu"]).embargo is None


def test_a_held_story_says_until_when_and_that_its_time_has_come(stands, eventually):
    window = stands(BUDI, BUDI, Status.SUBMITTED, Status.EDITING, Status.HELD, note="Tunggu rapat.")
    window.desk.edit({"embargo": datetime(2031, 5, 17, 0, 30, tzinfo=UTC)})
    eventually(lambda: "sampai Sabtu (17/5/2031) pukul 00.30 UTC. Tunggu rapat." in said(window))
    window.desk.edit({"embargo": datetime(2021, 5, 17, 0, 30, tzinfo=UTC)})
    eventually(lambda: said(window).startswith("Sudah waktunya: ditahan sampai Senin (17/5/2021)"))
    assert window.standing.strip.button.text() == "Siap tayang"


@pytest.mark.parametrize(
    ("role", "status", "main", "steps"),
    [
        (Role.REPORTER, Status.DRAFT, "Ajukan ke redaktur", ["Ajukan ke redaktur"]),
        (Role.REPORTER, Status.SUBMITTED, None, ["Kembalikan ke draf"]),
        (
            Role.EDITOR,
            Status.SUBMITTED,
            "Mulai menyunting",
            ["Mulai menyunting", "Kembalikan ke penulis…"],
        ),
        (
            Role.UPLOADER,
            Status.READY,
            "Tandai tayang",
            ["Tandai tayang", "Kembalikan ke penyuntingan"],
        ),
        (Role.EDITOR, Status.PUBLISHED, None, []),
    ],
)
def test_only_what_is_ones_own_work_is_offered(
    writing, store, eventually, role, status, main, steps
):
    store.people.set_me(Person("Wati Misal", role))
    window = writing("Warga panen.", status=status)
    eventually(lambda: window.desk.person.role is role)
    assert offered(window) == steps
    button = window.top_bar._step
    assert (button.text() if button.isVisible() else None) == main


def test_the_key_of_a_step_that_is_not_ones_own_says_whose_it_is(writing, store, eventually):
    store.people.set_me(WATI)
    window = writing("Warga panen.", status=Status.SUBMITTED)
    eventually(lambda: window.desk.person == WATI)
    QTest.keyClick(window.page.body, Qt.Key.Key_2, CTRL | SHIFT)
    assert window.banner.text == (
        "Dari Diajukan ke Disunting: tugas redaktur atau redaktur pelaksana, bukan wartawan."
    )
    QTest.keyClick(window.page.body, Qt.Key.Key_5, CTRL | SHIFT)
    assert window.banner.text == "Dari Diajukan tidak dapat langsung ke Siap tayang."
    QTest.keyClick(window.page.body, Qt.Key.Key_F9, SHIFT)
    eventually(lambda: store.stories.get(window.desk.story.id).status is Status.DRAFT)


def test_the_step_of_another_s_story_asks_first(store, open_window, eventually):
    story = store.stories.save(Story(headline="Panen", body="Isi.", status=Status.SUBMITTED))
    store.people.set_me(BUDI)
    store.stories.change_status([story.id], Status.EDITING)
    store.people.set_me(TUTI)
    store.workspace.set("open", story.id)
    window = open_window()
    eventually(lambda: said(window).startswith("Sedang disunting Budi Misal sejak pukul "))
    assert window.actions_["take_over"].isEnabled()
    # Nobody is kept from writing.
    QTest.keyClicks(window.page.body, "Baru. ")
    window.actions_["to_submitted"].trigger()
    eventually(lambda: window.findChildren(QMessageBox))
    (box,) = window.findChildren(QMessageBox)
    assert "Budi Misal" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert store.stories.get(story.id).status is Status.EDITING
    QTest.keyClick(window.page.body, Qt.Key.Key_F9)
    eventually(lambda: store.desk.of([story.id])[story.id].holder == "Tuti Misal")
    eventually(lambda: said(window) == "")
    assert window.actions_["to_submitted"].text() == "Kembalikan ke antrean"
    window.actions_["to_submitted"].trigger()
    eventually(lambda: store.stories.get(story.id).status is Status.SUBMITTED)
    assert "Baru." in store.stories.get(story.id).body


def test_a_reporter_writes_on_and_is_told_at_whom_the_story_lies(store, open_window, eventually):
    story = store.stories.save(Story(headline="Panen", body="Isi.", status=Status.SUBMITTED))
    store.people.set_me(BUDI)
    store.stories.change_status([story.id], Status.EDITING)
    store.people.set_me(WATI)
    store.workspace.set("open", story.id)
    window = open_window()
    eventually(lambda: "Sedang disunting Budi Misal" in said(window))
    assert "tetap tersimpan" in said(window)
    assert not window.standing.strip.button.isVisible()
    QTest.keyClicks(window.page.body, "Baru. ")
    eventually(lambda: "Baru." in store.stories.get(story.id).body)


def test_who_i_am_is_told_once_and_shown_calmly(window, store, dialog, eventually):
    assert not window.status_line.person.isVisible()
    window.actions_["person"].trigger()
    asked = dialog(window, PersonDialog)
    asked.roles[Role.EDITOR].setChecked(True)
    asked.act.click()
    assert "nama" in asked.error.text()
    asked.name.setText("Budi  Misal")
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    eventually(lambda: store.people.me() == BUDI)
    eventually(lambda: window.status_line.person.text() == "Budi Misal · Redaktur")
    window.status_line.person.click()
    again = dialog(window, PersonDialog)
    assert (again.name.text(), again.roles[Role.EDITOR].isChecked()) == ("Budi Misal", True)


def test_who_has_no_name_is_asked_for_it_before_the_first_step(window, store, dialog, eventually):
    first, second = (
        store.stories.save(Story(headline=name, body="Isi.", status=Status.SUBMITTED)).id
        for name in ("Satu", "Dua")
    )
    window.actions_["desk_view"].trigger()
    table = window.commands.at_desk.desking().page.table
    eventually(table.isVisible)
    table.go_to(first)
    QTest.keyClick(table, Qt.Key.Key_Return)
    asked = dialog(window, PersonDialog)
    assert store.stories.get(first).status is Status.SUBMITTED
    asked.name.setText("Budi Misal")
    asked.act.click()
    eventually(lambda: window.desk.story and window.desk.story.id == first)
    assert store.desk.of([first])[first].holder == "Budi Misal"
    # Once is enough.
    window.commands.of_list.move_on([second], Status.EDITING)
    eventually(lambda: store.stories.get(second).status is Status.EDITING)
    assert store.versions.last_move(second).who == "Budi Misal"


def test_who_says_that_they_only_write_takes_no_step_of_an_editor(
    open_window, store, dialog, eventually
):
    story = store.stories.save(Story(headline="Satu", body="Isi.", status=Status.SUBMITTED))
    store.workspace.set("open", story.id)
    window = open_window()
    eventually(lambda: window.desk.story)
    window.actions_["to_editing"].trigger()
    asked = dialog(window, PersonDialog)
    asked.name.setText("Wati Misal")
    asked.roles[Role.REPORTER].setChecked(True)
    asked.act.click()
    eventually(lambda: "tugas redaktur" in window.banner.text)
    assert store.stories.get(story.id).status is Status.SUBMITTED


def test_several_go_back_with_one_note_but_not_what_another_edits(
    open_window, store, dialog, eventually
):
    ids = [
        store.stories.save(Story(headline=name, body="Isi.", status=Status.SUBMITTED)).id
        for name in ("Satu", "Dua")
    ]
    store.people.set_me(BUDI)
    store.stories.change_status(ids[:1], Status.EDITING)
    store.people.set_me(TUTI)
    window = open_window()
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    window.commands.of_list.move_on(ids, Status.RETURNED)
    step = dialog(window, StepDialog)
    step.text.setPlainText("Cek nama.")
    step.act.click()
    eventually(lambda: "1 tidak berubah." in window.banner.text)
    assert store.stories.get(ids[0]).status is Status.EDITING
    assert store.versions.last_move(ids[1]).note == "Cek nama."


def test_of_several_those_are_ready_whose_checklist_is_answered(open_window, store, eventually):
    store.people.set_me(BUDI)
    window = open_window()
    story = Story(headline="Satu", body="Isi.", section="Olahraga", status=Status.EDITING)
    clear, open_ = (store.stories.save(replace(story, id=new_id())) for _ in range(2))
    items = window.desk.newsroom.checklist()
    at = datetime(2026, 3, 5, tzinfo=UTC)
    answers = tuple(Answer(one.id, Verdict.YES, "Budi Misal", at) for one in items)
    store.stories.save(replace(clear, checklist=answers))
    window.commands.of_list.move_on([clear.id, open_.id], Status.READY)
    eventually(lambda: "1 tidak berubah." in window.banner.text)
    assert store.stories.get(clear.id).status is Status.READY
    assert store.stories.get(open_.id).status is Status.EDITING
    window.commands.of_list.move_on([open_.id], Status.READY)  # alone it says at once why not
    eventually(lambda: "“Satu”: " in window.banner.text)
    assert window.banner.text.endswith("butir wajib di daftar periksa belum terpenuhi.")
