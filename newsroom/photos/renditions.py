"""The form of a photograph that goes to a portal: small enough, upright, sRGB, no metadata."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from newsroom.photos.pictures import encode, load_picture

_LEAST_QUALITY = 60  # below it faces fall into squares: rather fewer pixels
_LEAST_SIDE = 160
_FEW_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Rendition:
    """A finished picture file: its bytes, media type, and size in pixels."""

    data: bytes
    mime: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def extension(self) -> str:
        """The file name's ending, with its dot."""
        return ".png" if self.mime == "image/png" else ".jpg"


def make_rendition(path: Path, longest_side: int, quality: int, max_bytes: int) -> Rendition:
    """Make the form of a picture that keeps to a portal's limits.

    A PNG stays one if it is transparent or has few colours, as charts and logos
    do, and fits; everything else becomes a JPEG on white, with quality lowered
    first and then size until it fits. The same file gives the same bytes.
    Raises NotAPicture.
    """
    image, kind = load_picture(path, longest_side)
    if kind == "PNG" and (image.mode == "RGBA" or image.getcolors(_FEW_COLOURS)):
        data = encode(image, "PNG")
        if len(data) <= max_bytes:
            return Rendition(data, "image/png", *image.size)
    return _jpeg(_on_white(image), quality, max_bytes)


def _jpeg(image: Image.Image, quality: int, max_bytes: int) -> Rendition:
    while True:
        data = encode(image, "JPEG", quality=quality, progressive=True)
        if len(data) <= max_bytes or max(image.size) <= _LEAST_SIDE:
            return Rendition(data, "image/jpeg", *image.size)
        if quality > _LEAST_QUALITY:
            quality = max(_LEAST_QUALITY, quality - 8)
        else:
            width, height = (max(1, side * 4 // 5) for side in image.size)
            image = image.resize((width, height), Image.Resampling.LANCZOS)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
