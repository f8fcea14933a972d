"""“Cadangan”: made, looked through, brought back and proved in the window."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from newsroom.store.backup.automatic import back_up_if_due, choose_second, read_settings
from newsroom.store.backup.restore import restore_to
from newsroom.store.backup.verify import verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.ui.archive.backing_up import BackingUp
from newsroom.ui.dialogs.backup.dialog import BackupDialog
from newsroom.ui.dialogs.backup.make_dialog import MakeDialog
from newsroom.ui.dialogs.backup.merge_dialog import MergeDialog
from newsroom.ui.dialogs.backup.passphrase_dialog import NewPassphraseDialog
from newsroom.ui.dialogs.backup.restore_dialog import RestoreDialog
from newsroom.ui.dialogs.details_dialog import DetailsDialog
from newsroom.ui.dialogs.opening_dialog import OpeningDialog
from newsroom.ui.dialogs.palette import CommandPalette
from tests.store.backup.conftest import quick_passphrases  # noqa: F401 - used by itself
from tests.store.backup.test_automatic import files_no_larger_than

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
WORD = "kopi pahit rekaan"


@pytest.fixture
def opened(writing, eventually):
    """Opens the window with a story, and the backups over it once they are listed."""

    def opener(body: str = "Warga memanen padi.") -> tuple:
        window = writing(body)
        return window, show(window, eventually)

    return opener


def show(window, eventually) -> BackupDialog:
    window.actions_["backups"].trigger()
    dialog = window.findChild(BackupDialog)
    eventually(lambda: dialog.automatic.limit.count())
    return dialog


def leave(window, dialog: BackupDialog, eventually) -> None:
    dialog.reject()
    eventually(lambda: window.findChild(BackingUp) is None)


def press(button: QWidget) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def child(dialog: BackupDialog, kind: type, eventually):
    """Return the dialog of a kind that lies over this one."""

    def there() -> list:
        return [one for one in dialog.findChildren(kind) if one.isVisible()]

    eventually(there)
    return there()[-1]


def told(dialog: BackupDialog, eventually) -> str:
    """Wait for what is under way, and return what is said of it."""
    eventually(lambda: not dialog.foot.is_working and dialog.foot.message.text())
    return dialog.foot.message.text()


def make(dialog: BackupDialog, eventually, folder: Path | None = None, word: str = "") -> str:
    press(dialog.make)
    asked = child(dialog, MakeDialog, eventually)
    if folder is not None:
        asked.elsewhere.click()
        QTest.keyClicks(asked.folder.line, str(folder))
    if word:
        asked.lock.click()
        QTest.keyClicks(asked.passphrase.first, word)
        QTest.keyClicks(asked.passphrase.second, word)
    press(asked.go)
    return told(dialog, eventually)


def rows(dialog: BackupDialog) -> list[list[str]]:
    model = dialog.list.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose_file(dialog: QWidget, path: Path, eventually) -> None:
    asked = child(dialog, QFileDialog, eventually)
    asked.close()
    asked.fileSelected.emit(str(path))


def open_other(dialog: BackupDialog, path: Path, eventually) -> None:
    dialog.list.other.menu().actions()[0].trigger()
    choose_file(dialog, path, eventually)
    eventually(lambda: path in [one.path for one in dialog.list.backups])


def headlines(home: Path) -> list[str]:
    with closing(Store.open(home)) as store:
        return sorted(one.headline for one in store.stories.list())


def test_it_is_found_by_its_words_and_walked_through_by_keyboard(writing, eventually):
    window = writing("Warga memanen padi.")
    back_up_if_due(window.desk.newsroom.home)
    QTest.keyClick(window, KEY.Key_P, Qt.KeyboardModifier.ControlModifier | SHIFT)
    palette = window.findChild(CommandPalette)
    QTest.keyClicks(QApplication.focusWidget(), "backup")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert not palette.isVisible()
    eventually(lambda: window.findChild(BackupDialog))
    dialog = window.findChild(BackupDialog)
    eventually(lambda: dialog.list.table.hasFocus())

    QTest.keyClick(dialog.list.table, KEY.Key_Return)
    asked = child(dialog, RestoreDialog, eventually)
    QTest.keyClick(asked, KEY.Key_Escape)
    QTest.keyClick(dialog, KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert dialog.automatic.isVisible()
    QTest.keyClick(dialog, KEY.Key_Escape)
    eventually(lambda: window.findChild(BackingUp) is None)


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_every_control_says_what_it_is(opened, eventually):
    _, dialog = opened()
    for name in ("list", "automatic", "plain"):
        dialog.tabs.choose(name)
        nameless = [
            widget
            for widget in dialog.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not (widget.accessibleName() or widget.property("text"))
            and not (isinstance(widget, QLineEdit) and widget.placeholderText())
        ]
        assert nameless == []


def test_a_backup_asked_for_is_in_the_list(opened, eventually):
    _, dialog = opened()
    assert rows(dialog) == []
    said = make(dialog, eventually)
    assert "1 naskah dan 0 foto" in said
    eventually(lambda: rows(dialog))
    ((when, kind, stories, _, where, sealed),) = rows(dialog)
    assert when.startswith("Hari ini, ")
    assert (kind, stories, where, sealed) == ("Diminta", "1", "Komputer ini", "Tidak")


def test_the_last_words_are_in_it(opened, writing, tmp_path, eventually):
    window = writing("Warga memanen padi.")
    QTest.keyClicks(window.page.body, "Kemarin ")
    dialog = show(window, eventually)
    eventually(lambda: window.desk.is_safe)
    make(dialog, eventually, tmp_path)
    (made,) = tmp_path.glob("cadangan-newsroom-*")
    restore_to(made, tmp_path / "lain")
    with closing(Store.open(tmp_path / "lain")) as store:
        (story,) = store.stories.list()
        assert "Kemarin" in store.stories.get(story.id).body


def test_those_that_were_asked_for_outlive_the_hour(opened, newsroom, store, eventually):
    window, dialog = opened()
    make(dialog, eventually)
    make(dialog, eventually)
    leave(window, dialog, eventually)
    store.stories.save(Story(headline="Hujan"))
    back_up_if_due(newsroom.home)
    dialog = show(window, eventually)
    eventually(lambda: len(rows(dialog)) == 3)
    assert sorted(row[1] for row in rows(dialog)) == ["Diminta", "Diminta", "Otomatis"]


# A passphrase.


def test_two_passphrases_that_differ_make_no_backup(opened, tmp_path, eventually):
    _, dialog = opened()
    press(dialog.make)
    asked = child(dialog, MakeDialog, eventually)
    asked.lock.click()
    press(asked.go)
    assert "Tulis dulu" in asked.fault.text()
    QTest.keyClicks(asked.passphrase.first, "kopi")
    QTest.keyClicks(asked.passphrase.second, "kopy")
    QTest.keyClick(asked.passphrase.second, KEY.Key_Return)
    assert "tidak sama" in asked.fault.text()
    assert asked.isVisible()
    assert not dialog.foot.is_working
    assert asked.passphrase.first.echoMode() is QLineEdit.EchoMode.Password


def test_a_locked_backup_is_asked_for_its_passphrase_until_it_fits(
    opened, newsroom, tmp_path, eventually, caplog, capfd
):
    _, dialog = opened()
    stick = tmp_path / "stik"
    stick.mkdir()
    make(dialog, eventually, stick, WORD)
    (made,) = stick.iterdir()
    open_other(dialog, made, eventually)
    assert rows(dialog)[0][4:] == ["Tempat lain", "Ada"]

    press(dialog.list.proof)
    asked = child(dialog, OpeningDialog, eventually)
    QTest.keyClicks(asked.field, "salah")
    press(asked.go)
    eventually(lambda: not dialog.foot.is_working and not asked_is_shown(dialog, asked))
    again = child(dialog, OpeningDialog, eventually)
    assert "Kata sandi cadangan salah" in again.fault.text()
    QTest.keyClicks(again.field, WORD)
    QTest.keyClick(again.field, KEY.Key_Return)
    assert "utuh: 1 naskah" in told(dialog, eventually)

    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(WORD.encode() in content for content in kept)
    assert WORD not in caplog.text + "".join(capfd.readouterr())


def asked_is_shown(dialog: BackupDialog, asked: QWidget) -> bool:
    """Say whether it is still the first question that is shown."""
    shown = [one for one in dialog.findChildren(OpeningDialog) if one.isVisible()]
    return not shown or asked in shown


# Bringing back.


def test_a_new_folder_gets_all_of_it(opened, tmp_path, eventually):
    window, dialog = opened()
    make(dialog, eventually)
    eventually(lambda: rows(dialog))
    to = tmp_path / "baru"
    for place, where in ((to, to), (tmp_path, None)):
        press(dialog.list.restore)
        asked = child(dialog, RestoreDialog, eventually)
        asked.anew.click()
        press(asked.go)
        assert "Pilih dulu" in asked.fault.text()
        QTest.keyClicks(asked.folder.line, str(place))
        press(asked.go)
        eventually(dialog.isEnabled)
        said = told(dialog, eventually)
        assert said.startswith("Dipulihkan: 1 naskah")
        made = where or next(tmp_path.glob("data-newsroom-*"))  # not among what is there
        assert str(made) in said
        assert headlines(made) == [window.desk.story.headline]


def test_merging_says_first_what_it_will_do(opened, newsroom, store, tmp_path, eventually):
    other = Store.open(tmp_path / "sana")
    other.stories.save(Story(headline="Jembatan Rekaan Dibuka"))
    other.words.add("Latsar")
    other.close()
    made = back_up_to(tmp_path / "sana", tmp_path / "dari-sana.zip")
    window, dialog = opened()
    open_other(dialog, made.path, eventually)

    press(dialog.list.restore)
    press(child(dialog, RestoreDialog, eventually).go)
    before = child(dialog, MergeDialog, eventually)
    assert before.accessibleDescription() == "1 naskah tidak ada di sini: ditambahkan"
    assert before.rows.index(0, 1).data() == "Jembatan Rekaan Dibuka"
    assert len(store.stories.list()) == 1  # nothing has been done yet
    QTest.keyClick(before, KEY.Key_Return)
    said = told(dialog, eventually)

    assert "1 naskah ditambahkan, 1 kata kamus ditambahkan" in said
    assert {one.headline for one in store.stories.list()} == {
        "Jembatan Rekaan Dibuka",
        "Warga Rekaan Membaca",
    }
    assert "Latsar" in window.desk.words.all
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    eventually(lambda: "Sebelum penggabungan" in [row[1] for row in rows(dialog)])

    press(dialog.list.restore)
    press(child(dialog, RestoreDialog, eventually).go)
    assert "sudah ada di sini" in told(dialog, eventually)


def test_a_newer_state_of_the_open_story_is_shown_at_once(
    opened, newsroom, store, tmp_path, eventually
):
    window, dialog = opened()
    story = window.desk.story
    there = tmp_path / "sana"
    restore_to(back_up_to(newsroom.home, tmp_path / "bawa").path, there)
    with closing(Store.open(there)) as other:
        taken = other.stories.get(story.id)
        other.versions.mark(taken, Mark(StepKind.EXPORT))
        other.stories.save(replace(taken, body="Warga memanen padi dan jagung."))
    made = back_up_to(there, tmp_path / "pulang")
    open_other(dialog, made.path, eventually)

    press(dialog.list.restore)
    press(child(dialog, RestoreDialog, eventually).go)
    before = child(dialog, MergeDialog, eventually)
    assert "lebih baru di cadangan" in before.accessibleDescription()
    press(before.go)
    told(dialog, eventually)
    dialog.reject()
    eventually(lambda: window.page.body.text() == "Warga memanen padi dan jagung.")
    window.page.body.setFocus()
    QTest.keyClicks(window.page.body, "Siang ini ")
    eventually(lambda: window.desk.is_safe)
    assert len(store.stories.list()) == 1  # it has not become two


# What is wrong, in words.


def test_a_backup_cut_short_says_so(opened, eventually):
    _, dialog = opened()
    make(dialog, eventually)
    eventually(lambda: rows(dialog))
    database = dialog.list.backups[0].path / DATABASE
    database.write_bytes(database.read_bytes()[:5000])

    press(dialog.list.proof)
    assert "tidak utuh: 1 kesalahan" in told(dialog, eventually)
    press(dialog.foot.details)
    assert "rusak" in child(dialog, DetailsDialog, eventually).lines.toPlainText()
    child(dialog, DetailsDialog, eventually).accept()

    press(dialog.list.restore)
    press(child(dialog, RestoreDialog, eventually).go)
    eventually(lambda: "rusak: newsroom.db" in told(dialog, eventually))


def test_a_backup_without_its_head_is_in_the_list_and_not_to_be_restored(
    writing, newsroom, eventually
):
    window = writing("Satu.")
    made = back_up_if_due(newsroom.home).first
    (made.path / "manifest.json").write_text('{"format": "newsroom-ba', encoding="utf-8")
    dialog = show(window, eventually)
    eventually(lambda: rows(dialog))
    assert rows(dialog)[0][1] == "Rusak, tidak terbaca"
    assert not dialog.list.restore.isEnabled()
    press(dialog.list.proof)
    assert "rusak, atau bukan cadangan" in told(dialog, eventually)


def test_a_folder_that_is_gone_says_so_and_is_not_made(opened, tmp_path, eventually):
    _, dialog = opened()
    said = make(dialog, eventually, tmp_path / "stik")
    assert "tidak ada. Pasang cakramnya" in said
    assert not (tmp_path / "stik").exists()


def test_a_full_disk_says_so_and_leaves_nothing(opened, store, tmp_path, eventually):
    _, dialog = opened()
    picture = tmp_path / "besar.jpg"
    picture.write_bytes(b"x" * 4_000_000)
    photo = Photo("besar.jpg", digest=store.media.add(picture))
    store.stories.save(Story(headline="Besar", photos=(photo,)))
    stick = tmp_path / "stik"
    stick.mkdir()
    with files_no_larger_than(2_000_000):
        said = make(dialog, eventually, stick)
    assert "Ruang cakram habis" in said
    assert list(stick.iterdir()) == []
    assert "naskah" in make(dialog, eventually, stick)  # there is room again


def test_a_place_that_can_not_be_written_says_so(opened, newsroom, eventually):
    _, dialog = opened()
    (newsroom.home / "backups").write_text("bukan folder", encoding="utf-8")
    said = make(dialog, eventually)
    assert str(newsroom.home / "backups") in said
    assert dialog.foot.message.property("role") == "error"
    assert dialog.make.isEnabled()
    assert dialog.make.isVisible()


# While something is done.


def test_esc_stops_what_is_under_way_and_leaves_nothing(opened, tmp_path, eventually):
    window, dialog = opened()
    gate = threading.Event()
    window.upkeep.run(lambda _: gate.wait())
    press(dialog.make)
    asked = child(dialog, MakeDialog, eventually)
    asked.elsewhere.click()
    QTest.keyClicks(asked.folder.line, str(tmp_path))
    before = sorted(tmp_path.iterdir())
    press(asked.go)
    assert dialog.foot.is_working
    assert not dialog.stack.isEnabled()
    assert not dialog.make.isVisible()
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert "Membatalkan" in dialog.foot.message.text()
    gate.set()
    eventually(lambda: not dialog.foot.is_working)
    assert dialog.foot.message.text() == "Dibatalkan. Tidak ada yang tertinggal."
    assert sorted(tmp_path.iterdir()) == before
    assert dialog.isVisible()
    QTest.keyClick(dialog, KEY.Key_Escape)
    eventually(lambda: window.findChild(BackupDialog) is None)


def test_esc_stops_the_backup_before_a_merge(opened, newsroom, store, tmp_path, eventually):
    with closing(Store.open(tmp_path / "sana")) as other:
        other.stories.save(Story(headline="Jembatan Rekaan Dibuka"))
    made = back_up_to(tmp_path / "sana", tmp_path / "dari-sana.zip")
    window, dialog = opened()
    open_other(dialog, made.path, eventually)
    press(dialog.list.restore)
    press(child(dialog, RestoreDialog, eventually).go)
    before = child(dialog, MergeDialog, eventually)
    gate = threading.Event()
    window.upkeep.run(lambda _: gate.wait())
    press(before.go)
    assert dialog.foot.is_working
    QTest.keyClick(dialog, KEY.Key_Escape)
    gate.set()
    assert told(dialog, eventually).startswith("Dibatalkan.")
    assert headlines(newsroom.home) == ["Warga Rekaan Membaca"]
    assert not list((newsroom.home / BACKUPS).glob("*/manifest.json"))


def test_closing_the_window_stops_it(opened, tmp_path, eventually):
    window, dialog = opened()
    gate = threading.Event()
    window.upkeep.run(lambda _: gate.wait())
    press(dialog.make)
    press(child(dialog, MakeDialog, eventually).go)
    window.upkeep.ending.connect(gate.set)
    window.desk.give_up()
    window.close()
    assert not list((window.desk.newsroom.home / "backups").glob("*/manifest.json"))


# What is made by itself.


def test_a_second_place_is_chosen_remembered_and_left(opened, newsroom, tmp_path, eventually):
    window, dialog = opened()
    home, stick = newsroom.home, tmp_path / "stik"
    stick.mkdir()
    dialog.tabs.choose("automatic")
    press(dialog.automatic.choose)
    choose_file(dialog, stick, eventually)
    eventually(lambda: read_settings(home).second == stick)
    eventually(lambda: dialog.automatic.end.isVisible())
    assert "Terpasang" in dialog.automatic.state.text()

    window.upkeep.look()
    eventually(lambda: list(stick.glob("*/manifest.json")))
    leave(window, dialog, eventually)
    dialog = show(window, eventually)
    eventually(lambda: len(rows(dialog)) == 2)
    assert sorted(row[4] for row in rows(dialog)) == ["Komputer ini", "Tempat kedua"]

    dialog.tabs.choose("automatic")
    press(dialog.automatic.end)
    eventually(lambda: read_settings(home).second is None)
    eventually(lambda: not dialog.automatic.end.isVisible())
    assert list(stick.glob("*/manifest.json"))  # what was made there stays


def test_a_second_place_is_locked_and_opened_again(writing, newsroom, tmp_path, eventually):
    stick = tmp_path / "stik"
    stick.mkdir()
    window = writing("Satu.")
    choose_second(newsroom.home, stick)
    dialog = show(window, eventually)
    dialog.tabs.choose("automatic")
    press(dialog.automatic.close_)
    asked = child(dialog, NewPassphraseDialog, eventually)
    QTest.keyClicks(asked.passphrase.first, WORD)
    QTest.keyClicks(asked.passphrase.second, WORD)
    press(asked.go)
    eventually(lambda: read_settings(newsroom.home).seal)
    eventually(lambda: dialog.automatic.open_.isVisible())
    press(dialog.automatic.open_)
    eventually(lambda: read_settings(newsroom.home).seal is None)
    assert read_settings(newsroom.home).second == stick


def test_a_second_place_that_is_gone_is_said_where_it_is_set(
    writing, newsroom, tmp_path, eventually
):
    stick = tmp_path / "stik"
    stick.mkdir()
    window = writing("Satu.")
    choose_second(newsroom.home, stick)
    stick.rename(tmp_path / "dicabut")
    dialog = show(window, eventually)
    dialog.tabs.choose("automatic")
    assert "Tidak ditemukan" in dialog.automatic.state.text()


def test_a_folder_within_the_data_is_no_second_place(opened, newsroom, eventually):
    _, dialog = opened()
    dialog.automatic.second_wanted.emit(newsroom.home / "media")
    assert "bagian dari data Newsroom sendiri" in told(dialog, eventually)
    assert read_settings(newsroom.home).second is None


def test_the_limit_is_remembered(opened, newsroom, eventually):
    _, dialog = opened()
    dialog.tabs.choose("automatic")
    limit = dialog.automatic.limit
    assert limit.currentText() == "4 GB"
    limit.setFocus()
    QTest.keyClick(limit, KEY.Key_Down)
    eventually(lambda: read_settings(newsroom.home).rhythm.most_bytes == 8_000_000_000)


# Plain files, and the proof.


def test_everything_comes_out_as_plain_files_and_goes_on(opened, store, tmp_path, eventually):
    _, dialog = opened()
    dialog.tabs.choose("plain")
    assert not dialog.plain.export.isEnabled()
    QTest.keyClicks(dialog.plain.folder.line, str(tmp_path / "semua"))
    QTest.keyClick(dialog.plain.folder.line, KEY.Key_Return)
    assert told(dialog, eventually).startswith("1 naskah ditulis, 0 sudah ada")
    assert len(list((tmp_path / "semua").rglob("story.md"))) == 1
    store.stories.save(Story(headline="Hujan"))
    press(dialog.plain.export)
    eventually(lambda: told(dialog, eventually).startswith("1 naskah ditulis, 1 sudah ada"))


def test_a_folder_with_other_things_in_it_is_refused(opened, tmp_path, eventually):
    _, dialog = opened()
    (tmp_path / "foto.jpg").write_bytes(b"x")
    dialog.tabs.choose("plain")
    QTest.keyClicks(dialog.plain.folder.line, str(tmp_path))
    press(dialog.plain.export)
    assert "sudah berisi berkas lain" in told(dialog, eventually)


def test_the_data_are_proved(opened, newsroom, eventually):
    _, dialog = opened()
    dialog.tabs.choose("plain")
    press(dialog.plain.proof)
    assert told(dialog, eventually).startswith("Data di komputer ini utuh: 1 naskah")
    assert verify_store(newsroom.home).is_good
