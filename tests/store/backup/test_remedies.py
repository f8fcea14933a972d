"""What a person is told to do must help: a backup that has no place needs another place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due, choose_second
from newsroom.store.backup.errors import BackupUnreadable
from newsroom.store.backup.opened import opened
from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.verify import verify_backup
from newsroom.store.backup.whole import back_up_to
from newsroom.store.errors import StoreDamaged, StoreError, StoreUnwritable
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.store.spoiling import spoil_root

Add = Callable[..., Story]
HOME = "NEWSROOM_HOME"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Something in whose place no folder can be made."""
    file = tmp_path / "surat"
    file.write_text("surat")
    return file


@pytest.mark.parametrize("name", ["cadangan", "cadangan.zip"])
def test_a_backup_that_has_no_place_needs_another(
    home: Path, file: Path, add: Add, name: str
) -> None:
    add("Panen")

    with pytest.raises(StoreUnwritable, match="pilih tempat lain untuk cadangannya") as error:
        back_up_to(home, file / name)

    assert HOME not in str(error.value)


def test_so_does_the_second_place(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen")
    second = tmp_path / "stik"
    second.mkdir()
    choose_second(home, second)
    (second / "media").write_text("bukan folder")
    add("Foto", b"foto")

    told = back_up_if_due(home).second_trouble

    assert "pilih tempat lain untuk cadangannya" in told
    assert HOME not in told


def test_for_the_first_place_there_is_no_other(home: Path, add: Add) -> None:
    add("Panen")
    (home / BACKUPS).write_text("bukan folder")

    told = back_up_if_due(home).trouble

    assert told.endswith("Pindahkan berkas itu.")


def test_what_is_brought_back_can_go_elsewhere(
    home: Path, tmp_path: Path, file: Path, add: Add
) -> None:
    add("Panen")
    made = back_up_to(home, tmp_path / "cadangan")

    with pytest.raises(StoreUnwritable, match="pilih folder lain untuk hasil pemulihannya"):
        restore_to(made.path, file / "baru")


@pytest.mark.parametrize("name", ["cadangan", "cadangan.zip"])
def test_a_backup_that_can_not_be_read_is_not_a_folder_that_can_not_be_written(
    ordinary_user_folder: Path, name: str
) -> None:
    there = ordinary_user_folder / "data"
    Store.open(there).close()
    made = back_up_to(there, ordinary_user_folder / name)
    locked = made.path if made.path.is_file() else made.path / DATABASE
    locked.chmod(0)

    for work in (
        lambda: restore_to(made.path, ordinary_user_folder / "baru"),
        lambda: restore_into(there, made.path),
        lambda: verify_backup(made.path, there),
    ):
        with pytest.raises(BackupUnreadable, match="cakramnya masih terpasang") as error:
            work()
        assert HOME not in str(error.value)


def test_a_stick_that_is_pulled_out_while_it_is_read(home: Path, tmp_path: Path, add: Add) -> None:
    add("Panen", b"panen")
    made = back_up_to(home, tmp_path / "cadangan")

    class Pulled:
        def __enter__(self) -> Pulled:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, size: int = -1) -> bytes:
            raise OSError(5, os.strerror(5))

    with opened(made.path) as backup:
        pulled = type(backup)(backup.path, backup.manifest, lambda _: Pulled(), None)  # type: ignore[arg-type,return-value]
        with pytest.raises(BackupUnreadable, match="cakramnya masih terpasang"):
            pulled.database(tmp_path / "salinan.db")
    assert not list(tmp_path.glob("salinan*"))


def test_damage_in_the_store_is_not_told_of_the_place_of_the_backup(
    home: Path, tmp_path: Path, store: Store, add: Add
) -> None:
    add("Panen")
    store.close()
    spoil_root(home, "story")

    with pytest.raises(StoreDamaged, match=f"{home}.*Tutup lalu buka lagi"):
        back_up_to(home, tmp_path / "cadangan")
    assert not (tmp_path / "cadangan").exists()


def test_every_one_is_a_store_error() -> None:
    assert issubclass(BackupUnreadable, StoreError)
