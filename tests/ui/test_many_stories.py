"""Several stories chosen in the list, and what is done about all of them at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton

from newsroom.store import database
from newsroom.store.place import DATABASE
from newsroom.story.story import Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status
from newsroom.ui.desk import listing
from newsroom.ui.dialogs.many_export_dialog import ManyExportDialog
from newsroom.ui.dialogs.reasons_dialog import ReasonsDialog
from newsroom.ui.queue import story_queue, story_view
from newsroom.ui.queue.story_delegate import CARD_HEIGHT

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listed(writing, store, eventually):
    """The window with five stories in the list, the last written open: A is the lowest row."""

    def opener(*statuses: Status, **fields):
        for number in range(5):
            status = statuses[number] if number < len(statuses) else Status.DRAFT
            headline = f"Berita {'ABCDE'[number]}"
            body = "Warga Rekaan memanen padi."
            store.stories.save(Story(headline=headline, body=body, status=status, **fields))
        window = writing("Isi.", headline="Berita Terbuka", section="Pendidikan")
        eventually(lambda: window.queue.list.model().rowCount() == 6)
        window.queue.list.setFocus()
        return window

    return opener


def row_of(window, headline: str) -> int:
    model = window.queue.list.model()
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    return titles.index(headline)


def click(window, headline: str, modifier=NONE, button=Qt.MouseButton.LeftButton) -> None:
    view = window.queue.list
    index = view.model().index(row_of(window, headline), 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), button, modifier, view.visualRect(index).center())


def chosen(window) -> list[str]:
    return [story.headline[-1] for story in window.queue.list.chosen()]


def is_selected(row) -> bool:
    return bool(row.state().selected)


def words(widget) -> list[str]:
    return [b.text() for b in widget.findChildren(QPushButton) if b.isVisible()]


def shown(window, kind):
    return next((w for w in window.findChildren(kind) if w.isVisible()), None)


def status_of(store, headline: str) -> Status:
    return next(one.status for one in store.stories.list() if one.headline == headline)


def steps_offered(menu: QMenu) -> dict[str, object]:
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


# Choosing.


def test_ctrl_and_shift_choose_without_opening_and_a_click_opens_one_again(listed, eventually):
    window = listed()
    click(window, "Berita D")
    eventually(lambda: window.desk.story.headline == "Berita D")
    click(window, "Berita B", CTRL)
    assert chosen(window) == ["D", "B"]
    assert window.desk.story.headline == "Berita D"
    assert window.queue.bar.isVisible()
    click(window, "Berita A", SHIFT)
    assert chosen(window) == ["D", "B", "A"]
    click(window, "Berita C")
    eventually(lambda: window.desk.story.headline == "Berita C")
    assert not window.queue.bar.isVisible()


def test_a_click_where_the_tick_stands_chooses_and_lets_go(listed, eventually):
    window = listed()
    view = window.queue.list

    def click_tick(headline: str) -> None:
        place = view.visualRect(view.model().index(row_of(window, headline), 0))
        point = place.topLeft() + QPoint(17, CARD_HEIGHT * 3 // 4)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, point)

    click(window, "Berita C")
    eventually(lambda: window.desk.story.headline == "Berita C")
    click(window, "Berita Terbuka")
    eventually(lambda: window.desk.story.headline == "Berita Terbuka")
    click_tick("Berita C")
    click_tick("Berita A")
    assert chosen(window) == ["a", "C", "A"]
    click_tick("Berita C")
    assert chosen(window) == ["a", "A"]
    click_tick("Berita Terbuka")
    assert chosen(window) == ["A"]
    assert window.desk.story.headline == "Berita Terbuka"


def test_a_screen_reader_is_told_which_are_chosen(listed):
    window = listed()
    click(window, "Berita B", CTRL)
    told = QAccessible.queryAccessibleInterface(window.queue.list)
    rows = [told.child(number) for number in range(told.childCount())]
    selected = [row.text(QAccessible.Text.Name).split(".")[0] for row in rows if is_selected(row)]
    assert selected == ["Berita Terbuka", "Berita B"]


def test_the_keyboard_chooses_all_some_and_none(listed):
    window = listed()
    view = window.queue.list
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert len(chosen(window)) == 6
    assert window.queue.bar._count.text() == "6 terpilih"
    assert not window.queue.bar.every.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert len(chosen(window)) == 1
    assert not window.queue.bar.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Space, CTRL)
    assert chosen(window) == ["a", "E", "C"]  # “Berita Terbuka” is the first
    assert window.desk.story.headline == "Berita Terbuka"


def test_what_is_chosen_stays_so_while_the_list_changes(listed, store, eventually):
    window = listed()
    click(window, "Berita B", CTRL)
    click(window, "Berita D", CTRL)
    window.page.body.setFocus()
    QTest.keyClicks(window.page.body, "Lagi. ")
    store.stories.save(Story(headline="Dari Luar"))
    window.desk.refresh_list()
    eventually(lambda: window.queue.list.model().rowCount() == 7)
    assert sorted(chosen(window)) == ["B", "D", "a"]
    assert window.queue.bar._count.text() == "3 terpilih"


def test_what_is_no_longer_listed_is_no_longer_chosen(listed, eventually):
    window = listed(Status.READY)
    QTest.keyClick(window.queue.list, Qt.Key.Key_A, CTRL)
    window.queue.chips.choose(Status.READY)
    eventually(lambda: window.queue.list.model().rowCount() == 1)
    assert chosen(window) == ["A"]
    assert not window.queue.bar.isVisible()


def test_the_bar_and_its_buttons_have_names_and_are_reached_by_tab(listed):
    window = listed()
    QTest.keyClick(window.queue.list, Qt.Key.Key_A, CTRL)
    assert words(window.queue.bar) == ["Ubah status", "Ekspor…", "Buang"]
    reached = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    names = [widget.accessibleName() or widget.text() for widget in reached]
    assert names == ["Batalkan pilihan", "Ubah status", "Ekspor…", "Buang"]
    QTest.keyClick(reached[-1], Qt.Key.Key_Escape)
    assert not window.queue.bar.isVisible()
    assert window.queue.list.hasFocus()


def test_all_of_a_long_archive_are_chosen_by_one_button(writing, store, eventually, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 20)
    for number in range(50):
        store.stories.save(Story(headline=f"Berita {number}"))
    window = writing("Isi.")
    eventually(lambda: window.queue.list.model().rowCount() == 51)
    window.queue.list.choose_rows([0, 1])
    assert window.queue.bar._count.text() == "2 terpilih"
    assert window.queue.bar.every.text() == "Pilih semua 51"
    window.queue.bar.every.click()
    eventually(lambda: window.queue.bar._count.text() == "51 terpilih")
    assert not window.queue.bar.every.isVisible()
    window.queue.bar.discard.click()
    eventually(lambda: window.queue.list.model().rowCount() == 0)
    assert window.banner.text == "51 naskah dipindah ke keranjang."


def test_a_right_click_on_several_offers_what_can_be_done_with_all(listed):
    window = listed()
    click(window, "Berita D", CTRL)
    click(window, "Berita B", CTRL)
    click(window, "Berita B", button=Qt.MouseButton.RightButton)
    assert len(chosen(window)) == 3
    view = window.queue.list
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    menu = view.findChild(QMenu)
    assert [a.text() for a in menu.actions() if a.text()] == [
        "3 naskah terpilih", "Ubah status", "Ekspor…", "Buang ke keranjang",
    ]  # fmt: skip
    menu.close()


def test_the_palette_and_the_menu_have_all_of_it(listed):
    window = listed()
    for name in ("many_status", "many_export", "many_discard", "bin", "duplicate", "choose_all"):
        assert window.actions_[name].isEnabled(), name
    window.actions_["choose_all"].trigger()
    assert len(chosen(window)) == 6
    window.actions_["many_status"].trigger()
    assert window.queue.bar._steps.isVisible()
    window.queue.bar._steps.close()


# Another status.


def test_those_that_can_get_the_status_and_the_others_are_counted(listed, store, eventually):
    window = listed(Status.READY, Status.SUBMITTED)
    for name in "ABC":
        click(window, f"Berita {name}", CTRL)
    offered = steps_offered(window.queue.bar._steps)
    assert {"Ajukan ke redaktur · 2 dari 4", "Tandai tayang · 1 dari 4"} <= set(offered)
    offered["Ajukan ke redaktur · 2 dari 4"].trigger()
    eventually(lambda: "2 naskah: Diajukan. 2 tidak berubah." in window.banner.text)
    assert status_of(store, "Berita C") is Status.SUBMITTED
    assert status_of(store, "Berita Terbuka") is Status.SUBMITTED
    assert status_of(store, "Berita A") is Status.READY

    window.banner._button.click()
    dialog = shown(window, ReasonsDialog)
    eventually(dialog.isActiveWindow)
    lines = [dialog.stories.topLevelItem(row) for row in (0, 1)]
    assert sorted(line.text(0) for line in lines) == ["Berita A", "Berita B"]
    told = {line.text(0): line.child(0).text(0) for line in lines}
    assert told["Berita A"] == "Dari Siap tayang tidak dapat langsung ke Diajukan."
    dialog.stories.setCurrentItem(next(line for line in lines if line.text(0) == "Berita A"))
    QTest.keyClick(dialog.stories, Qt.Key.Key_Return)
    eventually(lambda: window.desk.story.headline == "Berita A")


def test_the_open_story_goes_with_the_others_and_its_words_too(listed, store, eventually):
    window = listed()
    QTest.keyClicks(window.page.body, "Terakhir. ")
    open_id = window.desk.story.id
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_A, CTRL)
    window.queue.bar.status_chosen.emit(Status.SUBMITTED)
    eventually(lambda: window.banner.text == "6 naskah: Diajukan.")
    kept = store.stories.get(open_id)
    assert (kept.status, kept.body) == (Status.SUBMITTED, "Terakhir. Isi.")
    QTest.keyClicks(window.page.body, "Lagi. ")
    eventually(lambda: store.stories.get(open_id).body.startswith("Terakhir. Lagi. "))
    assert len(store.stories.list()) == 6  # none had to be parted


def test_what_readers_see_is_asked_first_and_keeps_its_address(listed, store, eventually):
    window = listed(Status.READY, Status.READY)
    click(window, "Berita A")
    eventually(lambda: window.desk.story.headline == "Berita A")
    click(window, "Berita B", CTRL)
    steps_offered(window.queue.bar._steps)["Tandai tayang"].trigger()
    asked = shown(window, QMessageBox)
    assert asked.text() == "Ubah status 2 naskah menjadi Tayang?"
    eventually(asked.isActiveWindow)
    QTest.keyClick(asked, Qt.Key.Key_Return)  # the safe answer
    window.activateWindow()  # no window manager does it here when a dialog closes
    eventually(window.isActiveWindow)
    assert status_of(store, "Berita B") is Status.READY
    window.queue.bar.status_chosen.emit(Status.PUBLISHED)
    asked = shown(window, QMessageBox)
    next(b for b in asked.buttons() if b.text() == "Ubah status").click()
    eventually(lambda: window.banner.text == "2 naskah: Tayang.")
    slugs = {one.headline: store.stories.get(one.id).slug for one in store.stories.list()}
    assert (slugs["Berita A"], slugs["Berita B"]) == ("berita-a", "berita-b")


# The bin and copies.


def test_several_go_into_the_bin_and_come_back_by_one_button(listed, store, eventually):
    window = listed()
    click(window, "Berita B", CTRL)
    click(window, "Berita D", CTRL)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Delete)
    eventually(lambda: window.banner.text == "3 naskah dipindah ke keranjang.")
    assert window.desk.story is None
    assert len(store.stories.list()) == 3
    assert not window.queue.bar.isVisible()
    window.banner._button.click()
    eventually(lambda: len(store.stories.list()) == 6)


def test_a_copy_is_opened_with_the_last_words_of_the_story(listed, store, eventually):
    window = listed()
    QTest.keyClicks(window.page.body, "Terakhir. ")
    first = window.desk.story.id
    window.actions_["duplicate"].trigger()
    eventually(lambda: window.desk.story.headline == "Berita Terbuka (salinan)")
    assert window.page.body.text() == "Terakhir. Isi."
    assert window.desk.story.id != first
    assert store.stories.get(first).body == "Terakhir. Isi."
    eventually(lambda: window.queue.list.model().rowCount() == 7)


def test_a_story_of_the_list_is_copied_from_its_menu(listed, eventually):
    window = listed()
    click(window, "Berita B", button=Qt.MouseButton.RightButton)
    window.queue.list._duplicate.trigger()
    eventually(lambda: window.desk.story.headline == "Berita B (salinan)")


def test_an_empty_story_is_not_copied(window, store):
    window.actions_["duplicate"].trigger()
    assert window.banner.text == "Buka atau pilih naskah dulu, lalu duplikatkan."
    window.actions_["new"].trigger()
    window.actions_["duplicate"].trigger()
    assert window.banner.text == "Naskah ini masih kosong."
    assert store.stories.list() == []


# Export.


@pytest.fixture
def exporting(listed, eventually, tmp_path):
    """Opens the export of all stories in the list, and waits for the check."""

    def opener(window, folder: Path | None = None) -> ManyExportDialog:
        window.queue.list.setFocus()
        QTest.keyClick(window.queue.list, Qt.Key.Key_A, CTRL)
        QTest.keyClick(window.queue.list, Qt.Key.Key_E, CTRL)
        eventually(lambda: shown(window, ManyExportDialog))
        dialog = shown(window, ManyExportDialog)
        dialog.destination.setText(str(folder or tmp_path / "keluar"))
        checked(dialog, eventually)
        return dialog

    return opener


def checked(dialog, eventually) -> None:
    eventually(lambda: not dialog.progress.isVisible())


def lines_of(dialog) -> dict[str, list[str]]:
    tree = dialog.stories
    lines = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {
        line.text(0): [line.child(number).text(0) for number in range(line.childCount())]
        for line in lines
    }


def test_those_that_are_ready_are_exported_and_the_others_say_why_not(
    listed, exporting, store, eventually, tmp_path
):
    window = listed()  # the five have no section, the open one has
    ready = store.stories.save(Story(headline="Lengkap", body="Warga.", section="Pendidikan"))
    window.desk.refresh_list()
    eventually(lambda: window.queue.list.model().rowCount() == 7)
    dialog = exporting(window)
    lines = lines_of(dialog)
    assert list(lines)[5:] == ["Lengkap", "Berita Terbuka"]  # what wants something stands above
    assert lines["Berita A"] == ["Rubrik belum dipilih."]
    assert dialog.message.text() == "2 siap diekspor, 5 belum lengkap dan dilewati."
    assert dialog.export.text() == "Ekspor 2 naskah"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    eventually(lambda: "tersimpan di" in dialog.message.text())
    folder = tmp_path / "keluar"
    assert dialog.message.text() == (
        f"2 naskah tersimpan di {folder}. 5 dilewati karena belum lengkap."
    )
    assert sorted(file.name for file in folder.iterdir()) == [
        "berita-terbuka-r1.zip", "lengkap-r1.zip",
    ]  # fmt: skip
    assert [step.kind for step in store.versions.list(ready.id)] == [StepKind.EXPORT]


def test_enter_on_a_reason_leads_to_its_place(listed, exporting, eventually):
    window = listed()
    dialog = exporting(window)
    line = dialog.stories.topLevelItem(0)
    line_headline = line.text(0)
    dialog.stories.setCurrentItem(line.child(0))
    dialog.stories.setFocus()
    QTest.keyClick(dialog.stories, Qt.Key.Key_Return)
    eventually(lambda: window.desk.story.headline == line_headline)
    window.activateWindow()
    eventually(lambda: window.inspector.data.field("section").hasFocus())


def test_another_form_is_checked_anew_and_markdown_asks_nothing(
    listed, exporting, eventually, tmp_path
):
    window = listed()
    dialog = exporting(window)
    assert dialog.export.text() == "Ekspor 1 naskah"
    assert dialog.together.isVisible()
    dialog.forms.setCurrentIndex(dialog.forms.findData("md"))
    assert not dialog.together.isVisible()
    eventually(lambda: dialog.export.text() == "Ekspor 6 naskah")
    assert dialog.message.text() == "Semua siap diekspor."
    dialog.export.click()
    eventually(lambda: dialog.open_folder.isVisible())
    assert len(list((tmp_path / "keluar").glob("*.md"))) == 6


def test_a_reason_lets_those_go_that_are_not_complete_but_for_what_is_left_to_fill_in(
    listed, exporting, store, eventually, tmp_path
):
    window = listed()  # the five have no section, the open one has
    blank = store.stories.save(Story(headline="Kosong", body="Isi ⟨nama⟩."))
    window.desk.refresh_list()
    eventually(lambda: window.queue.list.model().rowCount() == 7)
    dialog = exporting(window)
    dialog.override.edit.setFocus()
    QTest.keyClicks(dialog.override.edit, "Rubrik dipilih di situs")
    assert dialog.message.text() == (
        "6 siap diekspor, 5 di antaranya dengan alasan itu. 1 dilewati."
    )
    QTest.keyClick(dialog.override.edit, Qt.Key.Key_Return)
    eventually(lambda: "tersimpan di" in dialog.message.text())
    assert len(list((tmp_path / "keluar").glob("*.zip"))) == 6
    notes = {
        one.headline: [step.note for step in store.versions.list(one.id)]
        for one in store.stories.list()
    }
    assert notes["Berita A"] == [
        "tetap diekspor: Rubrik dipilih di situs (dilewati: Rubrik belum dipilih.); "
        "bundle, infobanten"
    ]
    assert notes["Berita Terbuka"][0] == "bundle, infobanten"
    assert notes["Kosong"] == store.versions.list(blank.id) == []


def test_all_go_into_one_bundle_or_none(listed, exporting, store, eventually, tmp_path):
    window = listed()
    dialog = exporting(window)
    dialog.together.click()
    assert not dialog.export.isEnabled()
    assert dialog.message.text().startswith(
        "Satu paket memuat semuanya atau tidak dibuat: 5 naskah belum lengkap."
    )
    QTest.keyClicks(dialog.override.edit, "Mendesak")
    assert dialog.export.text() == "Ekspor satu paket"
    # Meanwhile, in another program, one of them is made such that no reason helps.
    first = next(one.id for one in store.stories.list() if one.headline == "Berita A")
    whole = store.stories.get(first)
    store.stories.save(replace(whole, body="Isi ⟨nama⟩."))
    dialog.export.click()
    eventually(lambda: dialog.message.text().startswith("Paketnya tidak ditulis"))
    assert lines_of(dialog)["Berita A"][0] == "Masih ada isian yang belum diisi di naskah ini."
    assert not list((tmp_path / "keluar").glob("*"))
    assert store.versions.list(first) == []

    store.stories.save(replace(store.stories.get(first), body=whole.body))
    dialog.check()
    checked(dialog, eventually)
    dialog.export.click()
    eventually(dialog.open_folder.isVisible)
    (path,) = (tmp_path / "keluar").iterdir()
    assert dialog.message.text() == f"6 naskah tersimpan dalam satu paket:\n{path}"
    with ZipFile(path) as bundle:
        assert len([name for name in bundle.namelist() if name.startswith("artikel/")]) == 6
    assert "tetap diekspor: Mendesak" in store.versions.list(first)[0].note
    dialog.leave.click()
    window.activateWindow()
    eventually(window.isActiveWindow)

    dialog = exporting(window)  # and once more: what that would do is told, and asked
    QTest.keyClicks(dialog.override.edit, "Mendesak")
    dialog.together.click()
    assert any("Paket naskah ini" in line for line in lines_of(dialog)["Berita A"])
    dialog.export.click()
    sure = dialog.findChild(QMessageBox)
    offered = {button.text(): button for button in sure.buttons() if button.isVisible()}
    assert set(offered) == {"Ekspor semua", "Batal"}
    offered["Ekspor semua"].click()
    eventually(dialog.open_folder.isVisible)
    assert len(list((tmp_path / "keluar").iterdir())) == 2  # the first was left alone


def test_one_bundle_that_is_stopped_leaves_nothing(listed, exporting, eventually, tmp_path):
    window = listed(section="Pendidikan")
    dialog = exporting(window)
    dialog.together.click()
    dialog.export_wanted.connect(lambda _: dialog.reject())
    dialog.export.click()
    eventually(lambda: dialog.message.text() == "Ekspor dibatalkan; tidak ada yang ditulis.")
    assert dialog.export.isEnabled()
    assert not list((tmp_path / "keluar").glob("*"))


def test_an_export_that_is_stopped_says_how_many_it_has_written(
    listed, exporting, eventually, tmp_path
):
    window = listed(section="Pendidikan")
    dialog = exporting(window)
    seen = []
    dialog.stories.model().dataChanged.connect(lambda *_: seen or (seen.append(1), dialog.reject()))
    dialog.export.click()
    eventually(lambda: dialog.open_folder.isVisible())
    written = len(list((tmp_path / "keluar").glob("*.zip")))
    assert written > 0
    assert dialog.message.text().startswith(f"Ekspor dihentikan. {written} naskah tersimpan di")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_made_is_said_in_words(listed, exporting, eventually, tmp_path):
    window = listed(section="Pendidikan")
    (tmp_path / "berkas").write_text("")
    dialog = exporting(window, tmp_path / "berkas" / "keluar")
    dialog.export.click()
    eventually(lambda: "berkas dan folder tertukar" in dialog.message.text())
    assert dialog.export.isEnabled()
    dialog.destination.setText(str(tmp_path / "keluar"))
    dialog.export.click()
    eventually(lambda: "6 naskah tersimpan" in dialog.message.text())


def test_a_window_that_is_closed_meanwhile_ends_the_export(listed, exporting, eventually):
    window = listed(section="Pendidikan")
    dialog = exporting(window)
    dialog.export.click()
    window.close()
    eventually(lambda: not window.isVisible())


# A store that fails.


@pytest.fixture
def locked(newsroom, monkeypatch):
    """Another program holds the store; the window waits only a moment for it."""
    monkeypatch.setattr(database, "PATIENCE", 0.05)

    def hold():
        other = closing(sqlite3.connect(newsroom.home / DATABASE, isolation_level=None))
        connection = other.__enter__()
        connection.execute("BEGIN IMMEDIATE")
        return connection

    return hold


def test_a_store_held_by_another_program_is_said_in_words(listed, store, eventually, locked):
    window = listed()
    other = locked()
    click(window, "Berita A", CTRL)
    click(window, "Berita B", CTRL)
    click(window, "Berita Terbuka", CTRL)
    window.commands.of_list.move_on(
        [one.id for one in window.queue.list.chosen()], Status.SUBMITTED
    )
    eventually(lambda: "0 dari 2 naskah berubah; sisanya tidak." in window.banner.text)
    assert "program lain" in window.banner.text
    window.banner.clear()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Delete)
    eventually(lambda: "program lain" in window.banner.text)
    other.close()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Delete)
    eventually(lambda: window.banner.text == "2 naskah dipindah ke keranjang.")


def test_no_more_are_chosen_at_once_than_the_store_can_list_in_a_moment(
    writing, store, eventually, monkeypatch
):
    monkeypatch.setattr(listing, "PAGE", 10)
    for module in (story_queue, story_view):
        monkeypatch.setattr(module, "MOST_CHOSEN", 30)
    for number in range(50):
        store.stories.save(Story(headline=f"Berita {number}", body="panen"))
    window = writing("Isi.")
    eventually(lambda: window.queue.list.model().rowCount() == 51)
    window.actions_["choose_all"].trigger()
    eventually(lambda: window.queue.bar._count.text() == "30 terpilih")
    assert not window.queue.bar.every.isVisible()
    window.queue.search.setText("panen")
    eventually(lambda: window.queue.list.model().rowCount() == 50)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_End)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: window.queue.bar._count.text() == "30 terpilih")
    window.queue.list.choose_rows([1, 2])
    assert window.queue.bar.every.text() == "Pilih 30 pertama"
    QTest.keyClick(window.queue.list, Qt.Key.Key_A, CTRL)
    eventually(lambda: window.queue.bar._count.text() == "30 terpilih")
