from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from newsroom.photos import found
from newsroom.photos.found import found_pictures

Shoot = Callable[..., Path]


@pytest.fixture
def shoot(tmp_path: Path) -> Shoot:
    """Make a picture as a camera does, with the time it was taken."""

    def make(name: str, taken: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        exif = Image.Exif()
        if taken:
            exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
        Image.new("RGB", (8, 8)).save(path, exif=exif)
        return path

    return make


def test_a_folder_gives_its_pictures_by_the_time_they_were_taken(shoot: Shoot, tmp_path) -> None:
    late = shoot("liputan/a.jpg", "2026:11:03 09:00:00")
    early = shoot("liputan/dalam/sekali/z.jpg", "2026:11:03 07:00:00")
    between = shoot("liputan/m.png")  # says nothing itself; its file does
    os.utime(between, (0, 0))

    assert found_pictures([tmp_path / "liputan"]).pictures == [between, early, late]


def test_pictures_of_one_moment_go_by_name(shoot: Shoot, tmp_path) -> None:
    names = ("IMG_2.jpg", "IMG_1.JPG", "img_3.jpg")
    paths = [shoot(f"f/{name}", "2026:11:03 09:00:00") for name in names]

    ordered = found_pictures([tmp_path / "f"]).pictures

    assert ordered == [paths[1], paths[0], paths[2]]


def test_what_is_no_picture_is_counted_in_words(shoot: Shoot, tmp_path) -> None:
    shoot("f/a.jpg")
    for name in ("b.txt", "c.docx", "d.MP4", "e.NEF", "Thumbs.db", ".DS_Store", "._a.jpg"):
        (tmp_path / "f" / name).write_bytes(b"x")

    seen = found_pictures([tmp_path / "f"])

    assert [path.name for path in seen.pictures] == ["a.jpg"]
    assert seen.left_out == (
        "Dilewati dari folder karena bukan gambar: 2 berkas lain, 1 foto RAW, 1 video."
    )


def test_files_chosen_one_by_one_stay_in_their_order_whatever_they_are(shoot, tmp_path) -> None:
    paths = [shoot("b.jpg"), tmp_path / "catatan.txt", shoot("a.jpg"), tmp_path / "hilang.jpg"]
    paths[1].write_text("x")

    seen = found_pictures(paths)

    assert (seen.pictures, seen.left_out, seen.faults) == (paths, "", [])


def test_a_folder_without_pictures_says_so(tmp_path) -> None:
    (tmp_path / "kosong").mkdir()

    assert found_pictures([tmp_path / "kosong"]).faults == [
        "kosong: tidak ada gambar di folder ini"
    ]


def test_a_folder_of_too_many_pictures_is_not_poured_into_a_story(
    shoot, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "MOST", 3)
    for number in range(4):
        shoot(f"arsip/{number}.jpg")

    seen = found_pictures([tmp_path / "arsip"])

    assert seen.pictures == []
    assert seen.faults[0].startswith("arsip: berisi lebih dari 3 gambar")


def test_links_that_lead_round_in_a_circle_come_to_an_end(shoot, tmp_path) -> None:
    shoot("f/a.jpg")
    (tmp_path / "f" / "lagi").symlink_to(tmp_path / "f", target_is_directory=True)

    assert len(found_pictures([tmp_path / "f"]).pictures) == 1
