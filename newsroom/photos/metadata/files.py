"""Reading what picture files say, and writing it into those that are sent away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newsroom.photos.metadata.exif import read_exif
from newsroom.photos.metadata.facts import PictureFacts
from newsroom.photos.metadata.iptc import iptc_segment, read_iptc
from newsroom.photos.metadata.xmp import read_xmp
from newsroom.photos.pictures import NotAPicture, opened

_START = b"\xff\xd8"
_APP0 = b"\xff\xe0"


def read_facts(path: Path) -> PictureFacts:
    """Return what a picture file says about itself.

    XMP goes before IPTC, which goes before EXIF, field by field: so newer programs read
    them (Metadata Working Group, Guidelines 2.0). Where it was taken (GPS) is not read.
    Raises NotAPicture.
    """
    with opened(path) as image:
        facts = read_xmp(image).completed(read_iptc(image))
        return facts.completed(read_exif(image))


def taken_at(path: Path) -> datetime | None:
    """Return when a picture was taken by its camera's clock; None if it does not say."""
    try:
        with opened(path) as image:
            return read_exif(image).taken
    except NotAPicture:
        return None


def with_iptc(jpeg: bytes, facts: PictureFacts) -> bytes:
    """Return a JPEG file with these facts in IPTC too, which Pillow can't write."""
    segment = iptc_segment(facts)
    if not segment or not jpeg.startswith(_START):
        return jpeg
    at = len(_START)
    if jpeg[at : at + 2] == _APP0:  # JFIF comes first
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return jpeg[:at] + segment + jpeg[at:]
