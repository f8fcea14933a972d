from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.exchange.naskah import write_naskah
from newsroom.exchange.progress import Cancelled
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.exchange.documents import picture
from tests.exchange.naskah.samples import pack, said
from tests.photos.exif_reader import exiftool

STORY = Story(
    headline="Pasar Baru: “Dibuka”",
    body="Pasar **dibuka**.\n\n![](Pasar (1).png)\n\nRamai.  \nSekali.",
    dateline=Dateline("SERANG", "contoh.id", date(2024, 5, 14)),
    byline=("Rina Contoh",),
    tags=("pasar", "NO"),
    status=Status.EDITING,
    embargo=datetime(2024, 5, 21, tzinfo=UTC),
    closing="(*)",
    photos=(
        Photo("Pasar (1).png", "Warga di pasar.", "Rina", "Pasar", date(2024, 5, 14), lead=True),
        Photo("pasar (1).PNG", "Lain."),
        Photo("hilang.jpg", "Tanpa gambar."),
    ),
)


@pytest.fixture
def find(tmp_path):
    colors = {"Pasar (1).png": "teal", "pasar (1).PNG": "gold"}
    for number, color in enumerate(colors.values()):
        (tmp_path / f"{number}").write_bytes(picture(color))

    def path_of(photo: Photo) -> Path | None:
        names = [*colors]
        return tmp_path / str(names.index(photo.file)) if photo.file in names else None

    return path_of


def colour_of(photo: Photo) -> str:
    with Image.open(photo.file) as seen:
        return "#{:02x}{:02x}{:02x}".format(*seen.convert("RGB").getpixel((0, 0)))


def words_of(story: Story) -> Story:
    photos = tuple(replace(photo, file=Path(photo.file).name) for photo in story.photos)
    return replace(story, id="", photos=photos)


def test_a_story_comes_out_as_it_went_in(tmp_path, find):
    path = write_naskah(STORY, find, tmp_path / "keluar" / "pasar.naskah")

    story = read_story_file(path)

    names = ["Pasar (1).png", "pasar (1)-2.PNG", "hilang.jpg"]
    sent = [replace(one, file=name) for one, name in zip(STORY.photos, names, strict=True)]
    assert words_of(story) == replace(STORY, id="", photos=tuple(sent))
    assert [colour_of(photo) for photo in story.photos[:2]] == ["#008080", "#ffd700"]
    assert story.photos[2].file == "hilang.jpg"
    assert story.id != STORY.id


def test_a_picture_leaves_as_it_would_be_sent(tmp_path):
    taken = tmp_path / "anak.tif"
    Image.effect_noise((400, 300), 90).convert("RGB").save(taken)
    exiftool("-overwrite_original", "-GPSLatitude=6.3", "-EXIF:SerialNumber=12345", taken)
    path = taken.rename(tmp_path / "anak.heic")  # what is in it counts
    edits = PhotoEdits(
        turn=90, crop=Box(0, 0, 1, 0.5), brightness=1.2, blurs=(Box(0.1, 0.1, 0.4, 0.4),)
    )
    sent = Photo("anak.heic", caption="Anak rekaan.", credit="Rina Contoh", edits=edits)
    story = Story("Anak", body="![](anak.heic)\n\n![](foto/anak.heic)", photos=(sent,))

    packed = write_naskah(story, lambda _: path, tmp_path / "anak.naskah")

    told = read_story_file(packed)
    (got,) = told.photos
    assert told.body == "![](anak.jpg)\n\n![](foto/anak.jpg)"
    # A colleague can still cut it otherwise; the face can't be had back by anybody.
    assert got.edits == PhotoEdits(crop=Box(0, 0, 1, 0.5), brightness=1.2)
    with Image.open(got.file) as seen:
        assert (seen.format, seen.size) == ("JPEG", (300, 400))
        face = seen.convert("L").crop((30, 40, 120, 160))
        beside = seen.convert("L").crop((160, 240, 250, 360))
    assert ImageStat.Stat(face).stddev[0] < 25 < 50 < ImageStat.Stat(beside).stddev[0]
    said = json.loads(exiftool("-j", "-G", got.file))[0]
    assert said["XMP:Description"] == "Anak rekaan."
    assert not any("GPS" in tag or "Serial" in tag for tag in said)
    assert b"12345" not in Path(got.file).read_bytes()


def test_of_a_damaged_picture_the_words_go_along(tmp_path):
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(picture()[:-40])
    story = Story("Pasar", photos=(Photo("rusak.jpg", "Warga."),))

    path = write_naskah(story, lambda _: broken, tmp_path / "pasar.naskah")

    (photo,) = read_story_file(path).photos
    assert (photo.file, photo.caption) == ("rusak.jpg", "Warga.")


def test_what_lies_in_the_file(tmp_path, find):
    path = write_naskah(STORY, find, tmp_path / "pasar.naskah")
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert sorted(archive.namelist()) == sorted(["manifest.json", *manifest["files"]])
        for name, said in manifest["files"].items():
            data = archive.read(name)
            assert said == {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    assert manifest["format"] == "naskah/1"
    assert (manifest["uid"], manifest["rev"]) == (STORY.id, 0)


def test_the_same_story_gives_the_same_bytes_and_a_failure_leaves_the_old_file(tmp_path, find):
    path = write_naskah(STORY, find, tmp_path / "pasar.naskah")
    before = path.read_bytes()
    assert write_naskah(STORY, find, path).read_bytes() == before
    with pytest.raises(ExchangeError, match="tidak dapat ditulis"):
        write_naskah(STORY, lambda photo: tmp_path / "tidak-ada", path)
    assert path.read_bytes() == before
    assert not [*tmp_path.glob(".*.part")]


def test_what_a_later_program_adds_is_passed_over(tmp_path):
    files = {"story.md": b"Isi.", "versions/1.md": b"Lama.", "comments.json": b"[]"}
    path = pack(tmp_path / "baru.naskah", files, comments="comments.json")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../di-luar.txt", "tidak disebut")

    assert read_story_file(path).body == "Isi."


@pytest.mark.parametrize(
    "name",
    ["../x.jpg", "photos/../../x.jpg", "/etc/x.jpg", "C:/x.jpg", "photos\\..\\x.jpg", "a//b"],
)
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    path = pack(tmp_path / "jahat.naskah", {"story.md": b"Isi."}, files={
        "story.md": {"size": 4, "sha256": hashlib.sha256(b"Isi.").hexdigest()},
        name: {"size": 0, "sha256": hashlib.sha256(b"").hexdigest()},
    })  # fmt: skip
    with pytest.raises(ExchangeError, match="tidak aman"):
        read_story_file(path)


def test_a_photo_that_names_a_file_of_this_machine_does_not_get_it(tmp_path):
    secret = tmp_path / "rahasia.png"
    secret.write_bytes(picture())
    text = f"---\nphotos:\n- file: {secret}\n- file: ../rahasia.png\n---\n\nIsi."
    path = pack(tmp_path / "jahat.naskah", {"story.md": text.encode()})

    assert [photo.file for photo in read_story_file(path).photos] == ["rahasia.png"] * 2


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ({"files": {"story.md": said(b"Isi.", sha256="0" * 64)}}, "rusak"),
        ({"files": {"story.md": said(b"Isi.", size=3)}}, "rusak"),
        ({"files": {"story.md": said(b"Isi."), "photos/x.jpg": said(b"")}}, "rusak"),
        ({"files": {"story.md": "x"}}, "rusak"),
        ({"files": {}}, "rusak"),
        ({"files": []}, "rusak"),
        ({"files": {"story.md": said(b"Isi.", size=10**12)}}, "terlalu besar"),
        ({"format": "naskah/3"}, "perbarui Newsroom"),
        ({"format": "newsroom-bundle/1"}, "bukan berkas .naskah"),
        ({"format": 1}, "bukan berkas .naskah"),
    ],
)
def test_what_is_not_as_the_manifest_says(tmp_path, manifest, message):
    path = pack(tmp_path / "aneh.naskah", {"story.md": b"Isi."}, **manifest)
    with pytest.raises(ExchangeError, match=message) as error:
        read_story_file(path)
    assert str(error.value).endswith(f": {path}")


def test_files_that_are_none(tmp_path, find):
    whole = write_naskah(STORY, find, tmp_path / "utuh.naskah").read_bytes()
    spoilt = bytearray(whole)
    spoilt[whole.index(b"IDAT") + 8] ^= 1  # in a picture
    scraps = {"potong": whole[:-40], "bukan": b"Warga", "kosong": b"", "cacat": bytes(spoilt)}
    for name, data in scraps.items():
        path = tmp_path / f"{name}.naskah"
        path.write_bytes(data)
        with pytest.raises(ExchangeError, match="rusak"):
            read_story_file(path)
    with zipfile.ZipFile(tmp_path / "zip.naskah", "w") as archive:
        archive.writestr("story.md", "Isi.")
    with pytest.raises(ExchangeError, match="bukan berkas"):
        read_story_file(tmp_path / "zip.naskah")


def test_a_file_that_is_stopped_while_it_is_sealed_is_not_there(tmp_path: Path) -> None:
    going_on = iter([True, False])
    with pytest.raises(Cancelled):
        write_naskah(
            Story("Pasar"),
            lambda _: None,
            tmp_path / "a.naskah",
            progress=lambda *_: next(going_on),
        )
    assert not list(tmp_path.iterdir())
