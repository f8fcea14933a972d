"""The versions of a story: listed, compared with each other, and brought back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.store import database
from newsroom.store.place import DATABASE
from newsroom.story.days import figures
from newsroom.story.person import Person
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, Step, StepKind
from newsroom.story.workflow import Status
from newsroom.ui.desk import saving
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.versions.choice import first_choice, settled
from newsroom.ui.versions.compared import compared
from newsroom.ui.versions.rows import PRESENT, Row, timeline
from newsroom.ui.versions.timeline import Timeline

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = "Warga Rekaan memanen padi.\n\nPupuk disalurkan kepada 40 petani."
SECOND = "Warga Rekaan menanam padi.\n\nPupuk disalurkan kepada 40 petani."
THIRD = "Warga Rekaan menanam padi.\n\nPupuk disalurkan kepada 45 petani. Air cukup."


@pytest.fixture
def versioned(store, open_window, eventually):
    """Opens a story with steps: it came, was written at, handed in; and then was changed."""

    def opener(body: str = THIRD):
        story = Story(headline="Panen Serentak", body=FIRST, section="daerah", tags=("padi",))
        story = store.stories.save(story, mark=Mark(StepKind.IMPORT, note="panen.docx"))
        story = store.stories.save(replace(story, body=SECOND), mark=Mark(StepKind.WRITING))
        story = store.stories.save(replace(story, status=Status.SUBMITTED))
        changes = {"headline": "Tanam Serentak", "body": body, "tags": ("padi", "tanam")}
        story = store.stories.save(replace(story, **changes))
        store.people.set_me(Person("Wati Misal"))
        store.workspace.set("open", story.id)
        window = open_window()
        eventually(lambda: window.desk.story is not None)
        window.page.body.setFocus()
        return window

    return opener


@pytest.fixture
def look(eventually):
    """Opens the versions by their key, and waits until two of them are compared."""

    def press(window):
        keys = CTRL | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_H, keys)
        eventually(lambda: is_compared(window))
        return window.versioning

    return press


@pytest.fixture
def go_to(eventually):
    """Goes to a line of the list by the arrow keys; the present story is the first."""

    def press(window, row: int) -> None:
        view = window.versioning.timeline.list
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)
        wanted = window.versioning.timeline.versions[row]
        eventually(lambda: window.versioning._choice.chosen == wanted and is_compared(window))

    return press


def is_compared(window) -> bool:
    return window.versioning._comparison is not None


def listed(window) -> list[str]:
    model = window.versioning.timeline.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(window) -> list[str]:
    model, role = window.versioning.timeline.list.model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def sections(window) -> dict[str, str]:
    """Return the fields that are shown to differ, by name, with what changed as read aloud."""
    return {
        section.section.title: "; ".join(text.accessibleDescription() for text in section.texts)
        for section in window.versioning.view.page.sections
    }


def section(window, title: str):
    views = window.versioning.view.page.sections
    return next(view for view in views if view.section.title == title)


def looks(text) -> dict[str, tuple[bool, bool]]:
    """Return each differently written stretch of a text: struck through, underlined."""
    found, block = {}, text.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            form = part.charFormat()
            found[part.text().strip()] = (form.fontStrikeOut(), form.fontUnderline())
            parts += 1
        block = block.next()
    return found


# The list.


def test_the_key_opens_the_list_with_the_present_story_on_top(versioned, look):
    window = versioned()
    look(window)
    assert window.versioning.timeline.isVisible()
    assert not window.inspector.isVisible()
    assert listed(window) == [
        "Naskah sekarang",
        "Hari ini",
        "Draf → Diajukan",
        "Menulis",
        "Impor",
    ]
    assert window.versioning.timeline.list.hasFocus()
    assert window.actions_["versions"].isChecked()


def test_each_step_says_when_what_how_long_and_from_where(versioned, look):
    window = versioned()
    look(window)
    first = spoken(window)[-1]
    assert first.startswith("Hari ini pukul ")
    assert first.endswith("Impor, 8 kata, panen.docx.")
    assert "2 lebih banyak" in spoken(window)[0]


@pytest.mark.parametrize("way", ["esc", "key", "button", "close"])
def test_one_goes_back_to_the_text_where_one_was(versioned, look, way):
    window = versioned()
    window.page.body.select(7, 7)
    look(window)
    if way == "esc":
        QTest.keyClick(window.versioning.timeline.list, Qt.Key.Key_Escape)
    elif way == "key":
        keys = CTRL | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(window.versioning.timeline.list, Qt.Key.Key_H, keys)
    elif way == "button":
        window.versioning.view.back.click()
    else:
        window.versioning.timeline._close.click()
    assert window.page.isVisible()
    assert window.inspector.isVisible()
    assert not window.versioning.timeline.isVisible()
    assert window.page.body.hasFocus()
    assert window.page.body.cursor_offset() == 7
    assert not window.actions_["versions"].isChecked()
    QTest.keyClicks(window.page.body, "x")
    assert window.page.body.text()[7] == "x"


def test_a_story_without_versions_says_how_they_come_to_be(writing, eventually):
    window = writing("Baru ditulis.")
    window.actions_["versions"].trigger()
    eventually(lambda: "Belum ada versi" in window.versioning.timeline._note._title.text())
    assert not window.versioning.view.restore.isVisible()
    assert window.versioning.view.back.isVisible()


def test_what_was_typed_last_is_saved_and_compared(versioned, look, store):
    window = versioned()
    window.page.body.moveCursor(window.page.body.textCursor().MoveOperation.End)
    QTest.keyClicks(window.page.body, " Kata terakhir.")
    look(window)
    assert "Kata terakhir" in store.stories.get(window.desk.story.id).body
    assert "Kata terakhir" in sections(window)["Tubuh berita"]


def test_ten_thousand_steps_are_listed_and_only_those_in_sight_are_drawn(theme, qtbot):
    now = datetime(2026, 11, 3, 12, tzinfo=UTC)
    steps = [
        Step(n, StepKind.WRITING, now - timedelta(minutes=9 * (10_000 - n)), "", "", n, n, None,
             None)
        for n in range(10_000, 0, -1)
    ]  # fmt: skip
    panel = Timeline(theme)
    qtbot.addWidget(panel)
    panel.resize(330, 700)
    panel.show_rows(timeline(steps, Story(), now), 10_000)
    drawn = []
    delegate = panel.list.itemDelegate()
    paint = delegate.paint
    delegate.paint = lambda *args: (drawn.append(1), paint(*args))[1]
    panel.show()
    qtbot.waitUntil(lambda: bool(drawn))
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda keys: keys == [1]):
        QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert len(panel.versions) == 10_001
    assert panel.list.uniformItemSizes()
    assert len(drawn) < 200


# What differs.


def test_the_newest_version_is_compared_with_the_present_story(versioned, look):
    window = versioned()
    view = look(window).view
    assert view.title.text().startswith("Versi hari ini pukul ")
    assert view.others.currentText() == "Naskah sekarang"
    assert sections(window) == {
        "Judul": "“Panen” diganti “Tanam”",
        "Tubuh berita": "“40” diganti “45”; ditambah: “. Air cukup”",
        "Tag": "ditambah: “tanam”",
    }
    assert view.total.text() == "4 perubahan"


def test_changes_are_told_by_more_than_colour(versioned, look):
    window = versioned()
    look(window)
    shown = looks(section(window, "Judul").texts[0])
    assert shown["Panen"] == (True, False)
    assert shown["Tanam"] == (False, True)
    assert shown["Serentak"] == (False, False)
    legend = window.versioning.view.page.legend.text()
    assert "<s>hanya di versi ini</s>" in legend
    assert "<u>hanya di naskah sekarang</u>" in legend


def test_what_is_the_same_is_folded_until_it_is_wanted(versioned, look):
    window = versioned()
    page = look(window).view.page
    assert page.fold.text() == "1 bagian yang sama"
    assert page.fold.accessibleDescription() == "Rubrik"
    page.fold.setFocus()
    QTest.keyClick(page.fold, Qt.Key.Key_Space)
    assert [view.section.title for view in page._same] == ["Rubrik"]
    QTest.keyClick(page.fold, Qt.Key.Key_Space)
    assert page._same == []


def test_f8_goes_from_change_to_change_and_round(versioned, look):
    window = versioned()
    view = look(window).view
    seen = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        text = QApplication.focusWidget()
        seen.append(text.textCursor().selectedText().replace("\u2009", "/"))
    assert seen == ["Panen/Tanam", "40/45", ". Air cukup", "tanam", "Panen/Tanam"]
    assert view.total.text() == "Perubahan 1 dari 4"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8, SHIFT)
    assert QApplication.focusWidget().textCursor().selectedText() == "tanam"


def test_the_arrow_keys_go_through_the_versions(versioned, look, go_to):
    window = versioned()
    look(window)
    go_to(window, 3)
    assert sections(window)["Tubuh berita"].startswith("“memanen” diganti “menanam”")
    assert sections(window)["Status"] == "“Draf” diganti “Diajukan”"
    assert section(window, "Status").restore.isHidden()


def test_a_version_is_compared_with_the_one_before_it(versioned, look, go_to, eventually):
    window = versioned()
    view = look(window).view
    view.others.setFocus()
    QTest.keyClick(view.others, Qt.Key.Key_Down)
    eventually(lambda: is_compared(window) and "Status" in sections(window))
    assert list(sections(window)) == ["Status"]
    assert view.others.currentText().startswith("Versi sebelumnya: hari ini pukul ")
    go_to(window, 2)  # it stays so
    assert sections(window) == {"Tubuh berita": "“memanen” diganti “menanam”"}


def test_any_two_versions_are_compared(versioned, look, eventually):
    window = versioned()
    panel = look(window).timeline
    model, view = panel.list.model(), panel.list
    for key, held in ((panel.versions[3].key, Qt.KeyboardModifier.NoModifier),
                      (panel.versions[2].key, CTRL)):  # fmt: skip
        place = view.visualRect(model.index_of(key)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)
    eventually(lambda: is_compared(window) and list(sections(window)) == ["Tubuh berita"])
    assert sections(window) == {"Tubuh berita": "“memanen” diganti “menanam”"}
    assert window.versioning._choice.chosen.title == "Impor"
    assert window.versioning._choice.other == panel.versions[2].key


def test_two_versions_are_chosen_with_shift_and_the_arrow_keys(versioned, look, go_to, eventually):
    window = versioned()
    look(window)
    go_to(window, 2)
    QTest.keyClick(window.versioning.timeline.list, Qt.Key.Key_Down, SHIFT)
    eventually(lambda: is_compared(window) and list(sections(window)) == ["Tubuh berita"])
    assert window.versioning._choice.chosen.title == "Impor"


def test_a_version_that_is_as_the_story_is_now_needs_no_bringing_back(
    writing, store, look, eventually
):
    window = writing("Warga membaca.")
    store.versions.mark(window.desk.story, Mark(StepKind.EXPORT, note="infobanten, a.zip"))
    view = look(window).view
    assert view.page.note._title.text() == "Tidak ada perbedaan"
    assert not view.restore.isEnabled()
    assert view.safe.text() == "Naskah sekarang sama dengan versi ini."


def test_photos_are_compared_by_their_words(store, open_window, look, eventually):
    story = Story(headline="Panen", body="Isi.", photos=(Photo("a.jpg", "Warga memanen."),))
    story = store.stories.save(story, mark=Mark(StepKind.IMPORT))
    photos = (Photo("a.jpg", "Warga menanam."), Photo("b.jpg", "Sawah."))
    story = store.stories.save(replace(story, photos=photos))
    store.workspace.set("open", story.id)
    window = open_window()
    eventually(lambda: window.desk.story is not None)
    look(window)
    names = [text.accessibleName() for text in section(window, "Foto").texts]
    assert names == ["Foto, Daftar foto", "Foto, Foto 1: keterangan foto"]
    assert "“memanen” diganti “menanam”" in sections(window)["Foto"]


def test_a_long_text_is_folded_between_its_changes():
    middle = "\n\n".join(f"Paragraf {n} tetap sama dari awal sampai akhir." for n in range(1000))
    old, new = (Story(body=f"{word} padi.\n\n{middle}\n\nSelesai.") for word in ("Panen", "Tanam"))
    comparison = compared(old, new, old, new)
    shown = "".join(piece.text for piece in comparison.differing[0].lines[0][1].pieces)
    assert "paragraf yang sama tidak ditampilkan" in shown
    assert len(shown) < 2000
    assert comparison.restorable == {"body"}


# Bringing back.


def test_all_of_a_version_comes_back_as_a_new_step(versioned, look, go_to, store, eventually):
    window = versioned()
    story = window.desk.story
    view = look(window).view
    go_to(window, 3)
    view.restore.setFocus()
    QTest.keyClick(view.restore, Qt.Key.Key_Space)
    eventually(lambda: "dipulihkan" in window.banner.text)
    assert window.page.isVisible()
    assert window.page.body.text() == FIRST
    assert window.page.headline.text() == "Panen Serentak"
    stored = store.stories.get(story.id)
    assert (stored.body, stored.headline, stored.tags) == (FIRST, "Panen Serentak", ("padi",))
    assert stored.status is Status.SUBMITTED
    restored, kept, *_, first = store.versions.list(story.id)
    assert restored.kind is StepKind.RESTORE
    then = first.moment.astimezone(window.profile.zone)
    assert restored.note == f"dari {figures(then)} {then:%H.%M}"
    assert store.versions.story(kept.number).body == THIRD
    QTest.keyClicks(window.page.body, "Awal. ")
    eventually(lambda: store.stories.get(story.id).body.startswith("Awal. Warga"))


def test_a_part_of_a_version_comes_back_alone(versioned, look, store, eventually):
    window = versioned()
    look(window)
    button = section(window, "Judul").restore
    assert button.accessibleName() == "Pulihkan bagian ini: Judul"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    eventually(lambda: is_compared(window) and list(sections(window)) == ["Tubuh berita", "Tag"])
    stored = store.stories.get(window.desk.story.id)
    assert (stored.headline, stored.body) == ("Panen Serentak", THIRD)
    assert window.versioning.is_open
    assert window.page.headline.text() == "Panen Serentak"
    assert listed(window)[2] == "Pemulihan"
    undo = window.status_line.done.undo
    assert undo.accessibleName().startswith("Urungkan: Judul dipulihkan dari versi hari ini")
    assert not window.banner.isVisible()  # or the next button would not stand where that one did
    assert QApplication.focusWidget() is section(window, "Tubuh berita").restore
    undo.click()
    eventually(lambda: store.stories.get(stored.id).headline == "Tanam Serentak")
    assert not undo.isVisible()


def test_bringing_back_is_taken_back(versioned, look, go_to, store, eventually):
    window = versioned()
    look(window)
    go_to(window, 3)
    window.versioning.view.restore.click()
    eventually(lambda: "dipulihkan" in window.banner.text)
    assert window.banner._button.text() == "Urungkan"
    window.banner._button.click()
    eventually(lambda: store.stories.get(window.desk.story.id).body == THIRD)
    assert window.page.body.text() == THIRD
    assert window.page.headline.text() == "Tanam Serentak"


def test_what_came_back_is_undone_in_the_text_by_its_key(versioned, look, go_to, eventually):
    window = versioned()
    look(window)
    go_to(window, 3)
    window.versioning.view.restore.click()
    eventually(lambda: window.page.body.text() == FIRST)
    QTest.keyClick(window.page.body, Qt.Key.Key_Z, CTRL)
    assert window.page.body.text() == THIRD


def test_what_comes_back_while_the_store_is_locked_is_saved_by_and_by(
    versioned, look, go_to, store, newsroom, eventually, monkeypatch
):
    monkeypatch.setattr(saving, "RETRY_AFTER", 100)
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    window = versioned()
    look(window)
    go_to(window, 3)
    with closing(sqlite3.connect(newsroom.home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.versioning.view.restore.click()
        eventually(lambda: window.desk.is_failing)
        assert window.page.body.text() == FIRST
        other.execute("ROLLBACK")
    eventually(lambda: store.stories.get(window.desk.story.id).body == FIRST)
    newest = store.versions.list(window.desk.story.id)[0]
    assert newest.kind is StepKind.RESTORE


# What goes wrong, and what else goes on.


def test_a_damaged_version_is_told_of_and_the_others_are_shown(
    versioned, look, go_to, newsroom, eventually
):
    window = versioned()
    look(window)
    damaged = window.versioning.timeline.versions[1].key
    with closing(sqlite3.connect(newsroom.home / DATABASE)) as opened, opened:
        opened.execute("UPDATE version SET packed = x'00112233' WHERE number = ?", (damaged,))
    view, panel = window.versioning.view, window.versioning.timeline
    go_to(window, 3)
    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    eventually(lambda: view.page.note.isVisible())
    assert view.page.note._title.text() == "Versi tidak dapat dibaca"
    assert "rusak" in view.page.note._words.text()
    assert not view.restore.isEnabled()


def test_the_text_is_not_changed_unseen(versioned, look):
    window = versioned()
    QTest.keyClicks(window.page.body, "x")
    before = window.page.body.text()
    look(window)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_B):
        QTest.keyClick(QApplication.focusWidget(), key, CTRL)
    QTest.keyClicks(window.versioning.timeline.list, "abc")
    assert window.page.body.text() == before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(window.page.body, Qt.Key.Key_Z, CTRL)
    assert window.page.body.text() != before


def test_a_change_of_status_is_listed_while_one_looks(versioned, look, eventually):
    window = versioned()
    look(window)
    window.actions_["to_editing"].trigger()
    eventually(lambda: "Diajukan → Disunting" in listed(window))
    assert window.versioning.is_open


def test_an_export_is_a_step(writing, store, look, tmp_path, eventually):
    path = tmp_path / "foto.jpg"
    Image.new("RGB", (1600, 1200), "green").save(path)
    digest = store.media.add(path)
    photo = Photo("foto.jpg", "Warga.", "Rina Contoh", "Warga", lead=True, digest=digest)
    window = writing("Perahu itu singgah.", section="Pendidikan", photos=(photo,))
    QTest.keyClick(window.page.body, Qt.Key.Key_E, CTRL)
    eventually(lambda: any(one.isVisible() for one in window.findChildren(ExportDialog)))
    dialog = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
    dialog.destination.setText(str(tmp_path / "paket"))
    eventually(dialog.export.isEnabled)
    dialog.export.click()
    eventually(lambda: store.versions.list(window.desk.story.id))
    (step,) = store.versions.list(window.desk.story.id)
    assert step.kind is StepKind.EXPORT
    assert step.note.startswith("infobanten, ")
    assert step.note.endswith(".zip")
    eventually(dialog.open_folder.isVisible)
    dialog.leave.click()


def test_another_story_takes_the_place_of_the_versions(
    versioned, look, store, click_story, eventually
):
    window = versioned()
    other = store.stories.save(Story(headline="Naskah Lain", body="Lain."))
    window.desk.refresh_list()
    look(window)
    click_story(window, other.id)
    eventually(lambda: window.desk.story.id == other.id)
    assert not window.versioning.is_open
    assert window.inspector.isVisible()
    assert window.page.isVisible()
    assert window.actions_["bold"].isEnabled()


@pytest.mark.parametrize("name", ["preview", "find", "focus", "photos"])
def test_what_needs_the_page_or_the_inspector_leaves_the_versions(
    versioned, look, eventually, name
):
    window = versioned()
    look(window)
    if name == "photos":
        window.show_tab("photos")
    else:
        window.actions_[name].trigger()
    eventually(lambda: not window.versioning.is_open)
    assert not window.versioning.timeline.isVisible()
    assert not window.actions_["versions"].isChecked()


def test_a_folded_inspector_is_folded_again(versioned, look):
    window = versioned()
    window.actions_["inspector"].trigger()
    look(window)
    assert window.versioning.timeline.isVisible()
    QTest.keyClick(window.versioning.timeline.list, Qt.Key.Key_Escape)
    assert not window.columns.right.isVisible()
    assert not window.actions_["inspector"].isChecked()


def test_the_text_is_as_large_as_on_the_page(versioned, look):
    window = versioned()
    look(window)
    text = section(window, "Tubuh berita").texts[0]
    small = text.textCursor().charFormat().font().pixelSize()
    window.actions_["zoom_in"].trigger()
    assert text.textCursor().charFormat().font().pixelSize() > small


def by_tab() -> list[QWidget]:
    """Return what Tab comes to, until it comes round."""
    reached = []
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    return reached


def test_all_is_reached_and_named_for_those_who_do_not_see(versioned, look, eventually):
    window = versioned()
    look(window)
    view = window.versioning.view

    def is_reached() -> bool:  # the sections are made anew where their versions are
        wanted = {view.back, view.others, view.next, view.previous, view.restore, view.page.fold}
        for section_ in view.page.sections:
            wanted |= {section_.restore, section_.texts[0]}
        return len(view.page.sections) > 1 and wanted <= set(by_tab())

    eventually(is_reached)
    reached = by_tab()
    assert all(widget.accessibleName() or widget.text() for widget in set(reached)
               if view.isAncestorOf(widget))  # fmt: skip


# Which two are compared.


def rows(*revisions: int) -> list[Row]:
    named = [Row(PRESENT, "Naskah sekarang", named="naskah sekarang", revision=revisions[0])]
    return named + [
        Row(len(revisions) - at, "Menulis", named=f"versi {at}", revision=revision)
        for at, revision in enumerate(revisions[1:], 1)
    ]


def test_the_first_choice_is_the_newest_step_that_differs():
    assert first_choice(rows(7, 7, 5, 2)) == 2
    assert first_choice(rows(8, 7, 5)) == 2
    assert first_choice(rows(7, 7)) == 1
    assert first_choice(rows(7)) == PRESENT


def test_the_present_story_is_compared_with_the_step_before_it():
    choice = settled([PRESENT], rows(9, 7, 5), None, previous=False)
    assert choice.pair == (2, PRESENT)
    assert [key for key, _ in choice.others] == [2]


def test_the_oldest_step_has_none_before_it():
    choice = settled([1], rows(9, 7, 5), None, previous=True)
    assert choice.pair == (1, PRESENT)


def test_a_wanted_version_is_set_beside_whatever_is_chosen():
    assert settled([3, 1], rows(9, 7, 5, 3), PRESENT, previous=False).pair == (1, PRESENT)
    assert settled([3, 1], rows(9, 7, 5, 3), None, previous=False).pair == (1, 3)
    assert settled([3], rows(9, 7, 5, 3), 2, previous=False).pair == (2, 3)


def test_days_part_the_steps():
    noon = datetime(2026, 11, 28, 12, 5, tzinfo=ZoneInfo("Pacific/Kiritimati"))
    moments = [
        noon,
        noon - timedelta(days=1),
        noon - timedelta(days=1, hours=1),
        noon - timedelta(9),
    ]
    steps = [
        Step(9 - at, StepKind.WRITING, moment.astimezone(UTC), "", "", 1, 10, None, None)
        for at, moment in enumerate(moments)
    ]
    assert all(one.moment > other.moment for one, other in pairwise(steps))
    lines = timeline(steps, Story(), noon)
    assert [line.title for line in lines if line.key is None][:2] == ["Hari ini", "Kemarin"]
    assert [line.named for line in lines if line.key][:2] == [
        "hari ini pukul 12.05",
        "kemarin pukul 12.05",
    ]
