"""Doing to a picture what its edits say; the file itself is never changed."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter

from newsroom.photos.pictures import thumbnail
from newsroom.story.photo_edits import BRIGHTEST, DARKEST, Box, PhotoEdits

_TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns to the left
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
# So few squares across a face leave nothing that could be sharpened again.
_SQUARES = 6


def edited(image: Image.Image, edits: PhotoEdits) -> Image.Image:
    """Return a picture turned, blurred, brightened and cut, in this order."""
    if edits.turn in _TURNS:
        image = image.transpose(_TURNS[edits.turn])
    for box in edits.blurs:
        image = _blurred(image, box)
    brightness = min(max(edits.brightness, DARKEST), BRIGHTEST)
    if brightness != 1.0:
        image = ImageEnhance.Brightness(image).enhance(brightness)
    crop = edits.crop.within() if edits.crop else None
    return image.crop(pixels(crop, image.size)) if crop else image


def side_before(longest_side: int, edits: PhotoEdits) -> int:
    """Return the side that a picture must have for what is left of it to have this one.

    >>> side_before(640, PhotoEdits()), side_before(640, PhotoEdits(crop=Box(0, 0, 0.5, 1)))
    (640, 1280)
    """
    crop = edits.crop.within() if edits.crop else None
    return round(longest_side / min(crop.width, crop.height)) if crop else longest_side


def edited_thumbnail(path: Path, side: int, edits: PhotoEdits) -> bytes:
    """Return the edited picture small, as JPEG or PNG. Raises NotAPicture."""

    def edit(image: Image.Image) -> Image.Image:
        image = edited(image, edits)
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        return image

    return thumbnail(path, side_before(side, edits), edit)


def pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a part of a picture in pixels, one at least.

    >>> pixels(Box(0.0, 0.0, 0.5, 1.0), (101, 50)), pixels(Box(0.999, 0, 1, 1), (20, 10))
    ((0, 0, 50, 50), (19, 0, 20, 10))
    """
    width, height = size
    left = min(round(box.left * width), width - 1)
    top = min(round(box.top * height), height - 1)
    right, bottom = round(box.right * width), round(box.bottom * height)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _blurred(image: Image.Image, box: Box) -> Image.Image:
    """Return a picture with a part made unrecognisable for good, its surroundings untouched."""
    part = box.within()
    if part is None:
        return image
    place = pixels(part, image.size)
    face = image.crop(place)
    few = tuple(max(1, min(_SQUARES, side)) for side in face.size)
    squares = face.resize(few, Image.Resampling.BOX)
    soft = squares.resize(face.size, Image.Resampling.NEAREST)
    soft = soft.filter(ImageFilter.GaussianBlur(min(face.size) / _SQUARES / 2))
    changed = image.copy()
    changed.paste(soft, place)
    return changed
