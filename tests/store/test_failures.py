"""What goes wrong on real disks: told in words, and nothing stored is lost by it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store import database
from newsroom.store.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreUnwritable,
)
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story

Opener = Callable[[], Store]


def test_a_home_that_is_a_file(home: Path, open_store: Opener) -> None:
    home.write_text("bukan folder")

    with pytest.raises(StoreUnwritable, match="sudah ada sebuah berkas"):
        open_store()

    assert home.read_text() == "bukan folder"


def test_a_home_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")

    with pytest.raises(StoreUnwritable):
        Store.open(tmp_path / "berkas" / "data")


def test_a_folder_in_the_place_of_the_database(home: Path, open_store: Opener) -> None:
    (home / DATABASE).mkdir(parents=True)

    with pytest.raises(StoreUnwritable, match="Periksa izin"):
        open_store()


def test_a_folder_that_may_not_be_written_to(ordinary_user_folder: Path) -> None:
    ordinary_user_folder.chmod(0o500)

    with pytest.raises(StoreUnwritable, match="Periksa izin"):
        Store.open(ordinary_user_folder)
    with pytest.raises(StoreUnwritable, match="Periksa izin"):
        Store.open(ordinary_user_folder / "data")


def test_a_database_that_may_only_be_read(ordinary_user_folder: Path) -> None:
    store = Store.open(ordinary_user_folder)
    saved = store.stories.save(Story(headline="Tersimpan"))
    store.close()
    (ordinary_user_folder / DATABASE).chmod(0o400)

    store = Store.open(ordinary_user_folder)
    with pytest.raises(StoreUnwritable):
        store.stories.save(replace(saved, headline="Tidak tersimpan"))

    assert store.stories.get(saved.id) == saved
    store.close()


@pytest.mark.parametrize("content", [b"Ini surat, bukan basis data.\n" * 200, b"SQLite format 3\0"])
def test_a_file_that_is_no_database(home: Path, open_store: Opener, content: bytes) -> None:
    home.mkdir()
    (home / DATABASE).write_bytes(content)

    with pytest.raises(StoreDamaged, match="bukan data Newsroom"):
        open_store()

    assert (home / DATABASE).read_bytes() == content


def test_a_database_of_another_program(home: Path, open_store: Opener) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / DATABASE)) as connection, connection:
        connection.execute("CREATE TABLE resep (nama TEXT)")
    before = (home / DATABASE).read_bytes()

    with pytest.raises(StoreDamaged, match="bukan data Newsroom"):
        open_store()

    assert (home / DATABASE).read_bytes() == before


def test_a_damaged_page_is_told_when_it_is_met(home: Path, open_store: Opener) -> None:
    store = open_store()
    saved = store.stories.save(Story(headline="Panjang", body="kata " * 20_000))
    store.close()
    path = home / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    with pytest.raises(StoreDamaged):
        open_store().stories.get(saved.id)


def test_a_save_while_another_program_writes(
    home: Path, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    store = open_store()
    saved = store.stories.save(Story(headline="Lama"))
    changed = replace(saved, headline="Baru")
    with closing(sqlite3.connect(home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="program lain"):
            store.stories.save(changed)
        assert store.stories.get(saved.id) == saved
        other.execute("ROLLBACK")

    again = store.stories.save(changed)

    assert (again.revision, again.headline) == (2, "Baru")
    assert store.stories.get(saved.id) == again


def test_a_save_on_a_full_disk(store: Store) -> None:
    saved = store.stories.save(Story(headline="Lama"))
    changed = replace(saved, body="kata " * 200_000)
    limit_pages(store, 30)  # SQLite then fails as it does where the disk has no room

    with pytest.raises(StoreFull, match="Ruang cakram habis"):
        store.stories.save(changed)
    assert store.stories.get(saved.id) == saved

    limit_pages(store, 1_000_000)
    again = store.stories.save(changed)

    assert again.revision == 2
    assert store.stories.get(saved.id) == again


def test_every_failure_is_a_store_error() -> None:
    for kind in (StoreBusy, StoreDamaged, StoreFull, StoreUnwritable):
        assert issubclass(kind, StoreError)


def limit_pages(store: Store, pages: int) -> None:
    with store._database.read() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is in use")
def test_a_store_that_was_moved_away_takes_nothing_until_it_is_back(
    home: Path, open_store: Opener
) -> None:
    store = open_store()
    saved = store.stories.save(Story(headline="Tersimpan"))
    changed = replace(saved, headline="Selama dipindah")
    home.rename(home.with_name("lain"))

    for _ in range(2):
        with pytest.raises(StoreUnwritable, match="tidak ada lagi di tempatnya"):
            store.stories.save(changed)
    assert not home.exists()

    home.with_name("lain").rename(home)
    again = store.stories.save(changed)
    assert open_store().stories.get(saved.id) == again


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is in use")
def test_a_store_that_was_put_in_the_place_of_another_is_not_written_to(
    home: Path, open_store: Opener
) -> None:
    store = open_store()
    saved = store.stories.save(Story(headline="Tersimpan"))
    home.rename(home.with_name("lain"))
    other = open_store()

    with pytest.raises(StoreUnwritable):
        store.stories.save(saved)
    assert other.stories.list() == []
