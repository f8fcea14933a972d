from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.store.errors import StoreError, StoreTooNew
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story

Opener = Callable[[], Store]


def files(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*.*")}


def test_a_missing_home_is_made(tmp_path: Path) -> None:
    home = tmp_path / "belum" / "ada" / "100% #1?"

    Store.open(home).close()

    assert (home / DATABASE).is_file()


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.stories.list() == []
    assert store.words.all() == []
    assert store.workspace.get("open") is None


def test_writes_are_logged_ahead_and_synced(store: Store, home: Path) -> None:
    with store._database.write() as session:
        connection = session.connection()
        for pragma, value in [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]:
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_opening_an_up_to_date_store_does_not_load_alembic(store: Store, home: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from newsroom.store.store import Store\n"
        f"Store.open(Path({str(home)!r})).stories.list()\n"
        "assert 'alembic' not in sys.modules"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.stderr == ""
    assert done.returncode == 0


def test_many_may_open_a_new_store_at_once(home: Path) -> None:
    together = threading.Barrier(6)
    failed: list[Exception] = []

    def open_and_save() -> None:
        together.wait()
        try:
            store = Store.open(home)
            store.stories.save(Story(headline="Serempak"))
            store.close()
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=open_and_save) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    with closing(sqlite3.connect(home / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM story").fetchone() == (6,)


def test_a_store_from_a_newer_version_is_left_untouched(home: Path, open_store: Opener) -> None:
    store = open_store()
    store.stories.save(Story(headline="Dari masa depan"))
    store.close()
    with closing(sqlite3.connect(home / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("CREATE TABLE later (thing TEXT)")
    before = files(home)

    with pytest.raises(StoreTooNew, match="lebih baru"):
        open_store()

    assert files(home) == before


def test_an_empty_file_becomes_a_store(home: Path, open_store: Opener) -> None:
    home.mkdir()
    (home / DATABASE).touch()

    store = open_store()

    assert store.stories.list() == []
