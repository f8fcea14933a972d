"""Files that are called photographs and are none, or would do harm: each is told in words."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from newsroom.photos.metadata.facts import LONGEST
from newsroom.photos.metadata.files import read_facts
from newsroom.photos.pictures import (
    NotAPicture,
    is_picture,
    load_picture,
    picture_size,
    thumbnail,
)

pytestmark = pytest.mark.filterwarnings("ignore")  # Pillow's, which the program ignores


def refusal(path: Path) -> str:
    """What both the first look and the reading say of a file."""
    told = []
    for use in (picture_size, lambda path: load_picture(path, 100)):
        with pytest.raises(NotAPicture) as refused:
            use(path)
        told.append(str(refused.value))
    assert told[0] == told[1]
    return told[0]


@pytest.mark.parametrize(
    ("name", "start", "told"),
    [
        ("foto.jpg", b"", "berkasnya kosong"),
        ("foto.jpg", b"Catatan rapat desa.", "bukan foto yang dapat dibaca"),
        ("foto.jpg", b"%PDF-1.7\n1 0 obj", "berkas PDF"),
        ("foto.jpg", b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>\n<html>", "halaman web"),
        ("foto.png", b"<html><body>404", "halaman web"),
        ("foto.jpg", b"PK\x03\x04 word/document.xml", "ZIP atau Word"),
        ("foto.jpg", b"\0\0\0\x18ftypmp42", "video"),
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "rusak atau tidak lengkap"),
        ("foto.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'>", "SVG"),
        ("DSC_0001.NEF", b"II*\0", "foto RAW"),
    ],
)
def test_a_disguise_is_named_with_what_to_do(
    name: str, start: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(start)

    message = refusal(path)

    assert message.startswith(f"{name}: ")
    assert told in message
    assert ";" in message  # what is so; what to do


def test_a_png_called_jpg_is_taken_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    Image.new("RGB", (30, 20)).save(path, "PNG")

    assert load_picture(path, 30)[1] == "PNG"


def test_a_folder_with_the_name_of_a_photo(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.mkdir()

    assert "ini folder" in refusal(path)


def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.jpg"
    os.mkfifo(pipe)

    assert "ini bukan berkas" in refusal(pipe)
    assert "ini bukan berkas" in refusal(Path("/dev/zero"))


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "raksasa.jpg"
    Image.new("RGB", (60, 40)).save(path)
    with path.open("r+b") as file:
        file.truncate(5_000_000_000)

    assert "lebih besar dari 400 MB" in refusal(path)


def test_a_bomb_small_on_the_disk_is_refused_by_its_head(tmp_path: Path) -> None:
    """30,000 × 30,000 pixels of one colour: 900 megapixels from a few hundred kilobytes."""
    path = tmp_path / "bom.png"
    lines = zlib.compressobj(9)
    data = b"".join(lines.compress(bytes(30_001 * 100)) for _ in range(300)) + lines.flush()
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )

    assert path.stat().st_size < 1_000_000
    assert "megapiksel" in refusal(path)


@pytest.mark.parametrize("kept", [0.999, 0.6, 0.05])
def test_a_photo_cut_short_is_found_out_when_it_is_read(kept: float, make_picture) -> None:
    path = make_picture("terpotong.jpg", (1200, 800))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])

    with pytest.raises(NotAPicture, match=r"terpotong\.jpg: berkas foto rusak atau tidak lengkap"):
        thumbnail(path, 100)


KINDS = [
    ("foto.jpg", {}),
    ("foto.jpg", {"progressive": True}),
    ("foto.png", {}),
    ("foto.webp", {}),
    ("foto.tif", {"compression": "tiff_lzw"}),
    ("foto.gif", {}),
    ("foto.bmp", {}),
]


@pytest.mark.parametrize(("name", "options"), KINDS)
@pytest.mark.parametrize("kept", [0.99, 0.6, 0.05])
def test_a_photo_cut_short_is_no_picture_at_the_first_look(
    name: str, options: dict[str, object], kept: float, make_picture
) -> None:
    path = make_picture(name, (1200, 800), **options)
    whole = path.read_bytes()
    assert is_picture(path)
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert not is_picture(path)


@pytest.mark.parametrize(("name", "options"), KINDS)
def test_what_a_program_adds_behind_a_photo_does_no_harm(
    name: str, options: dict[str, object], make_picture
) -> None:
    path = make_picture(name, (600, 400), **options)
    path.write_bytes(path.read_bytes() + b"Ditambahkan oleh kamera. " * 40)
    assert is_picture(path)


@pytest.mark.parametrize("kept", [0.99, 0.5])
def test_a_photo_of_a_phone_cut_short_is_no_picture(kept: float, tmp_path: Path) -> None:
    whole = Path(__file__).with_name("ponsel.heic").read_bytes()
    path = tmp_path / "ponsel.heic"
    path.write_bytes(whole)
    assert is_picture(path)
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert not is_picture(path)


def test_a_caption_of_megabytes_is_cut_and_the_photo_taken(tmp_path: Path) -> None:
    told = PngImagePlugin.PngInfo()
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:RDF><rdf:Description><dc:description>'
        f'<rdf:Alt><rdf:li xml:lang="x-default">{"Warga panen. " * 800_000}</rdf:li></rdf:Alt>'
        "</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    told.add_itxt("XML:com.adobe.xmp", xmp)
    path = tmp_path / "panjang.png"
    Image.new("RGB", (60, 40)).save(path, pnginfo=told)

    assert path.stat().st_size > 10_000_000
    assert len(read_facts(path).caption) <= LONGEST
    assert load_picture(path, 60)[0].size == (60, 40)


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*" + bytes(range(256))]
)
def test_broken_exif_does_not_cost_the_photo(exif: bytes, make_picture) -> None:
    path = make_picture("foto.jpg", (60, 40), exif=exif)

    assert picture_size(path) == (60, 40)
    assert read_facts(path).caption == ""
    assert load_picture(path, 60)[0].size == (60, 40)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
