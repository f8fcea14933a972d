"""A data folder on another disk that is away: no empty store begins in its place."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.store import remembered
from newsroom.store.errors import StoreMissing
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE
from newsroom.story.story import Story
from tests.store.harness.faults import Impossible, small_disk


@pytest.fixture(autouse=True)
def own_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own list lies."""
    state = tmp_path / "pengguna" / "daftar.json"
    monkeypatch.setattr(remembered, "_list", lambda: state)
    return state


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A folder on another disk."""
    try:
        with small_disk(tmp_path / "stik") as disk:
            yield disk
    except Impossible as why:
        pytest.skip(str(why))


def test_a_stick_that_is_not_plugged_in_is_not_begun_anew(stick: Path, own_disk: Path) -> None:
    home = stick / "data"
    with closing(open_sound(home)) as store:
        saved = store.stories.save(Story(headline="Di stik"))
    home.rename(stick / "dicabut")

    for _ in range(2):
        with pytest.raises(StoreMissing, match="Pasang cakramnya"):
            open_sound(home)
    assert not home.exists()
    home.mkdir()
    with pytest.raises(StoreMissing, match=str(own_disk)):
        open_sound(home)
    assert list(home.iterdir()) == []  # as the place of a disk that is not mounted

    home.rmdir()
    (stick / "dicabut").rename(home)
    with closing(open_sound(home)) as store:
        assert store.stories.get(saved.id) == saved


def test_who_wants_to_begin_anew_can(stick: Path, own_disk: Path) -> None:
    home = stick / "data"
    open_sound(home).close()
    home.rename(stick / "lama")
    own_disk.unlink()

    with closing(open_sound(home)) as store:
        assert store.stories.list() == []


def test_a_store_that_lost_its_database_is_made_anew_from_its_backups(stick: Path) -> None:
    from newsroom.store.backup.automatic import back_up_if_due

    home = stick / "data"
    with closing(open_sound(home)) as store:
        saved = store.stories.save(Story(headline="Di stik"))
    assert back_up_if_due(home).first
    (home / DATABASE).unlink()

    with closing(open_sound(home)) as store:
        assert store.stories.get(saved.id) == saved


def test_a_folder_on_the_users_own_disk_is_not_remembered(home: Path, own_disk: Path) -> None:
    open_sound(home).close()

    assert not own_disk.exists()
    (home / DATABASE).unlink()
    open_sound(home).close()


def test_the_list_stays_short_and_is_the_users_alone(
    home: Path, own_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_is_on_own_disk", lambda _: False)
    for number in (*range(60), 59):
        remembered.remember(home / f"{number}")

    folders = json.loads(own_disk.read_text())
    assert len(folders) == 50
    assert folders[-1] == str(home / "59")
    assert stat.S_IMODE(own_disk.stat().st_mode) == 0o600
