"""Reading what picture files say, and writing it into those that are sent away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from newsroom.photos.metadata.exif import read_exif
from newsroom.photos.metadata.facts import PictureFacts, in_utc
from newsroom.photos.metadata.iptc import iptc_segment, read_iptc
from newsroom.photos.metadata.xmp import read_xmp
from newsroom.photos.pictures import NotAPicture, opened

_START = b"\xff\xd8"
_APP0 = b"\xff\xe0"
_FURTHEST = timedelta(hours=14)  # of a zone from UTC


def read_facts(path: Path) -> PictureFacts:
    """Return what a picture file says about itself.

    XMP goes before IPTC, which goes before EXIF, field by field: so newer programs read
    them (Metadata Working Group, Guidelines 2.0). Where it was taken (GPS) is not read. Of
    one moment told by UTC and by the camera's own clock, the clock's is returned: it was
    where the picture was taken. Raises NotAPicture.
    """
    with opened(path) as image:
        shot = read_exif(image)
        facts = read_xmp(image).completed(read_iptc(image)).completed(shot)
        return replace(facts, taken=_by_the_clock(facts.taken, shot.taken))


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


def _by_the_clock(told: datetime | None, clock: datetime | None) -> datetime | None:
    if told is None or clock is None or not in_utc(told) or in_utc(clock):
        return told
    apart = abs(told.replace(tzinfo=None) - clock.replace(tzinfo=None))
    return clock if apart <= _FURTHEST else told
