from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.store.errors import PictureUnreadable, StoreUnwritable
from newsroom.store.store import Store

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 4_000


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Pasar Contoh.JPG"
    path.write_bytes(PICTURE)
    return path


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
