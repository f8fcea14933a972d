"""EXIF, which the camera itself writes: the time, and at times a name."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from contextlib import suppress

from PIL import Image
from PIL.ExifTags import IFD, Base

from newsroom.photos.metadata.facts import PictureFacts, clean, moment

# What cameras write of themselves where a caption belongs.
_NO_CAPTION = ("digital camera", "samsung", "sony dsc", "dcim", "default", "camera")


def read_exif(image: Image.Image) -> PictureFacts:
    """Return what the EXIF of an opened picture says; nothing if it has none."""
    try:
        main = image.getexif()
        shot: Mapping[int, object] = main.get_ifd(IFD.Exif)
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        return PictureFacts()  # damaged; the picture may be whole
    caption = _text(main, Base.ImageDescription)
    is_own = any(word in caption.casefold() for word in _NO_CAPTION) and len(caption) < 40
    taken = _text(shot, Base.DateTimeOriginal) or _text(shot, Base.DateTimeDigitized)
    zone = _text(shot, Base.OffsetTimeOriginal)
    return PictureFacts(
        caption="" if is_own else caption,
        creator=_text(main, Base.Artist),
        copyright=_text(main, Base.Copyright),
        taken=moment(taken + zone) or moment(taken),
    )


def exif_of(facts: PictureFacts) -> Image.Exif:
    """Return the EXIF that says these facts; no place, no camera, no serial number."""
    exif = Image.Exif()
    for tag, text in (
        (Base.ImageDescription, facts.caption),
        (Base.Artist, facts.creator),
        (Base.Copyright, facts.copyright),
    ):
        if text:
            exif[tag] = text.encode()
    if facts.taken and facts.knows_hour:  # a day alone can't be said here
        shot = exif.get_ifd(IFD.Exif)
        shot[Base.DateTimeOriginal] = facts.taken.strftime("%Y:%m:%d %H:%M:%S")
        if facts.taken.tzinfo:
            zone = facts.taken.strftime("%z")
            shot[Base.OffsetTimeOriginal] = f"{zone[:3]}:{zone[3:]}"
    return exif


def _text(values: Mapping[int, object], tag: int) -> str:
    value = values.get(tag)
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    # EXIF is ASCII by its letter; most programs write UTF-8, which Pillow reads as Latin-1.
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return clean(value)
