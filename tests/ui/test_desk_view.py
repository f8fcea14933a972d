"""The desk in the window: gone through, taken from, given out, looked at in many ways."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from newsroom.app.house_key import house_key
from newsroom.store.desk.views import AT_DESK, DeskView, Order, Whose
from newsroom.store.store import Store
from newsroom.story.noting import StepNote, note_mark
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.workflow import Status
from newsroom.ui.desk_view.daily_logging import DailyLogging
from newsroom.ui.desk_view.desk_model import COLUMNS
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.main_window import MainWindow
from newsroom.ui.review.tally import Tally

BUDI = Person("Budi Misal", Role.EDITOR)
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stories(store: Store) -> dict[str, Story]:
    """Six stories at the desk and a draft, by the first word of their headlines."""
    now, minute = datetime.now(UTC), timedelta(minutes=1)
    saved = {}
    for headline, status, left, told in (
        ("Banjir rendam desa", Status.SUBMITTED, -30, {"section": "Daerah"}),
        ("Cabai naik", Status.SUBMITTED, 200, {"section": "Ekonomi", "byline": ("Wati Misal",)}),
        ("Dana desa", Status.SUBMITTED, 400, {"editor": "Tuti Misal"}),
        ("Esai foto", Status.RETURNED, None, {}),
        ("Festival perahu", Status.READY, -90, {}),
        ("Gempa rekaan", Status.EDITING, 300, {"body": "Warga yang yang panik."}),
        ("Arsip lama", Status.DRAFT, None, {}),
    ):
        deadline = None if left is None else now + left * minute
        story = Story(headline=headline, status=status, deadline=deadline, **told)
        saved[headline.split()[0]] = store.stories.save(story)
    store.people.set_me(BUDI)
    return saved


@pytest.fixture
def at_desk(stories, open_window, eventually) -> Callable[[], MainWindow]:
    """Opens the window and the desk in it."""

    def opener() -> MainWindow:
        window = open_window()
        press(window, KEY.Key_3, Qt.KeyboardModifier.ControlModifier)
        eventually(lambda: shown(window))
        return window

    return opener


def press(window, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, held)


def page(window):
    return window.commands.at_desk.desking().page


def shown(window) -> list[str]:
    """The first words of the headlines in the table, from the top."""
    model = page(window).model
    return [model.line(row).headline.split()[0] for row in range(model.rowCount())]


def go_to(window, stories, name: str) -> None:
    page(window).table.go_to(stories[name].id)


def is_open(window, stories, name: str) -> bool:
    return window.desk.story is not None and window.desk.story.id == stories[name].id


def test_the_desk_comes_by_a_key_the_most_urgent_first_and_goes_by_esc(at_desk) -> None:
    window = at_desk()
    assert window.columns.stack.currentWidget() is page(window)
    assert shown(window) == ["Banjir", "Cabai", "Gempa", "Dana", "Esai", "Festival"]
    assert not window.columns.left.isVisible()
    assert not window.columns.right.isVisible()
    chips = page(window).chips.chips
    assert chips[AT_DESK].text() == "Di meja 6"
    assert chips[(Status.SUBMITTED,)].text() == "Diajukan 3"
    assert page(window).table.hasFocus()
    press(window, KEY.Key_Escape)
    assert window.columns.stack.currentWidget() is not page(window)
    assert window.columns.left.isVisible()
    assert not window.actions_["desk_view"].isChecked()


def test_enter_takes_a_story_that_was_handed_in_and_opens_it(
    at_desk, stories, store, eventually
) -> None:
    window = at_desk()
    press(window, KEY.Key_Return)
    eventually(lambda: is_open(window, stories, "Banjir"))
    assert window.columns.stack.currentWidget() is window.page
    assert window.desk.story.status is Status.EDITING
    assert store.desk.of([stories["Banjir"].id])[stories["Banjir"].id].holder == "Budi Misal"


def test_shift_enter_only_opens_it_and_so_does_enter_for_who_does_not_edit(
    at_desk, stories, store, eventually
) -> None:
    window = at_desk()
    press(window, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: is_open(window, stories, "Banjir"))
    store.people.set_me(Person("Wati Misal", Role.REPORTER))
    window.actions_["desk_view"].trigger()
    eventually(lambda: window.commands.at_desk.desking()._known.me.role is Role.REPORTER)
    go_to(window, stories, "Cabai")
    page(window).table.setFocus()
    press(window, KEY.Key_Return)
    eventually(lambda: is_open(window, stories, "Cabai"))
    statuses = {store.stories.get(stories[name].id).status for name in ("Banjir", "Cabai")}
    assert statuses == {Status.SUBMITTED}


def test_the_next_key_goes_on_from_the_text_with_every_word_saved(
    at_desk, stories, store, newsroom, eventually
) -> None:
    own = newsroom.home / "house" / "infobanten.toml"
    own.parent.mkdir()
    own.write_text("checklist = []\n")
    window = at_desk()
    press(window, KEY.Key_Return)
    eventually(lambda: is_open(window, stories, "Banjir"))
    eventually(window.page.body.hasFocus)
    QTest.keyClicks(window.page.body, "Air surut.")
    window.actions_["to_ready"].trigger()
    press(window, KEY.Key_F12)
    press(window, KEY.Key_2, CONTROL | Qt.KeyboardModifier.ShiftModifier)  # of the next one
    eventually(lambda: is_open(window, stories, "Cabai"))
    eventually(lambda: store.stories.get(stories["Cabai"].id).status is Status.EDITING)
    done = store.stories.get(stories["Banjir"].id)
    assert (done.status, done.body) == (Status.READY, "Air surut.")
    assert not window.actions_["next_story"].autoRepeat()
    press(window, KEY.Key_F12)
    eventually(lambda: is_open(window, stories, "Gempa"))
    press(window, KEY.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: is_open(window, stories, "Cabai"))


def test_the_next_key_stays_where_a_step_is_refused(at_desk, stories, eventually) -> None:
    window = at_desk()
    press(window, KEY.Key_Return)
    eventually(lambda: is_open(window, stories, "Banjir"))
    window.actions_["to_ready"].trigger()
    press(window, KEY.Key_F12)
    eventually(lambda: window.banner.text.startswith("Belum siap tayang"))
    QTest.qWait(200)
    assert is_open(window, stories, "Banjir")


def test_the_next_key_says_calmly_that_nothing_waits(at_desk, stories, store, eventually) -> None:
    store.desk_views.remember(DeskView(section="Daerah"))
    window = at_desk()
    eventually(lambda: shown(window) == ["Banjir"])
    press(window, KEY.Key_F12)
    eventually(lambda: is_open(window, stories, "Banjir"))
    press(window, KEY.Key_F12)
    told = "Di tampilan ini tidak ada lagi yang menunggu; di luarnya masih 3 naskah."
    eventually(lambda: window.banner.text == told)
    assert is_open(window, stories, "Banjir")
    window.banner._button.click()
    eventually(lambda: len(shown(window)) == 6)
    left = [stories[name].id for name in ("Cabai", "Dana", "Gempa")]
    store.stories.change_status(left, Status.RETURNED, note_mark(StepNote("Lengkapi.")))
    press(window, KEY.Key_F12)
    eventually(lambda: window.banner.text == "Tidak ada naskah lain yang menunggu.")
    assert is_open(window, stories, "Banjir")
    assert not window.banner._button.isVisible()


def test_what_somebody_else_edits_is_passed_over(stories, store, open_window, eventually) -> None:
    """And the desk need not have been looked at."""
    store.people.set_me(Person("Tuti Misal", Role.EDITOR))
    store.stories.change_status([stories["Banjir"].id], Status.EDITING)
    store.people.set_me(BUDI)
    window = open_window()
    press(window, KEY.Key_F12)
    window.commands.at_desk.desking().refresh()  # as when the list of stories has changed
    eventually(lambda: is_open(window, stories, "Cabai"))


def test_a_status_is_given_to_what_is_chosen_and_not_to_the_story_behind_the_desk(
    at_desk, stories, store, eventually
) -> None:
    window = at_desk()
    press(window, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: is_open(window, stories, "Banjir"))
    window.actions_["desk_view"].trigger()
    eventually(lambda: page(window).table.isVisible())
    for name in ("bold", "undo", "discard", "paste_plain"):
        assert not window.actions_[name].isEnabled()
    go_to(window, stories, "Esai")
    assert not window.actions_["to_editing"].isEnabled()
    go_to(window, stories, "Cabai")
    window.actions_["to_editing"].trigger()
    cabai, banjir = stories["Cabai"].id, stories["Banjir"].id
    eventually(lambda: store.stories.get(cabai).status is Status.EDITING)
    assert store.stories.get(banjir).status is Status.SUBMITTED
    eventually(lambda: page(window).model.line(1).holder == "Budi Misal")
    press(window, KEY.Key_Escape)
    assert window.actions_["bold"].isEnabled()
    assert window.page.body.hasFocus()


def test_the_keyboard_goes_with_what_is_taken_and_not_with_what_is_passed(
    at_desk, stories, newsroom, eventually
) -> None:
    own = newsroom.home / "house" / "infobanten.toml"
    own.parent.mkdir()
    own.write_text("checklist = []\n")
    window = at_desk()
    window.resize(1000, 420)  # so that not all is seen
    table = page(window).table

    def at_hand() -> str:
        assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
        return table.at_hand.headline.split()[0]

    go_to(window, stories, "Gempa")
    window.actions_["to_ready"].trigger()
    eventually(lambda: shown(window)[-1] == "Gempa")
    assert at_hand() == "Dana"
    page(window).filters.put_in_order(Order.STATUS)
    assert (shown(window)[-1], at_hand()) == ("Gempa", "Banjir")
    window.actions_["to_editing"].trigger()
    eventually(lambda: shown(window).index("Banjir") == 2)
    assert at_hand() == "Banjir"


def test_stories_are_given_to_an_editor_several_at_once(
    at_desk, stories, store, eventually
) -> None:
    window = at_desk()
    press(window, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: is_open(window, stories, "Banjir"))
    window.actions_["desk_view"].trigger()
    eventually(lambda: page(window).table.isVisible() and len(shown(window)) == 6)
    go_to(window, stories, "Banjir")
    page(window).table.setFocus()
    press(window, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(window, KEY.Key_F2)
    menu = next(m for m in page(window).table.findChildren(QMenu) if m.isVisible())
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Saya (Budi Misal)", "Tuti Misal", "Nama lain…", "Lepas penugasan"]
    QTest.keyClick(menu, KEY.Key_Return)
    for name in ("Banjir", "Cabai"):
        eventually(lambda id=stories[name].id: store.stories.get(id).editor == "Budi Misal")
    assert window.desk.story.editor == "Budi Misal"
    model = page(window).model
    eventually(lambda: model.line(0).editor == model.line(1).editor == "Budi Misal")
    assert window.banner.text == "2 naskah ditugaskan kepada Budi Misal."


def test_letters_seek_and_every_filter_is_remembered(
    at_desk, open_window, store, eventually
) -> None:
    window = at_desk()
    QTest.keyClicks(page(window).table, "d")
    assert page(window).filters.text.hasFocus()
    QTest.keyClicks(page(window).filters.text, "esa")
    page(window).show_view(DeskView())  # as when the stories are read anew meanwhile
    eventually(lambda: sorted(shown(window)) == ["Banjir", "Dana"])
    editor = page(window).filters.editor
    editor.setCurrentIndex(editor.findText("Belum ditugaskan"))
    editor.activated.emit(editor.currentIndex())
    assert shown(window) == ["Banjir"]
    assert page(window)._told.text().startswith("1 dari 6 naskah · ")
    page(window).filters.section.setCurrentText("Ekonomi")
    page(window).filters.section.activated.emit(page(window).filters.section.currentIndex())
    assert shown(window) == []
    assert page(window).whole.isVisible()
    wanted = DeskView(text="desa", whose=Whose.NOBODY, section="Ekonomi")
    eventually(lambda: store.desk_views.last() == wanted)
    page(window).whole.click()
    assert len(shown(window)) == 6


def test_columns_order_the_table_and_turn_it_round(at_desk) -> None:
    window = at_desk()
    heads = page(window).table.horizontalHeader()
    at = COLUMNS.index(Order.HEADLINE)
    inside = QPoint(heads.sectionViewportPosition(at) + 20, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert shown(window) == ["Banjir", "Cabai", "Dana", "Esai", "Festival", "Gempa"]
    page(window).filters.way.click()
    assert shown(window)[0] == "Gempa"


def test_a_wide_table_gives_names_more_room_and_a_narrow_one_leaves_columns_out(at_desk) -> None:
    table, editor = page(at_desk()).table, COLUMNS.index(Order.EDITOR)
    table.resize(1200, 400)
    usual = table.columnWidth(editor)
    table.resize(1900, 400)
    assert table.columnWidth(editor) > usual + 50
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) == table.viewport().width()
    table.resize(700, 400)
    assert table.isColumnHidden(editor)


def test_other_statuses_are_shown_on_wish(at_desk, eventually) -> None:
    window = at_desk()
    page(window).chips.chosen.emit((Status.DRAFT,))
    eventually(lambda: shown(window) == ["Arsip"])
    assert page(window).chips.others.text() == "Draf 1 ▾"
    page(window).chips.chips[(Status.RETURNED,)].click()
    assert shown(window) == ["Esai"]


def test_a_view_is_kept_used_and_removed_with_a_way_back(at_desk, store, eventually) -> None:
    window = at_desk()
    filters = page(window).filters
    page(window).chips.chips[(Status.READY,)].click()
    filters.keeping_wanted.emit()
    dialog = next(d for d in window.findChildren(NameDialog) if d.isVisible())
    QTest.keyClicks(dialog.name, "Untuk unggah")
    QTest.keyClick(dialog.name, KEY.Key_Return)
    eventually(lambda: filters.views.text() == "Untuk unggah")
    filters.use(DeskView())
    assert (len(shown(window)), filters.views.text()) == (6, "Tampilan")
    filters.show_views([DeskView(name := "Semua, " * 9), *filters.views_kept])
    assert filters.views.accessibleDescription() == name
    assert filters.views.sizeHint().width() < 220  # and stays beside the other fields
    filters.menu.aboutToShow.emit()
    next(one for one in filters.menu.actions() if one.text() == "Untuk unggah").trigger()
    assert shown(window) == ["Festival"]
    filters.menu.aboutToShow.emit()
    next(one for one in filters.menu.actions() if one.text().startswith("Hapus")).trigger()
    eventually(lambda: store.desk_views.list() == [])
    eventually(window.banner._button.isVisible)
    window.banner._button.click()
    eventually(lambda: [one.name for one in store.desk_views.list()] == ["Untuk unggah"])


def test_findings_are_counted_behind_the_desk_once_for_each_revision(
    at_desk, stories, store, newsroom, eventually
) -> None:
    window = at_desk()
    eventually(lambda: all(page(window).model.line(row).found for row in range(6)))
    row = page(window).model.row_of(stories["Gempa"].id)
    counted = page(window).model.line(row).found
    kept = store.desk.of([stories["Gempa"].id])[stories["Gempa"].id].found
    assert (kept.errors, kept.warnings, kept.hints) == counted
    assert kept.house == house_key(newsroom.home, "infobanten")
    page(window).filters.with_findings.click()
    assert len(shown(window)) == 6
    desking, esai = window.commands.at_desk.desking(), stories["Esai"]
    desking.counts.counted.emit(esai.id, esai.revision, Tally(0, 0, 0))
    assert sorted({*stories} - {*shown(window)}) == ["Arsip", "Esai"]
    # What the list of findings shows of the open story is the same.
    page(window).table.go_to(stories["Gempa"].id)
    page(window).table.setFocus()
    press(window, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    eventually(lambda: is_open(window, stories, "Gempa") and window.is_settled)
    eventually(lambda: window.findings.progress.share is None and window.findings.found)
    assert len(window.findings.found) == sum(counted)


def test_space_shows_what_a_story_says(at_desk, stories, eventually) -> None:
    window = at_desk()
    go_to(window, stories, "Gempa")
    press(window, KEY.Key_Space)
    eventually(lambda: "Warga yang yang panik." in page(window).text.toPlainText())
    go_to(window, stories, "Cabai")
    eventually(lambda: page(window).text.toPlainText() == "Cabai naik")
    press(window, KEY.Key_Space)
    assert not page(window).text.isVisible()


def test_every_cell_says_what_it_is(at_desk, stories) -> None:
    window = at_desk()
    model, role = page(window).model, Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(0, at).data(role) for at in range(len(COLUMNS))]
    assert said == [
        "Banjir rendam desa. Diajukan. Tenggat: Lewat 30 menit.",
        "Diajukan",
        "Sejak: baru saja",
        "Tenggat: Lewat 30 menit",
        "Kata: 0",
        said[5],
        "Komentar: tidak ada",
        "Wartawan: tidak ada",
        "Belum ditugaskan",
    ]
    assert said[5].startswith("Temuan: ")


def test_the_log_of_the_day_is_shown_copied_and_saved(
    at_desk, stories, store, eventually, tmp_path: Path
) -> None:
    window = at_desk()
    note = note_mark(StepNote("Lengkapi."))
    store.stories.change_status([stories["Cabai"].id], Status.RETURNED, note)
    store.stories.change_status([stories["Banjir"].id], Status.EDITING)
    window.actions_["daily_log"].trigger()
    logging = window.findChild(DailyLogging)
    rows = logging.dialog.table.model()
    eventually(lambda: rows.rowCount() == 2)
    assert logging.dialog.people.model().index(0, 0).data() == "Budi Misal"
    logging.dialog.kind.setCurrentText("Dikembalikan 1")
    logging.dialog.kind.activated.emit(logging.dialog.kind.currentIndex())
    assert (rows.rowCount(), rows.index(0, 4).data()) == (1, "Lengkapi.")
    logging.dialog.copy.click()
    assert "Budi Misal: 1 dikembalikan, 1 disunting" in QGuiApplication.clipboard().text()
    logging.dialog.save.click()
    asked = logging.dialog.findChild(QFileDialog)
    assert Path(asked.selectedFiles()[0]).match("log-harian-*.csv")
    asked.setDirectory(str(tmp_path))
    asked.selectFile("log")  # without an ending
    asked.accept()
    path = tmp_path / "log.csv"
    eventually(path.is_file)
    eventually(lambda: "log.csv" in logging.dialog.message.text())
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, row = csv.DictReader(file, delimiter=";")  # of all steps
    assert (row["Judul"], row["Menjadi"]) == ("Banjir rendam desa", "Disunting")
    yesterday = logging.dialog.days[0] - timedelta(days=1)
    logging.dialog.activateWindow()
    eventually(logging.dialog.isActiveWindow)
    logging.dialog.first.setFocus()
    press(window, KEY.Key_Tab)  # from the first day to the last
    assert logging.dialog.last.hasFocus()
    buttons = logging.dialog.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Kemarin").click()
    eventually(lambda: logging.dialog.note.isVisible())
    assert logging.dialog.days == (yesterday, yesterday)
    assert not logging.dialog.save.isEnabled()
    logging.dialog.reject()
