"""A file of which nothing can be saved: it is not read through at each new try."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.errors import StoreDamaged
from newsroom.store.opening import open_sound
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.recovery import check, recover
from newsroom.store.store import Store
from newsroom.story.story import Story


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often a file has been read through, by what it was read for."""
    times: list[str] = []
    for module, name in ((check, "damage"), (recover, "recover")):
        real = getattr(module, name)

        def counted(*given, real=real, name=name, **more):  # type: ignore[no-untyped-def]
            times.append(name)
            return real(*given, **more)

        monkeypatch.setattr(module, name, counted)
    return times


def spoil(home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / DATABASE).write_bytes(b"Ini surat, bukan basis data.\n" * 2_000)


def test_it_is_read_through_once(home: Path, read: list[str]) -> None:
    spoil(home)
    said = set()

    for _ in range(4):
        with pytest.raises(StoreDamaged) as error:
            open_sound(home)
        said.add(str(error.value))

    assert read == ["damage", "recover"]
    assert len(said) == 1


def test_one_that_has_changed_is_read_again(home: Path, read: list[str]) -> None:
    spoil(home)
    with pytest.raises(StoreDamaged):
        open_sound(home)
    other = home.with_name("lain")
    with closing(Store.open(other)) as store:
        saved = store.stories.save(Story(headline="Utuh"))
    shutil.copy(other / DATABASE, home / DATABASE)

    with closing(open_sound(home)) as store:
        assert store.stories.get(saved.id) == saved


def test_a_backup_that_has_come_is_used(home: Path, read: list[str]) -> None:
    other = home.with_name("lain")
    with closing(Store.open(other)) as store:
        saved = store.stories.save(Story(headline="Dari cadangan"))
    assert back_up_if_due(other).first
    spoil(home)
    with pytest.raises(StoreDamaged):
        open_sound(home)
    shutil.copytree(other / BACKUPS, home / BACKUPS)

    with closing(open_sound(home)) as store:
        assert store.stories.get(saved.id) == saved


def test_the_same_folder_is_opened_once_the_file_is_out_of_the_way(home: Path) -> None:
    spoil(home)
    with pytest.raises(StoreDamaged):
        open_sound(home)
    (home / DATABASE).rename(home / "surat.db")

    open_sound(home).close()
