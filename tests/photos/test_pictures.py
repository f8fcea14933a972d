from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from newsroom.photos.pictures import NotAPicture, load_picture, picture_size, thumbnail

# The program has Pillow's warnings ignored; pytest listens to them anew for each test.
pytestmark = pytest.mark.filterwarnings("ignore")

SIDEWAYS = 6  # EXIF: the camera was held upright, turned to the right


def sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = SIDEWAYS
    exif[0x010F] = "Kamera Contoh"
    return exif


def test_size_and_thumbnail_are_upright(make_picture) -> None:
    path = make_picture("tegak.jpg", (640, 400), exif=sideways())

    assert picture_size(path) == (400, 640)
    small = Image.open(io.BytesIO(thumbnail(path, 100)))
    assert small.size == (62, 100)
    red, green, _ = small.getpixel((57, 5))  # the red corner has gone to the top right
    assert red > 150
    assert green < 100
    assert not small.getexif()


def test_a_small_picture_is_not_blown_up(make_picture) -> None:
    path = make_picture("kecil.png", (60, 40))

    assert Image.open(io.BytesIO(thumbnail(path, 300))).size == (60, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_png_mode_is_read(mode, make_picture, tmp_path) -> None:
    if mode == "I;16":
        path = tmp_path / "kelabu.png"
        Image.new("I;16", (60, 40), 32768).save(path)
    else:
        path = make_picture("foto.png", (60, 40), mode)

    image, kind = load_picture(path, 300)

    assert (image.mode, kind) == ("RGB", "PNG")
    if mode == "I;16":
        assert image.getpixel((5, 5)) == pytest.approx((128, 128, 128), abs=1)


def test_transparency_is_kept(tmp_path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (60, 40), (255, 0, 0, 0)).save(path)

    assert load_picture(path, 300)[0].mode == "RGBA"
    assert Image.open(io.BytesIO(thumbnail(path, 30))).mode == "RGBA"


def test_cmyk_becomes_rgb(make_picture) -> None:
    path = make_picture("cetak.jpg", (64, 40), "CMYK")

    image, _ = load_picture(path, 300)

    assert image.mode == "RGB"
    red, green, blue = image.getpixel((4, 4))
    assert red > 180 > 90 > max(green, blue)


def test_a_broken_colour_profile_is_ignored(make_picture) -> None:
    path = make_picture("profil.jpg", (64, 40), icc_profile=b"bukan profil warna")

    assert load_picture(path, 300)[0].mode == "RGB"


def test_what_is_no_picture_is_refused_in_plain_words(tmp_path) -> None:
    path = tmp_path / "naskah.jpg"
    path.write_text("Bukan foto.", encoding="utf-8")

    for use in (picture_size, lambda path: thumbnail(path, 100)):
        with pytest.raises(NotAPicture, match=r"naskah\.jpg: bukan foto"):
            use(path)


def test_a_missing_file_is_named(tmp_path) -> None:
    with pytest.raises(NotAPicture, match=r"hilang\.jpg: berkas foto tidak ditemukan"):
        picture_size(tmp_path / "hilang.jpg")


def test_a_folder_is_no_picture(tmp_path) -> None:
    with pytest.raises(NotAPicture):
        picture_size(tmp_path)


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp", "foto.gif", "foto.tif"])
def test_a_file_cut_short_never_ends_in_a_traceback(name, make_picture) -> None:
    path: Path = make_picture(name, (320, 200))
    whole = path.read_bytes()

    for part in range(0, 100, 9):
        path.write_bytes(whole[: len(whole) * part // 100])
        with pytest.raises(NotAPicture, match=name):
            load_picture(path, 100)


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp", "foto.gif", "foto.tif"])
def test_damaged_bytes_never_end_in_a_traceback(name, make_picture) -> None:
    path: Path = make_picture(name, (96, 60))
    whole = path.read_bytes()
    chance = random.Random(20190620)

    refused = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(12):
            damaged[chance.randrange(min(len(damaged), 600))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            load_picture(path, 100)
        except NotAPicture:
            refused += 1
    assert refused


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path) -> None:
    for size in ((12_000, 11_000), (20_000, 20_000)):
        path = tmp_path / "raksasa.png"
        Image.new("1", size).save(path)

        with pytest.raises(NotAPicture, match="megapiksel"):
            thumbnail(path, 100)


def test_what_can_not_be_decoded_small_may_have_fewer_pixels(tmp_path) -> None:
    size = (8_200, 8_000)  # 65.6 megapixels
    for name in ("raksasa.png", "raksasa.tif"):
        Image.new("1", size).save(tmp_path / name)
        with pytest.raises(NotAPicture, match=r"lebih dari 64 megapiksel; simpan sebagai JPEG"):
            thumbnail(tmp_path / name, 100)

    Image.new("L", size).save(tmp_path / "besar.jpg")
    assert picture_size(tmp_path / "besar.jpg") == size


def test_a_picture_of_an_iphone_is_read() -> None:
    path = Path(__file__).parent / "ponsel.heic"  # 96 × 64, its top left quarter red

    image, kind = load_picture(path, 48)

    assert (kind, image.size) == ("HEIF", (48, 32))
    red, green, blue = image.getpixel((5, 5))
    assert red > 180
    assert green < 60
    assert blue < 60
