"""What a photograph's picture is known by while the window shows it."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

from newsroom.story.story import Photo


def picture_key(photo: Photo) -> str:
    """Return a name for a photo's picture as it is shown, another once it is edited otherwise.

    It is empty where there is no picture.

    >>> picture_key(Photo("bus.jpg", digest="b7")), picture_key(Photo("", "Warga membaca."))
    ('b7', '')
    """
    key = photo.digest or photo.file
    if not key or photo.edits.is_empty:
        return key
    seen = replace(photo.edits, focal=None)  # it changes nothing that is shown
    return f"{key}-{crc32(repr(seen).encode()):08x}"
