"""Captions and credits in picture files, written and read back by another program: exiftool."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image

from newsroom.photos.metadata.exif import exif_of
from newsroom.photos.metadata.facts import LONGEST, PictureFacts
from newsroom.photos.metadata.files import read_facts, with_iptc
from newsroom.photos.metadata.iptc import iptc_segment
from newsroom.photos.metadata.of_photo import facts_of, filled_in
from newsroom.photos.metadata.xmp import xmp_packet
from newsroom.photos.pictures import NotAPicture
from newsroom.story.story import Photo
from tests.photos.exif_reader import exiftool

WIB = timezone(timedelta(hours=7))
FACTS = PictureFacts(
    caption="Warga Kampung Andai memanen padi, “panen raya” – Selasa (3/11/2026).",
    headline="Panen raya di Andai",
    creator="Rina Contoh",
    credit="Contoh News",
    source="Contoh News",
    copyright="© 2026 Contoh News",
    usage="Hanya untuk berita",
    city="Pandeglang",
    taken=datetime(2026, 11, 3, 7, 15, tzinfo=WIB),
    keywords=("panen", "padi", "Bantén"),
    alt="Tiga petani bertopi memotong padi yang menguning.",
)


def told(path: Path) -> dict[str, object]:
    """What exiftool reads of a file, each tag with its group."""
    return json.loads(exiftool("-j", "-G", "-charset", "iptc=UTF8", path))[0]


@pytest.fixture
def picture(make_picture) -> Path:
    return make_picture("panen.jpg")


def test_what_xmp_says_is_read(picture: Path) -> None:
    exiftool(
        "-overwrite_original",
        "-XMP-dc:Description=Warga memanen padi.",
        "-XMP-dc:Creator=Rina Contoh",
        "-XMP-photoshop:Credit=Contoh News",
        "-XMP-photoshop:City=Pandeglang",
        "-XMP-photoshop:DateCreated=2026:11:03 07:15:00+07:00",
        "-XMP-dc:Subject=panen",
        "-XMP-dc:Subject=padi",
        "-XMP-iptcCore:AltTextAccessibility=Tiga petani.",
        picture,
    )
    facts = read_facts(picture)
    assert facts.caption == "Warga memanen padi."
    assert (facts.creator, facts.credit, facts.city) == ("Rina Contoh", "Contoh News", "Pandeglang")
    assert facts.taken == FACTS.taken
    assert facts.keywords == ("panen", "padi")
    assert facts.alt == "Tiga petani."


@pytest.mark.parametrize(
    ("charset", "caption"),
    [("UTF8", "Sidang di Bantén – “lanjut”."), ("Latin", "Sidang di Bantén – “lanjut”.")],
)
def test_iptc_is_read_in_utf8_and_as_old_programs_wrote_it(
    charset: str, caption: str, picture: Path
) -> None:
    coded = ["-IPTC:CodedCharacterSet=UTF8"] if charset == "UTF8" else []
    exiftool(
        "-overwrite_original",
        *coded,
        "-charset",
        f"iptc={charset}",
        f"-IPTC:Caption-Abstract={caption}",
        "-IPTC:By-line=Rina Contoh",
        "-IPTC:DateCreated=2026:11:03",
        "-IPTC:Keywords=sidang",
        "-IPTC:Keywords=Bantén",
        picture,
    )
    facts = read_facts(picture)
    assert facts.caption == caption
    assert facts.creator == "Rina Contoh"
    assert facts.taken == datetime(2026, 11, 3)
    assert facts.keywords == ("sidang", "Bantén")


def test_the_cameras_own_time_and_name_are_read_but_not_its_boast(picture: Path) -> None:
    exiftool(
        "-overwrite_original",
        "-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA",
        "-EXIF:Artist=Rina Contoh",
        "-EXIF:DateTimeOriginal=2026:11:03 07:15:00",
        "-EXIF:OffsetTimeOriginal=+07:00",
        picture,
    )
    facts = read_facts(picture)
    assert facts == PictureFacts(creator="Rina Contoh", taken=FACTS.taken)


def test_newer_standards_go_before_older_ones_field_by_field(picture: Path) -> None:
    exiftool(
        "-overwrite_original",
        "-XMP-dc:Description=dari XMP",
        "-IPTC:Caption-Abstract=dari IPTC",
        "-IPTC:By-line=Rina Contoh",
        "-EXIF:Artist=Kamera",
        "-EXIF:Copyright=dari EXIF",
        picture,
    )
    facts = read_facts(picture)
    assert (facts.caption, facts.creator, facts.copyright) == (
        "dari XMP",
        "Rina Contoh",
        "dari EXIF",
    )


def test_what_is_written_another_program_reads(tmp_path: Path) -> None:
    path = tmp_path / "unggah.jpg"
    image = Image.new("RGB", (80, 60), "green")
    image.save(path, exif=exif_of(FACTS), xmp=xmp_packet(FACTS))
    path.write_bytes(with_iptc(path.read_bytes(), FACTS))

    tags = told(path)

    assert tags["XMP:Description"] == tags["IPTC:Caption-Abstract"] == FACTS.caption
    assert tags["EXIF:ImageDescription"] == FACTS.caption
    assert tags["XMP:Creator"] == tags["IPTC:By-line"] == tags["EXIF:Artist"] == "Rina Contoh"
    assert tags["XMP:Credit"] == tags["IPTC:Credit"] == "Contoh News"
    assert tags["XMP:Rights"] == tags["IPTC:CopyrightNotice"] == tags["EXIF:Copyright"]
    assert tags["XMP:City"] == tags["IPTC:City"] == "Pandeglang"
    assert tags["IPTC:Keywords"] == tags["XMP:Subject"] == ["panen", "padi", "Bantén"]
    assert tags["IPTC:DateCreated"] == "2026:11:03"
    assert tags["IPTC:TimeCreated"] == "07:15:00+07:00"
    assert tags["XMP:AltTextAccessibility"] == FACTS.alt
    warnings = exiftool("-validate", "-warning", "-a", path)
    assert not any(kind in warnings for kind in ("XMP", "IPTC", "JFIF"))
    assert read_facts(path) == FACTS


def test_no_hour_is_made_up_where_only_the_day_is_known(tmp_path: Path) -> None:
    path = tmp_path / "unggah.jpg"
    facts = facts_of(Photo("a.jpg", "Warga panen.", taken=date(2026, 11, 3)))
    Image.new("RGB", (80, 60), "green").save(path, exif=exif_of(facts), xmp=xmp_packet(facts))
    path.write_bytes(with_iptc(path.read_bytes(), facts))

    tags = told(path)

    assert tags["XMP:DateCreated"] == tags["IPTC:DateCreated"] == "2026:11:03"
    assert "IPTC:TimeCreated" not in tags
    assert "EXIF:DateTimeOriginal" not in tags
    assert read_facts(path).day == date(2026, 11, 3)


def test_nothing_to_say_leaves_a_file_as_it_is() -> None:
    assert iptc_segment(PictureFacts()) == xmp_packet(PictureFacts()) == b""
    assert with_iptc(b"\xff\xd8gambar", PictureFacts()) == b"\xff\xd8gambar"


def test_a_caption_longer_than_iptc_may_have_is_cut_between_letters() -> None:
    segment = iptc_segment(PictureFacts(caption="é" * 3000))
    assert ("é" * 1000).encode() in segment
    assert ("é" * 1001).encode() not in segment


def test_hostile_metadata_is_cut_and_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "aneh.jpg"
    endless = PictureFacts(caption="Banjir besar. " * 2_000, keywords=("a", "b") * 400)
    Image.new("RGB", (8, 8)).save(path, xmp=xmp_packet(endless))
    jpeg = with_iptc(path.read_bytes(), PictureFacts(headline="Banjir\x07 \u202ebesar\x00"))
    path.write_bytes(jpeg)
    facts = read_facts(path)
    assert facts.caption.startswith("Banjir besar. Banjir")
    assert len(facts.caption) <= LONGEST
    assert facts.headline == "Banjir besar"
    assert facts.keywords == ("a", "b")


@pytest.mark.parametrize(
    "xmp",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>&a;</dc:description>'
        b"</rdf:Description></rdf:RDF></x:xmpmeta>",
        b"<x:xmpmeta",
        b"\xff\xfe\x00",
        b"<a>" * 20_000,
    ],
    ids=["entity", "cut short", "no text", "deep"],
)
def test_damaged_xmp_says_nothing(xmp: bytes, tmp_path: Path) -> None:
    path = tmp_path / "aneh.jpg"
    Image.new("RGB", (8, 8)).save(path, xmp=xmp)
    assert read_facts(path).caption == ""


def test_damaged_iptc_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "aneh.jpg"
    Image.new("RGB", (8, 8)).save(path)
    jpeg = with_iptc(path.read_bytes(), FACTS)
    at = jpeg.index(b"\x1c\x02\x78")
    path.write_bytes(jpeg[: at + 3] + b"\xff\xff" + jpeg[at + 5 :])
    assert read_facts(path).headline in ("", FACTS.headline)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kosong.jpg"
    path.write_bytes(b"")
    with pytest.raises(NotAPicture):
        read_facts(path)


def test_a_time_in_utc_is_read_as_the_day_in_indonesia(picture: Path) -> None:
    exiftool("-overwrite_original", "-XMP-photoshop:DateCreated=2024:05:13 23:30:00Z", picture)
    assert filled_in(Photo("a.jpg"), read_facts(picture)).taken == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("told", "clock", "day"),
    [
        ("2024:05:14 16:30:00Z", "2024:05:15 01:30:00", date(2024, 5, 15)),  # in Jayapura
        ("2024:05:13 23:30:00Z", "2024:05:13 18:30:00", date(2024, 5, 13)),  # in New York
        ("1998:05:13 02:00:00Z", "2024:05:13 18:30:00", date(1998, 5, 13)),  # scanned later
        ("2024:05:13 22:30:00+09:00", "2024:05:14 06:30:00", date(2024, 5, 13)),
    ],
)
def test_the_cameras_own_clock_knows_the_day_better_than_utc(
    told: str, clock: str, day: date, picture: Path
) -> None:
    exiftool(
        "-overwrite_original",
        f"-XMP-photoshop:DateCreated={told}",
        f"-EXIF:DateTimeOriginal={clock}",
        picture,
    )
    assert filled_in(Photo("a.jpg"), read_facts(picture)).taken == day
