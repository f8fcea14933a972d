"""Bringing a backup back to a disk that is really full."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from newsroom.store.backup.restore import restore_into, restore_to
from newsroom.store.backup.verify import verify_store
from newsroom.store.backup.whole import back_up_to
from newsroom.store.errors import StoreFull
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.store.backup.conftest import contents
from tests.store.harness.faults import Impossible, small_disk

Add = Callable[..., Story]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB."""
    try:
        with small_disk(tmp_path / "cakram") as disk:
            yield disk
    except Impossible as why:
        pytest.skip(str(why))


@pytest.fixture
def large(home: Path, tmp_path: Path, add: Add) -> Path:
    """A backup of some megabytes, most of them pictures."""
    chance = random.Random(3)
    for number in range(3):
        add(f"Berita {number}", chance.randbytes(600_000), body="kata " * 40_000)
    return back_up_to(home, tmp_path / "cadangan").path


@contextmanager
def full_but_for(disk: Path, room: int) -> Iterator[None]:
    """Fill a disk, and leave so much room."""
    filler = disk / "penuh"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(65_536))
    os.truncate(filler, filler.stat().st_size - room)
    yield
    filler.unlink()


@pytest.mark.parametrize("room", [0, 300_000, 1_500_000, 3_000_000])
def test_a_full_disk_gets_no_half_a_store(home: Path, disk: Path, large: Path, room: int) -> None:
    there = disk / "baru"
    with full_but_for(disk, room):
        with pytest.raises(StoreFull, match=r"Ruang cakram habis.*folder lain"):
            restore_to(large, there)
        assert not (there / DATABASE).exists()
        assert not list(disk.rglob("*.part"))

    restore_to(large, there)

    assert contents(there / "media") == contents(home / "media")
    assert verify_store(there).is_good


@pytest.mark.parametrize("room", [0, 300_000, 1_500_000, 3_000_000])
def test_a_store_on_a_full_disk_stays_as_it_is_when_one_is_merged(
    disk: Path, large: Path, room: int
) -> None:
    there = disk / "data"
    with closing(Store.open(there)) as store:
        own = store.stories.save(Story(headline="Sendiri", body="Isi."))
    with full_but_for(disk, room):
        with pytest.raises(StoreFull, match="Ruang cakram habis"):
            restore_into(there, large)
        assert not list(disk.rglob("*.part"))
        assert not list(there.glob(".cadangan-*"))
        if room:
            with closing(Store.open(there)) as store:
                assert store.stories.get(own.id) == own
        else:
            with pytest.raises(StoreFull, match="Ruang cakram habis"):
                Store.open(there)

    restore_into(there, large)

    with closing(Store.open(there)) as store:
        assert store.stories.get(own.id) == own
        assert len(store.stories.list()) == 4
    assert verify_store(there).is_good


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_where_nobody_may_mount_no_file_may_grow(tmp_path: Path, large: Path) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from newsroom.store.backup.restore import restore_to\n"
        "from newsroom.store.errors import StoreFull\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))\n"
        "try: restore_to(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except StoreFull as error: print(error)\n"
    )
    there = tmp_path / "baru"
    child = [sys.executable, "-c", script, str(large), str(there)]
    done = subprocess.run(child, capture_output=True, text=True)

    assert done.stderr == ""
    assert "Ruang cakram habis" in done.stdout
    assert not (there / DATABASE).exists()
    assert not list(there.rglob("*.part"))
