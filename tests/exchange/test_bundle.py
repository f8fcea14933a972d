from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from newsroom.exchange.bundle import write_bundle, write_joint_bundle
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.progress import Cancelled
from newsroom.portal.profile import load_profile
from newsroom.story.dateline import Dateline
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.story import Photo, Story

PROFILE = load_profile("infobanten")
STORY = Story(
    headline="Perahu Pustaka Singgah",
    body="Perahu tiba.\n\nAnak-anak menunggu.",
    dateline=Dateline(place="Serang"),
    byline=("Ratna Contoh",),
    section="Pendidikan",
    tags=("Buku",),
    summary="Perahu tiba.",
    closing="(*)",
    photos=(
        Photo("rak.png", caption="Rak buku.", credit="Ratna", alt="Rak"),
        Photo("perahu.jpg", caption="Perahu.", credit="Ratna", alt="Perahu", lead=True),
    ),
    revision=3,
    updated=datetime(2024, 5, 17, 1, 2, 3, tzinfo=UTC),
)
FindPicture = Callable[[Photo], Path | None]


@pytest.fixture
def pictures(tmp_path: Path) -> FindPicture:
    folder = tmp_path / "foto"
    folder.mkdir()
    noise = Image.effect_noise((900, 600), 80)
    Image.merge("RGB", (noise, noise, noise)).save(folder / "rak.png")
    Image.new("RGB", (2400, 1200), "steelblue").save(folder / "perahu.jpg")

    def find(photo: Photo) -> Path | None:
        return folder / photo.file if photo.file else None

    return find


def test_the_bundle_holds_what_its_manifest_says(pictures: FindPicture, tmp_path: Path) -> None:
    path = write_bundle(STORY, PROFILE, pictures, tmp_path / "keluar")

    assert path == tmp_path / "keluar" / "perahu-pustaka-singgah-r3.zip"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with ZipFile(path) as bundle:
        assert bundle.testzip() is None
        names = bundle.namelist()
        manifest = json.loads(bundle.read("manifest.json"))
        entries = {entry["path"]: entry for entry in manifest["files"]}
        assert names == sorted(names)
        assert {*entries, "manifest.json"} == set(names)
        for name, entry in entries.items():
            data = bundle.read(name)
            assert entry["sha256"] == hashlib.sha256(data).hexdigest()
            assert entry["bytes"] == len(data)
            if name.startswith("media/"):
                image = Image.open(io.BytesIO(data))
                assert name == f"media/nr-{entry['sha256'][:24]}.jpg"
                assert (entry["width"], entry["height"]) == image.size
                assert entry["mime"] == "image/jpeg"
                assert bundle.getinfo(name).compress_type == ZIP_STORED
        wxr = bundle.read("artikel.wxr.xml").decode()
        blocks = bundle.read("artikel.html").decode()
        notes = bundle.read("BACA-SAYA-IMPOR.txt").decode()
    assert manifest["format"] == "newsroom-bundle/1"
    assert (manifest["uid"], manifest["rev"]) == (STORY.id, 3)
    assert manifest["article"]["date"] == "2024-05-17T08:02:03+07:00"
    lead, other = manifest["article"]["photos"]
    assert (lead["caption"], lead["lead"]) == ("Perahu. (Foto: Ratna)", True)
    assert (other["caption"], other["lead"]) == ("Rak buku. (Foto: Ratna)", False)
    assert other["url"] in blocks
    assert other["url"] in wxr
    assert blocks.startswith("<!-- wp:paragraph -->\n<p><strong>SERANG, infobanten.id</strong> – ")
    for needed in (
        "wp-content/uploads/newsroom-impor",
        "Alat > Impor",
        lead["url"],
        "Ratna Contoh",
    ):
        assert needed in notes


def test_the_same_story_gives_the_same_bytes(pictures: FindPicture, tmp_path: Path) -> None:
    first = write_bundle(STORY, PROFILE, pictures, tmp_path / "satu.zip")
    second = write_bundle(STORY, PROFILE, pictures, tmp_path / "dua.zip")

    assert first.read_bytes() == second.read_bytes()


def test_a_photo_without_file_is_left_out(pictures: FindPicture, tmp_path: Path) -> None:
    story = replace(STORY, photos=(Photo("", caption="Wagub Contoh"), STORY.photos[0]))

    with ZipFile(write_bundle(story, PROFILE, pictures, tmp_path)) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
        assert "_thumbnail_id" not in bundle.read("artikel.wxr.xml").decode()

    assert [one["caption"] for one in manifest["article"]["photos"]] == ["Rak buku. (Foto: Ratna)"]


def test_a_story_without_photos_has_short_instructions(
    pictures: FindPicture, tmp_path: Path
) -> None:
    path = write_bundle(replace(STORY, photos=()), PROFILE, pictures, tmp_path)

    with ZipFile(path) as bundle:
        notes = bundle.read("BACA-SAYA-IMPOR.txt").decode()
    assert "newsroom-impor" not in notes
    assert "1. Masuk ke https://infobanten.id/wp-admin/" in notes


def test_the_manifest_says_where_else_the_story_stands_and_what_must_stay_in_sight(
    pictures: FindPicture, tmp_path: Path
) -> None:
    half = Box(0.5, 0.0, 1.0, 1.0)
    shown = [
        PhotoEdits(focal=(0.75, 0.5)),
        PhotoEdits(focal=(0.75, 0.5), crop=half),
        PhotoEdits(focal=(0.25, 0.5), crop=half),
        PhotoEdits(crop=half),
    ]
    photos = tuple(
        replace(STORY.photos[1], caption=f"Ke-{n}.", edits=e) for n, e in enumerate(shown)
    )
    for photo, focal in zip(photos, ([0.75, 0.5], [0.5, 0.5], None, None), strict=True):
        story = replace(STORY, other_sections=("Politik", "Astrologi"), photos=(photo,))
        with ZipFile(write_bundle(story, PROFILE, pictures, tmp_path)) as bundle:
            article = json.loads(bundle.read("manifest.json"))["article"]
        assert (article["section"], article["other_sections"]) == ("pendidikan", ["politik"])
        assert [one["focal"] for one in article["photos"]] == [focal]


def test_the_instructions_say_what_the_importer_can_not_do(
    pictures: FindPicture, tmp_path: Path
) -> None:
    def notes(story: Story) -> str:
        with ZipFile(write_bundle(story, PROFILE, pictures, tmp_path)) as bundle:
            return bundle.read("BACA-SAYA-IMPOR.txt").decode()

    assert "Yoast" not in notes(STORY)
    assert "Jadwalkan" not in notes(STORY)
    timed = replace(STORY, publish=datetime(2024, 5, 20, 1, 5, tzinfo=UTC))
    assert "Waktu tayangnya Senin (20/5/2024) pukul 08.05 WIB." in notes(timed)
    assert "Pendidikan (utama), Politik." in notes(replace(STORY, other_sections=("Politik",)))
    told = notes(replace(STORY, search_title="Perahu Pustaka"))
    assert "isian Yoast SEO atau Rank Math" in told
    assert "(utama)" not in told


def test_progress_is_told_to_the_end(pictures: FindPicture, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    write_bundle(STORY, PROFILE, pictures, tmp_path, progress)

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("stop", range(4))
def test_stopping_leaves_what_was_there_before(
    stop: int, pictures: FindPicture, tmp_path: Path
) -> None:
    path = tmp_path / "keluar" / "paket.zip"
    path.parent.mkdir()
    path.write_bytes(b"paket lama")

    with pytest.raises(Cancelled):
        write_bundle(STORY, PROFILE, pictures, path, lambda done, total: done < stop)

    assert [one.name for one in path.parent.iterdir()] == ["paket.zip"]
    assert path.read_bytes() == b"paket lama"


def test_a_broken_photo_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    broken = tmp_path / "rak.png"
    broken.write_bytes(b"bukan foto")
    out = tmp_path / "keluar"
    out.mkdir()

    with pytest.raises(ExchangeError, match=r"rak\.png: bukan foto"):
        write_bundle(STORY, PROFILE, lambda photo: broken, out)

    assert not [*out.iterdir()]


def test_a_place_that_cannot_be_written_is_named(pictures: FindPicture, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")

    with pytest.raises(ExchangeError, match=r"paket tidak dapat ditulis: .*berkas"):
        write_bundle(STORY, PROFILE, pictures, tmp_path / "berkas" / "dalam")


def joint(pictures: FindPicture, out: Path) -> Path:
    other = replace(
        STORY,
        id="0" * 32,
        headline="Perahu Pustaka Pulang",
        slug="perahu-pulang",
        byline=("Karta Andaian",),
        photos=STORY.photos[1:],
        publish=datetime(2024, 5, 20, 1, 5, tzinfo=UTC),
        other_sections=("Politik",),
    )
    return write_joint_bundle((STORY, other), PROFILE, pictures, out)


def test_several_stories_are_one_bundle_with_each_picture_once(
    pictures: FindPicture, tmp_path: Path
) -> None:
    path = joint(pictures, tmp_path)

    assert path.name == "perahu-pustaka-singgah-dan-1-lain.zip"
    with ZipFile(path) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
        assert {entry["path"] for entry in manifest["files"]} | {"manifest.json"} == set(
            bundle.namelist()
        )
        for article in manifest["articles"]:
            assert bundle.read(article["body"]).startswith(b"<!-- wp:paragraph -->")
        notes = bundle.read("BACA-SAYA-IMPOR.txt").decode()
        names = bundle.namelist()
    first, second = manifest["articles"]
    assert (first["uid"], second["uid"]) == (STORY.id, "0" * 32)
    assert (first["body"], second["body"]) == (
        "artikel/perahu-pustaka-singgah.html",
        "artikel/perahu-pulang.html",
    )
    assert second["photos"][0]["file"] == first["photos"][0]["file"]
    assert len([name for name in names if name.startswith("media/")]) == 2
    for needed in (
        "2 naskah:\n   1. Perahu Pustaka Singgah (revisi 3)\n   2. Perahu Pustaka Pulang",
        "salin 2 berkas",
        '"Ratna Contoh" (ratna-contoh), "Karta Andaian" (karta-andaian)',
        "Waktu tayang:\n   - Perahu Pustaka Pulang: Senin (20/5/2024) pukul 08.05 WIB\n",
        "rubriknya:\n   - Perahu Pustaka Pulang: Pendidikan (utama), Politik\n",
        "https://infobanten.id/wp-admin/import.php",
        "https://infobanten.id/wp-admin/edit.php",
    ):
        assert needed in notes


def test_the_same_stories_give_the_same_bytes(pictures: FindPicture, tmp_path: Path) -> None:
    first, second = joint(pictures, tmp_path / "1.zip"), joint(pictures, tmp_path / "2.zip")

    assert first.read_bytes() == second.read_bytes()


def test_the_instructions_name_the_editor_of_the_site(
    pictures: FindPicture, tmp_path: Path
) -> None:
    classic = replace(PROFILE, editor="classic")

    with ZipFile(write_bundle(STORY, classic, pictures, tmp_path)) as bundle:
        notes = bundle.read("BACA-SAYA-IMPOR.txt").decode()
        body = bundle.read("artikel.html").decode()

    assert "tab Teks Classic Editor" in notes
    assert "<!-- wp:" not in body
    assert '[caption align="aligncenter" width="900"]' in body
