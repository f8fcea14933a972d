"""A store that a program has open is not replaced or changed under it: words would be lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.store import database, in_use
from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.backup.merge import Verdict
from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.whole import back_up_to
from newsroom.store.errors import StoreBusy, StoreUnwritable
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.recovery import new_database
from newsroom.store.recovery import salvage as salvaging
from newsroom.store.recovery.recover import recover
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.store.spoiling import kept_reports, spoil_root
from tests.store.test_migrations import store_of

ID = "c" * 32

# Saves as a window does, and tells what it knows to be saved, or why it can't save.
WINDOW = """
import sys
from dataclasses import replace
from pathlib import Path
from newsroom.app import Newsroom
from newsroom.store.errors import StoreError, StoryChangedElsewhere

store = Newsroom(Path(sys.argv[1])).open_store()
story = store.stories.get(sys.argv[2])
number = 0
while True:
    number += 1
    try:
        story = store.stories.save(replace(story, body=f"kata {number} "))
        print(f"tersimpan {number}", flush=True)
    except StoryChangedElsewhere:
        story = replace(story, id="d" * 32, revision=0)
        print("dipisah", flush=True)
    except StoreError as error:
        print(error, flush=True)
        break
"""

# The program before the last migration, saving in the same way.
OLD_WINDOW = """
import sys
from pathlib import Path
from newsroom.store import database
from newsroom.store.errors import StoreError

database.HEAD = sys.argv[2]
store = database.open_database(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    with store.write() as session:
        sql = "UPDATE story SET body = ? WHERE number = 1"
        session.connection().exec_driver_sql(sql, (f"kata {number} ",))
    print(f"tersimpan {number}", flush=True)
"""


class Window:
    """Another program that has the store open, and saves without end."""

    def __init__(self, script: str, *arguments: object) -> None:
        command = [sys.executable, "-c", script, *map(str, arguments)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._told: list[str] = []

    def told(self, lines: int) -> list[str]:
        assert self._process.stdout is not None
        told = [self._process.stdout.readline().strip() for _ in range(lines)]
        self._told += told
        return told

    def kill(self) -> int:
        """End it at once; return the number of what it last knew to be saved."""
        assert self._process.stdout is not None
        self._process.kill()
        rest = self._process.stdout.read().splitlines()
        self._process.wait()
        self._process.stdout.close()
        saved = [line.split() for line in self._told + rest if line.startswith("tersimpan ")]
        return int(saved[-1][1]) if saved else 0


@pytest.fixture
def begin() -> Iterator[Callable[..., Window]]:
    begun: list[Window] = []

    def beginner(script: str, *arguments: object) -> Window:
        begun.append(Window(script, *arguments))
        return begun[-1]

    yield beginner
    for window in begun:
        if window._process.poll() is None:
            window.kill()


def run(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return start(home, *arguments)()


def start(home: Path, *arguments: object) -> Callable[[], subprocess.CompletedProcess[str]]:
    """Start a command; call what is returned to wait for it."""
    command = [sys.executable, "-m", "newsroom", *map(str, arguments)]
    process = subprocess.Popen(
        command,
        env={**os.environ, "NEWSROOM_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )

    def done() -> subprocess.CompletedProcess[str]:
        out, err = process.communicate()
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    return done


def fill(home: Path) -> None:
    with closing(Store.open(home)) as store:
        store.words.add("Latsar")
        for number in range(20):
            store.stories.save(Story(headline=f"Berita {number}", body="Warga panen. " * 50))
        store.stories.save(Story(id=ID, headline="Yang ditulis"))
        back_up_if_due(home)


def ids(store: Store) -> list[str]:
    return [one.id for one in store.stories.list()]


def body_of(home: Path) -> str:
    with closing(Store.open(home)) as store:
        return store.stories.get(ID).body


def test_a_damaged_store_is_made_anew_only_once_no_window_has_it(
    home: Path, begin: Callable[..., Window]
) -> None:
    fill(home)
    window = begin(WINDOW, home, ID)
    window.told(20)
    spoil_root(home, "word")

    refused = run(home, "list")

    assert refused.returncode == 2
    assert "Tutup jendela Newsroom itu lebih dulu" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert all(line.startswith("tersimpan ") for line in window.told(50))
    assert not list(home.glob("newsroom-rusak-*"))
    saved = window.kill()

    done = run(home, "list")

    assert done.returncode == 0, done.stderr
    assert list(home.glob("newsroom-rusak-*.db"))
    assert int(body_of(home).split()[1]) >= saved > 0


def test_the_next_start_looks_at_all_of_a_store_that_could_not_be_made_anew(
    home: Path, open_store: Callable[[], Store]
) -> None:
    fill(home)
    store = open_store()
    spoil_root(home, "word")

    assert run(home, "list").returncode == 2
    store.close()

    open_sound(home).close()
    assert len(kept_reports(home)) == 1


def test_of_several_commands_one_makes_the_store_anew(home: Path) -> None:
    fill(home)
    spoil_root(home, "word")

    ended = [wait() for wait in [start(home, "list", "--format", "json") for _ in range(3)]]

    assert [one.returncode for one in ended] == [0, 0, 0], [one.stderr for one in ended]
    assert len({one.stdout for one in ended}) == 1
    assert len(kept_reports(home)) == 1


def test_what_is_written_without_the_lock_is_not_put_away(
    home: Path, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    with monkeypatch.context() as patch:  # as a window of a program that knows no such lock
        patch.setattr(database, "share", lambda _: lambda: None)
        store = open_store()
    spoil_root(home, "word")
    real = salvaging.salvage

    def meanwhile(*asked: Any) -> Any:
        store.stories.save(replace(store.stories.get(ID), body="Selagi dipulihkan."))
        return real(*asked)

    monkeypatch.setattr(new_database, "salvage", meanwhile)
    with pytest.raises(StoreBusy, match="masih dipakai"):
        recover(home)

    store.close()
    monkeypatch.setattr(new_database, "salvage", real)
    assert recover(home)
    assert body_of(home) == "Selagi dipulihkan."


def test_the_same_program_does_not_replace_what_it_has_open(
    home: Path, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_use, "_SHORT", 0.01)
    fill(home)
    store = open_store()

    with pytest.raises(StoreBusy, match="rusak dan perlu dipulihkan"):
        recover(home, told="naskah tidak terbaca")

    store.close()
    assert recover(home, told="naskah tidak terbaca") is None


def test_tables_are_not_changed_under_an_older_window(
    tmp_path: Path, begin: Callable[..., Window]
) -> None:
    store_of(tmp_path, "0007")
    window = begin(OLD_WINDOW, tmp_path / DATABASE, "0007")
    window.told(1)

    refused = run(tmp_path, "list")

    assert refused.returncode == 2
    assert "perlu diperbarui" in refused.stderr
    assert "Tutup jendela Newsroom itu lebih dulu" in refused.stderr
    assert all(line.startswith("tersimpan ") for line in window.told(20))
    saved = window.kill()

    with closing(Store.open(tmp_path)) as store:
        assert int(store.stories.get("a" * 32).body.split()[1]) >= saved
    with closing(sqlite3.connect(tmp_path / DATABASE)) as tables:
        assert tables.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_a_backup_is_merged_while_a_window_saves(
    home: Path, tmp_path: Path, begin: Callable[..., Window]
) -> None:
    fill(home)
    back_up_to(home, tmp_path / "awal")
    restore_to(tmp_path / "awal", tmp_path / "lain")
    with closing(Store.open(tmp_path / "lain")) as other:
        new = other.stories.save(Story(headline="Dari laptop lain"))
    back_up_to(tmp_path / "lain", tmp_path / "cadangan")
    window = begin(WINDOW, home, ID)
    window.told(5)

    done = restore_into(home, tmp_path / "cadangan")

    assert [one.id for one in done.stories.of(Verdict.NEW)] == [new.id]
    assert all(line.startswith("tersimpan ") for line in window.told(20))
    saved = window.kill()
    assert int(body_of(home).split()[1]) >= saved > 0


def test_what_a_backup_has_of_the_story_being_written_comes_beside_it(
    home: Path, tmp_path: Path, begin: Callable[..., Window]
) -> None:
    fill(home)
    window = begin(WINDOW, home, ID)
    window.told(5)
    back_up_to(home, tmp_path / "awal")
    restore_to(tmp_path / "awal", tmp_path / "lain")
    with closing(Store.open(tmp_path / "lain")) as other:
        theirs = other.stories.save(replace(other.stories.get(ID), body="Dari laptop lain."))
    back_up_to(tmp_path / "lain", tmp_path / "cadangan")

    restore_into(home, tmp_path / "cadangan")

    window.told(20)
    saved = window.kill()
    with closing(Store.open(home)) as store:
        bodies = {one.body for one in map(store.stories.get, ids(store))}
    assert theirs.body in bodies
    assert max(int(body.split()[1]) for body in bodies if body.startswith("kata ")) >= saved > 0


def test_no_store_is_begun_where_one_is_being_restored(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    back_up_to(home, tmp_path / "cadangan")
    monkeypatch.setattr(in_use, "_LONG", 0.01)
    there = tmp_path / "lain"

    def meanwhile(_done: int, _all: int) -> bool:
        with pytest.raises(StoreBusy, match="Tunggu sebentar"):
            Store.open(there)
        return True

    restore_to(tmp_path / "cadangan", there, progress=meanwhile)

    with closing(Store.open(there)) as store:
        assert store.stories.get(ID).headline == "Yang ditulis"


def test_what_was_written_into_a_file_that_is_moved_meanwhile_is_not_called_saved(
    home: Path, open_store: Callable[[], Store]
) -> None:
    store = open_store()

    with (
        pytest.raises(StoreUnwritable, match="tidak ada lagi di tempatnya"),
        store._database.write(),
    ):
        (home / DATABASE).rename(home / "dipindah.db")


def test_a_folder_without_room_for_a_lock_is_opened_all_the_same(home: Path) -> None:
    Store.open(home).close()
    lock = home / f".{DATABASE}.terbuka"
    lock.unlink()
    lock.mkdir()  # as where none can be made

    with closing(database.open_database(home / DATABASE)) as opened, opened.write():
        pass
