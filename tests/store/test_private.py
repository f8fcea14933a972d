"""Nobody but the user may read what the store keeps, whatever the system's habits are."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.store.backup.automatic import back_up_if_due
from newsroom.store.backup.restore import restore_to
from newsroom.store.backup.whole import back_up_to
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX's")


@pytest.fixture(autouse=True)
def open_habits() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[Path]:
    """Return all that others than the owner could do anything with."""
    places = [folder, *folder.rglob("*")]
    return [place for place in places if stat.S_IMODE(place.stat().st_mode) & 0o077]


def filled(home: Path) -> Store:
    store = Store.open(home)
    picture = home.parent / "panen.jpg"
    picture.write_bytes(b"panen")
    photo = Photo("panen.jpg", digest=store.media.add(picture))
    store.stories.save(Story(headline="Panen", photos=(photo,)))
    return store


def test_a_new_store_is_its_owners_alone(home: Path) -> None:
    with closing(filled(home)):
        assert (home / f"{DATABASE}-wal").exists()
        assert open_to_others(home) == []
    assert open_to_others(home) == []


def test_backups_are_their_owners_alone(home: Path, tmp_path: Path) -> None:
    with closing(filled(home)):
        assert back_up_if_due(home).trouble == ""
        places = [
            back_up_to(home, tmp_path / "a" / "cadangan").path,
            back_up_to(home, tmp_path / "a" / "cadangan.zip").path,
            back_up_to(home, tmp_path / "a" / "terkunci", "sandi").path,
            restore_to(tmp_path / "a" / "cadangan.zip", tmp_path / "a" / "baru").home,
        ]

    assert open_to_others(home) == []
    assert [one for place in places for one in open_to_others(place)] == []


def test_what_an_older_version_left_open_is_closed(home: Path) -> None:
    filled(home).close()
    for place in [home, *home.rglob("*")]:
        place.chmod(0o777 if place.is_dir() else 0o666)

    Store.open(home).close()

    assert open_to_others(home) == []
    assert any((home / MEDIA).rglob("*"))


def test_a_folder_that_is_everybodys_stays_so(tmp_path: Path) -> None:
    everybodys = tmp_path / "bersama"
    everybodys.mkdir()
    everybodys.chmod(0o1777)

    Store.open(everybodys).close()

    assert stat.S_IMODE(everybodys.stat().st_mode) == 0o1777
    assert stat.S_IMODE((everybodys / DATABASE).stat().st_mode) == 0o600


def test_others_files_that_are_only_linked_to_stay_as_they_are(home: Path, tmp_path: Path) -> None:
    filled(home).close()
    theirs = tmp_path / "umum.txt"
    theirs.write_text("umum")
    theirs.chmod(0o644)
    (home / "tautan").symlink_to(theirs)
    home.chmod(0o755)

    Store.open(home).close()

    assert stat.S_IMODE(theirs.stat().st_mode) == 0o644
