"""Turning, cutting, brightening and blurring, by what the picture then shows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from newsroom.photos.editing import edited, edited_thumbnail, pixels
from newsroom.story.photo_edits import WHOLE, Box, PhotoEdits, crop_to_ratio

RED, BLUE = (255, 0, 0), (0, 0, 255)
shares = st.floats(0, 1)


@pytest.fixture
def picture() -> Image.Image:
    """Blue and twice as wide as high, its top left quarter red."""
    image = Image.new("RGB", (200, 100), BLUE)
    image.paste(RED, (0, 0, 100, 50))
    return image


def test_nothing_to_do_changes_nothing(picture: Image.Image) -> None:
    assert PhotoEdits().is_empty
    assert PhotoEdits(focal=(0.1, 0.1)).is_empty
    assert not PhotoEdits(crop=WHOLE).is_empty
    assert edited(picture, PhotoEdits()) == picture


@pytest.mark.parametrize(
    ("turn", "size", "red"),
    [(90, (100, 200), (90, 10)), (180, (200, 100), (190, 90)), (270, (100, 200), (10, 190))],
)
def test_turning_is_to_the_right(
    turn: int, size: tuple[int, int], red: tuple[int, int], picture: Image.Image
) -> None:
    turned = edited(picture, PhotoEdits(turn=turn))
    assert turned.size == size
    assert turned.getpixel(red) == RED


def test_what_is_cut_away_is_gone(picture: Image.Image) -> None:
    cut = edited(picture, PhotoEdits(crop=Box(0, 0, 0.5, 0.5)))
    assert cut.size == (100, 50)
    assert cut.getcolors() == [(5000, RED)]


def test_a_box_beyond_the_edges_cuts_at_them(picture: Image.Image) -> None:
    assert edited(picture, PhotoEdits(crop=Box(0.5, -1, 7, 3))).size == (100, 100)
    assert edited(picture, PhotoEdits(crop=Box(0.5, 0.5, 0.5, 0.5))) == picture


def test_brightness_is_a_factor(picture: Image.Image) -> None:
    darker = edited(picture, PhotoEdits(brightness=0.5))
    assert darker.getpixel((10, 10)) == (127, 0, 0)


def test_a_blurred_face_can_t_be_made_out_and_the_rest_is_untouched() -> None:
    noise = Image.effect_noise((300, 300), 80).convert("RGB")
    face = Box(0.25, 0.25, 0.75, 0.75)
    blurred = edited(noise, PhotoEdits(blurs=(face,)))
    place = pixels(face, noise.size)
    inside = ImageStat.Stat(blurred.crop(place)).stddev[0]
    assert inside < ImageStat.Stat(noise.crop(place)).stddev[0] / 8
    difference = ImageChops.difference(noise, blurred).getbbox()
    assert difference is not None
    assert place[0] <= difference[0]
    assert difference[2] <= place[2]


def test_a_blur_stays_on_its_face_when_the_picture_is_cut_and_turned() -> None:
    noise = Image.effect_noise((200, 100), 80).convert("RGB")
    edits = PhotoEdits(blurs=(Box(0, 0, 0.5, 0.5),))
    once = edited(noise, edits).transpose(Image.Transpose.ROTATE_270)
    difference = ImageChops.difference(edited(noise, edits.turned()), once)
    assert max(high for _, high in difference.getextrema()) <= 2  # of 255: Pillow's rounding
    cut = edited(noise, PhotoEdits(blurs=edits.blurs, crop=Box(0.25, 0, 1, 1)))
    assert cut == edited(noise, edits).crop((50, 0, 200, 100))


@given(shares, shares, shares, shares)
def test_four_quarter_turns_lead_back(a: float, b: float, c: float, d: float) -> None:
    edits = PhotoEdits(crop=Box(a, b, c, d), focal=(a, d), blurs=(Box(c, d, a, b),))
    back = edits.turned().turned().turned().turned()
    assert back.turn == edits.turn
    assert back.crop is not None
    assert back.focal == pytest.approx(edits.focal)
    assert (back.crop.left, back.crop.bottom) == pytest.approx((a, d))


@given(
    st.integers(1, 6000),
    st.integers(1, 6000),
    st.sampled_from([1.0, 4 / 3, 3 / 2, 16 / 9, 9 / 16, 1.91]),
    shares,
    shares,
)
def test_a_cut_to_a_ratio_has_it_and_lies_inside(
    width: int, height: int, ratio: float, across: float, down: float
) -> None:
    box = crop_to_ratio(width, height, ratio, (across, down))
    assert -1e-9 <= box.left <= box.right <= 1 + 1e-9
    assert -1e-9 <= box.top <= box.bottom <= 1 + 1e-9
    assert box.width * width / (box.height * height) == pytest.approx(ratio)
    assert box.width == pytest.approx(1) or box.height == pytest.approx(1)


def test_a_thumbnail_of_a_part_is_as_large_as_one_of_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    Image.new("RGB", (800, 400), BLUE).save(path)
    whole = Image.open(io.BytesIO(edited_thumbnail(path, 200, PhotoEdits())))
    part = edited_thumbnail(path, 200, PhotoEdits(turn=90, crop=Box(0.5, 0.25, 1, 0.75)))
    assert whole.size == (200, 100)
    assert Image.open(io.BytesIO(part)).size == (100, 200)
