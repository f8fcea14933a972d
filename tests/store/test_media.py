from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.store.errors import PictureUnreadable, StoreFull, StoreUnwritable
from newsroom.store.media import Media
from newsroom.store.store import Store

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 4_000


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Pasar Contoh.JPG"
    path.write_bytes(PICTURE)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for half a picture; only root may make one."""
    folder = tmp_path / "cakram"
    folder.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def kept_files(home: Path) -> list[str]:
    media = home / "media"
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def test_a_picture_is_kept_under_its_hash(store: Store, home: Path, picture: Path) -> None:
    digest = store.media.add(picture)

    path = store.media.path(digest)
    assert digest == hashlib.sha256(PICTURE).hexdigest()
    assert path == home / "media" / digest[:2] / f"{digest}.jpg"
    assert path.read_bytes() == PICTURE
    assert picture.read_bytes() == PICTURE
    assert len(kept_files(home)) == 1


def test_the_same_picture_is_kept_once(store: Store, home: Path, picture: Path) -> None:
    twin = picture.with_name("salinan.jpeg")
    twin.write_bytes(PICTURE)

    assert store.media.add(picture) == store.media.add(picture) == store.media.add(twin)
    assert len(kept_files(home)) == 1


def test_a_name_without_a_usable_extension(store: Store, tmp_path: Path) -> None:
    for name in ("foto", "foto.", "foto.jp g", "foto.berkasaneh"):
        path = tmp_path / name
        path.write_bytes(name.encode())

        kept = store.media.path(store.media.add(path))

        assert kept is not None
        assert kept.suffix == ""


@pytest.mark.parametrize("digest", ["", "a" * 64, "../../newsroom", "*", "A" * 64])
def test_no_path_for_what_is_not_there(store: Store, picture: Path, digest: str) -> None:
    store.media.add(picture)

    assert store.media.path(digest) is None


def test_a_missing_picture_or_a_folder_is_refused(store: Store, home: Path) -> None:
    for path in (home / "tidak-ada.jpg", home):
        with pytest.raises(PictureUnreadable, match="tidak dapat dibaca"):
            store.media.add(path)
    assert kept_files(home) == []


def test_a_media_folder_that_cannot_be_made(store: Store, home: Path, picture: Path) -> None:
    (home / "media").write_text("bukan folder")

    with pytest.raises(StoreUnwritable):
        store.media.add(picture)


def test_a_disk_that_fills_up_half_way_leaves_no_trace(
    store: Store, home: Path, picture: Path
) -> None:
    pytest.importorskip("resource")
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from newsroom.store.errors import StoreFull; from newsroom.store.media import Media\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"
        "try: Media(Path(sys.argv[1])).add(Path(sys.argv[2]))\n"
        "except StoreFull as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, home / "media", picture], capture_output=True, text=True
    )

    assert "Ruang cakram habis" in done.stdout, done.stderr
    assert kept_files(home) == []
    assert store.media.path(store.media.add(picture)) is not None


def test_a_picture_cut_off_by_a_crash_is_not_taken_for_it(
    store: Store, home: Path, picture: Path
) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from newsroom.store.media import Media\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Media(Path(sys.argv[1])).add(Path(sys.argv[2]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, home / "media", picture])
    digest = hashlib.sha256(PICTURE).hexdigest()

    assert killed.returncode != 0
    assert len(kept_files(home)) == 1  # what was written before the crash
    assert store.media.path(digest) is None

    path = store.media.path(store.media.add(picture))

    assert path is not None
    assert path.read_bytes() == PICTURE


def test_a_pipe_and_a_device_are_refused_and_not_waited_for(
    store: Store, home: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipa.jpg"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(PictureUnreadable, match="tidak dapat dibaca"):
            store.media.add(path)
    assert kept_files(home) == []


def test_a_file_of_gigabytes_is_refused_unread(store: Store, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "raksasa.jpg"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # a hole: it takes no room on the disk

    with pytest.raises(PictureUnreadable, match=r"raksasa\.jpg lebih besar dari 400 MB"):
        store.media.add(path)
    assert kept_files(home) == []


def test_a_large_picture_is_copied_without_being_held_in_memory(home: Path, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    home.mkdir()
    path = tmp_path / "besar.tif"
    with path.open("wb") as file:
        file.write(b"II*\0")
        file.truncate(390_000_000)
    script = (
        "import resource, sys; from pathlib import Path; from newsroom.store.media import Media\n"
        "media = Media(Path(sys.argv[1]))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "media.add(Path(sys.argv[2]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, home / "media", path], capture_output=True, text=True
    )

    assert int(done.stdout) < 50_000, done.stderr  # kilobytes
    assert [Path(name).suffix for name in kept_files(home)] == [".tif"]


def test_a_picture_that_may_not_be_read_is_named(ordinary_user_folder: Path) -> None:
    path = ordinary_user_folder / "rahasia.jpg"
    path.write_bytes(PICTURE)
    path.chmod(0)

    with pytest.raises(PictureUnreadable, match=r"rahasia\.jpg tidak dapat dibaca"):
        Media(ordinary_user_folder / "media").add(path)


def test_a_real_disk_without_room_leaves_no_trace(
    small_disk: Path, picture: Path, tmp_path: Path
) -> None:
    media = Media(small_disk / "media")
    with pytest.raises(StoreFull, match="Ruang cakram habis"):
        media.add(picture)
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []

    little = tmp_path / "kecil.jpg"
    little.write_bytes(PICTURE[:50_000])
    assert media.path(media.add(little)) is not None


def test_a_data_folder_that_has_vanished_is_not_begun_anew(
    store: Store, home: Path, picture: Path
) -> None:
    home.rename(home.with_name("lain"))

    with pytest.raises(StoreUnwritable):
        store.media.add(picture)
    assert not home.exists()

    home.with_name("lain").rename(home)
    assert store.media.path(store.media.add(picture)) is not None
