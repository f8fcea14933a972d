"""What the program does by itself for the store, and what it tells of that."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.store.backup.automatic import choose_second
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.story.story import Story
from newsroom.ui.dialogs.backup.dialog import BackupDialog
from newsroom.ui.dialogs.details_dialog import DetailsDialog


def backups(newsroom) -> list[str]:
    folder = newsroom.home / BACKUPS
    made = (path.parent for path in folder.rglob("manifest.json"))
    return sorted(path.name for path in made if path.suffix != ".part")


def test_a_backup_is_made_when_it_is_due(writing, newsroom, eventually):
    window = writing("Warga memanen padi.")
    window.upkeep.look()
    eventually(lambda: len(backups(newsroom)) == 1)
    made = backups(newsroom)

    window.upkeep.look()  # and none again within the hour
    window.upkeep.close()
    assert backups(newsroom) == made


def test_a_backup_that_fails_is_told_once(writing, newsroom, eventually):
    window = writing("Warga memanen padi.")
    (newsroom.home / BACKUPS).write_text("bukan folder", encoding="utf-8")
    told = []
    window.upkeep.warned.connect(told.append)
    window.upkeep.look()
    eventually(lambda: told)
    assert window.banner.text == told[0]
    assert str(newsroom.home / BACKUPS) in told[0]
    window.upkeep.look()
    window.upkeep.look()
    window.upkeep.close()
    QApplication.processEvents()
    assert len(told) == 1


def test_a_second_place_that_is_away_is_said_once_and_holds_nothing_up(
    writing, newsroom, tmp_path, eventually
):
    stick = tmp_path / "stik"
    stick.mkdir()
    window = writing("Warga memanen padi.")
    choose_second(newsroom.home, stick)
    stick.rename(tmp_path / "dicabut")
    told, warned = [], []
    window.upkeep.away.connect(told.append)
    window.upkeep.warned.connect(warned.append)
    for _ in range(2):
        window.upkeep.look()
    eventually(lambda: backups(newsroom) and told)
    assert len(told) == 1
    assert warned == []
    assert str(stick) in window.banner.text

    QTest.mouseClick(window.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    dialog = window.findChild(BackupDialog)
    eventually(lambda: "Tidak ditemukan" in dialog.automatic.state.text())
    dialog.reject()
    (tmp_path / "dicabut").rename(stick)
    window.upkeep.look()
    eventually(lambda: window.banner.text == "")
    assert list(stick.glob("*/manifest.json"))


def test_what_a_person_asks_for_waits_for_a_backup_that_is_being_made(
    writing, newsroom, eventually
):
    window = writing("Warga memanen padi.")
    done = []
    window.upkeep.look()
    window.upkeep.run(lambda _: backups(newsroom), done.append)
    eventually(lambda: done)
    assert len(done[0]) == 1


def test_a_damaged_store_is_recovered_and_told_of(newsroom, open_window, eventually):
    with closing(newsroom.open_store()) as store:
        for name in ("Panen Raya", "Pasar Pagi"):
            store.stories.save(Story(headline=name, body=f"Isi {name}."))
    newsroom.back_up_if_due()
    database = newsroom.home / DATABASE
    database.write_bytes(b"\0" * 100 + database.read_bytes()[100:])

    window = open_window()
    eventually(lambda: "dipulihkan" in window.banner.text)
    assert "2 naskah" in window.banner.text
    eventually(lambda: window.queue.list.model().rowCount() == 2)
    QTest.mouseClick(window.banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DetailsDialog))
    assert "Berkas yang rusak disimpan di" in dialog.lines.toPlainText()
    dialog.accept()


def test_a_story_thrown_away_yesterday_stays_in_the_bin(writing, newsroom, store, eventually):
    window = writing("Warga memanen padi.")
    thrown = store.stories.save(Story(headline="Dibuang"))
    store.stories.discard(thrown.id)
    window.upkeep.look()
    eventually(lambda: backups(newsroom))
    window.upkeep.close()
    (binned,) = store.stories.bin()
    assert binned.story.id == thrown.id
    assert binned.discarded <= datetime.now(UTC)
