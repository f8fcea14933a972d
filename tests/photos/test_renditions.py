from __future__ import annotations

import hashlib
import io
import json
import struct

import pytest
from PIL import Image, ImageDraw

from newsroom.photos.metadata.files import read_facts
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.photos.pictures import NotAPicture
from newsroom.photos.renditions import Rendition, make_rendition
from newsroom.story.photo_edits import Box, PhotoEdits
from newsroom.story.rights import Rights
from newsroom.story.story import Photo
from tests.photos.exif_reader import exiftool


def opened(rendition: Rendition) -> Image.Image:
    image = Image.open(io.BytesIO(rendition.data))
    image.load()
    return image


def test_a_photo_is_made_smaller_upright_and_bare(make_picture) -> None:
    exif = Image.Exif()
    exif[0x0112] = 8  # turned to the left
    exif.get_ifd(0x8825)[1] = "S"  # GPS
    path = make_picture("foto.jpg", (2000, 1000), exif=exif, comment=b"catatan pribadi")

    rendition = make_rendition(path, 800, 85, 600_000)

    image = opened(rendition)
    assert (rendition.mime, rendition.extension) == ("image/jpeg", ".jpg")
    assert (rendition.width, rendition.height) == image.size == (400, 800)
    assert not image.getexif()
    assert b"catatan pribadi" not in rendition.data
    assert b"Exif" not in rendition.data
    assert image.getpixel((20, 780))[0] > 180  # the red corner, at the bottom left now


def test_the_same_file_gives_the_same_bytes(make_picture) -> None:
    path = make_picture("foto.jpg")

    first, second = (make_rendition(path, 400, 85, 600_000) for _ in range(2))

    assert first == second
    assert first.digest == hashlib.sha256(first.data).hexdigest()


@pytest.mark.parametrize("most", [40_000, 12_000, 3_000])
def test_it_keeps_to_the_bytes_allowed(most, make_picture) -> None:
    path = make_picture("foto.jpg", (1200, 800))

    rendition = make_rendition(path, 1200, 85, most)

    assert len(rendition.data) <= most
    assert rendition.width / rendition.height == pytest.approx(1.5, abs=0.02)


def test_quality_gives_way_before_size(make_picture) -> None:
    path = make_picture("foto.jpg", (600, 400))
    at_full = len(make_rendition(path, 600, 85, 10_000_000).data)

    rendition = make_rendition(path, 600, 85, at_full - 1)

    assert (rendition.width, rendition.height) == (600, 400)


def test_an_impossible_limit_still_gives_a_picture(make_picture) -> None:
    rendition = make_rendition(make_picture("foto.jpg"), 1200, 85, 1)

    assert max(opened(rendition).size) <= 160


def adobe_rgb() -> bytes:
    """An ICC profile with the primaries and the gamma of Adobe RGB (1998)."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.19921875 * 256)) + bytes(2)
    tags = {
        b"wtpt": b"XYZ " + bytes(4) + fixed(0.9505, 1.0, 1.0891),
        b"rXYZ": b"XYZ " + bytes(4) + fixed(0.60974, 0.31111, 0.01947),
        b"gXYZ": b"XYZ " + bytes(4) + fixed(0.20528, 0.62567, 0.06087),
        b"bXYZ": b"XYZ " + bytes(4) + fixed(0.14919, 0.06322, 0.74457),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(data), len(content))
        data += content
    head = struct.pack(">I4sI4s4s4s12x4s", start + len(data), b"", 0x02100000, b"mntr", b"RGB ",
                       b"XYZ ", b"acsp")  # fmt: skip
    return head.ljust(68, bytes(1)) + fixed(0.9642, 1.0, 0.8249).ljust(60, bytes(1)) + table + data


def test_a_wide_gamut_is_brought_to_srgb(tmp_path) -> None:
    path = tmp_path / "lebar.jpg"
    Image.new("RGB", (40, 40), (128, 200, 128)).save(path, quality=95, icc_profile=adobe_rgb())

    image = opened(make_rendition(path, 800, 85, 600_000))

    red, green, blue = image.getpixel((9, 9))
    assert red < 100  # the same green needs less red in the smaller space
    assert green == pytest.approx(200, abs=6)
    assert blue == pytest.approx(126, abs=6)
    assert "icc_profile" not in image.info


def test_a_chart_stays_png(tmp_path) -> None:
    path = tmp_path / "grafik.png"
    chart = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(chart).rectangle((100, 200, 300, 600), fill=(20, 80, 160))
    chart.save(path)

    rendition = make_rendition(path, 1600, 85, 600_000)

    assert (rendition.mime, rendition.extension) == ("image/png", ".png")


def test_a_transparent_logo_stays_png_and_a_heavy_one_lies_on_white(tmp_path) -> None:
    path = tmp_path / "logo.png"
    logo = Image.effect_noise((300, 300), 90).convert("RGBA")
    logo.paste((0, 0, 0, 0), (0, 0, 100, 100))
    logo.save(path)

    kept = make_rendition(path, 1600, 85, 600_000)
    flat = make_rendition(path, 1600, 85, 60_000)

    assert opened(kept).mode == "RGBA"
    assert flat.mime == "image/jpeg"
    assert opened(flat).getpixel((20, 20)) == pytest.approx((255, 255, 255), abs=4)


def test_a_photo_saved_as_png_becomes_jpeg(make_picture) -> None:
    assert make_rendition(make_picture("foto.png"), 1600, 85, 600_000).mime == "image/jpeg"
    solid = make_picture("padat.png", mode="RGBA")
    assert make_rendition(solid, 1600, 85, 600_000).mime == "image/jpeg"


def test_what_is_no_picture_is_refused(tmp_path) -> None:
    path = tmp_path / "surat.png"
    path.write_bytes(b"%PDF-1.4")

    with pytest.raises(NotAPicture, match=r"surat\.png"):
        make_rendition(path, 800, 85, 600_000)


def test_what_is_done_to_a_photo_is_done_to_its_copy(make_picture) -> None:
    path = make_picture("foto.jpg", (2000, 1000))  # its top left corner is red
    before = path.read_bytes()
    edits = PhotoEdits(turn=90, crop=Box(0.5, 0.0, 1.0, 0.5))

    rendition = make_rendition(path, 500, 85, 600_000, edits)

    image = opened(rendition)
    assert image.size == (250, 500)  # half of 1000 by half of 2000, at its full size
    assert image.getpixel((200, 40))[0] > 180
    assert path.read_bytes() == before


def test_a_cut_picture_keeps_the_size_allowed_where_the_file_has_it(make_picture) -> None:
    path = make_picture("foto.jpg", (2000, 1000))

    rendition = make_rendition(path, 800, 85, 900_000, PhotoEdits(crop=Box(0.0, 0.0, 0.4, 0.8)))

    assert (rendition.width, rendition.height) == (800, 800)


@pytest.mark.parametrize("name", ["foto.jpg", "bagan.png"])
def test_a_copy_says_what_the_story_says_and_not_where_it_was_taken(
    name: str, make_picture, tmp_path
) -> None:
    path = make_picture(name) if name == "foto.jpg" else tmp_path / name
    if name == "bagan.png":
        Image.new("RGB", (64, 64), "green").save(path)
    exiftool("-overwrite_original", "-GPSLatitude=6.3", "-EXIF:SerialNumber=12345", path)
    photo = Photo(
        name, caption="Warga memanen padi.", credit="Rina Contoh/Antara", place="Pandeglang"
    )

    rendition = make_rendition(path, 400, 85, 600_000, facts=facts_of(photo))
    sent = tmp_path / f"unggah{rendition.extension}"
    sent.write_bytes(rendition.data)

    told = json.loads(exiftool("-j", "-G", sent))[0]
    assert told["XMP:Description"] == "Warga memanen padi."
    assert told["XMP:Creator"] == "Rina Contoh"
    assert told["XMP:Credit"] == "Antara"
    assert told["XMP:City"] == "Pandeglang"
    assert not any("GPS" in tag or "Serial" in tag for tag in told)
    assert b"12345" not in rendition.data


@pytest.mark.parametrize("kind", ["foto.jpg", "bagan.png"])
@pytest.mark.parametrize("letter", ["a", "&", "é", "\N{EAR OF MAIZE}"])
def test_an_endless_caption_is_cut_in_the_copy(letter, kind, make_picture, tmp_path) -> None:
    path = make_picture(kind, mode="RGB" if kind == "foto.jpg" else "1")
    long = letter * 70_000
    words = tuple(f"{letter * 90}{number}" for number in range(200))
    photo = Photo(
        kind, caption=long, credit=long, alt=long, place=long, copyright=long, creator=long,
        keywords=words,
    )  # fmt: skip

    rendition = make_rendition(path, 400, 85, 600_000, facts=facts_of(photo))
    sent = tmp_path / f"unggah{rendition.extension}"
    sent.write_bytes(rendition.data)

    told = read_facts(sent)
    assert long.startswith(told.caption)
    assert len(told.caption) >= 1_000
    assert len(told.keywords) > 0


@pytest.mark.parametrize("kind", ["foto.jpg", "bagan.png"])
def test_control_characters_do_not_get_into_a_copy(kind, make_picture, tmp_path) -> None:
    path = make_picture(kind, mode="RGB" if kind == "foto.jpg" else "1")
    odd = "Warga\x0bpanen\x00 pa\x07di\ud83c"
    photo = Photo(kind, caption=odd, credit=odd, alt=odd, place=odd, keywords=(odd,))

    rendition = make_rendition(path, 400, 85, 600_000, facts=facts_of(photo))
    sent = tmp_path / f"unggah{rendition.extension}"
    sent.write_bytes(rendition.data)

    told = read_facts(sent)
    assert " ".join(told.caption.split()) == "Warga panen padi"
    assert " ".join(told.city.split()) == "Warga panen padi"


def test_who_gave_a_picture_and_what_was_agreed_stays_in_the_house(make_picture, tmp_path) -> None:
    photo = Photo(
        "a.jpg",
        caption="Warga panen.",
        credit="Istimewa",
        rights=Rights.COURTESY,
        source="Sumirah, warga Sukaduka",
        permission="lewat WhatsApp 0812-5550-0199",
    )
    copy = tmp_path / "copy.jpg"
    source = make_picture("a.jpg")
    copy.write_bytes(make_rendition(source, 400, 85, 90_000, facts=facts_of(photo)).data)
    (told,) = json.loads(exiftool("-json", "-a", copy))
    assert told["Caption-Abstract"] == "Warga panen."
    assert "Sumirah" not in str(told)
    assert "0812" not in str(told)
