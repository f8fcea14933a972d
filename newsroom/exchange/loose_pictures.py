"""Pictures within a document: which of them are photographs that can be used."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
from collections.abc import Callable, Iterable

from PIL import Image

from newsroom.exchange.rich.text import PictureAt
from newsroom.exchange.unpacked import Keep
from newsroom.photos.pictures import FORMATS, is_too_large
from newsroom.story.story import Photo

_ENDINGS = {"JPEG": ".jpg", "TIFF": ".tif"}
_SMALLEST = 100  # pixels on the longest side; what is smaller is an ornament
_MOST = 200  # pictures; a story has a few
_BY_MACHINE = ("automatically generated", "dibuat secara otomatis", "may be incorrect.")


def photos_of(
    pictures: Iterable[PictureAt],
    content_of: Callable[[PictureAt], bytes | None],
    stem: str,
    keep: Keep,
) -> tuple[list[Photo], int]:
    """Return the pictures of a document as photographs, and how many can't be used.

    Each is there once; ornaments are left out. ``stem`` begins their names.
    """
    photos: list[Photo] = []
    seen: set[str] = set()
    unread = 0
    for picture in pictures:
        content = content_of(picture)
        ending = _ending(content) if content and len(photos) < _MOST else None
        if content is None or ending is None:
            unread += 1
            continue
        digest = hashlib.sha256(content).hexdigest()
        if ending and digest not in seen:
            seen.add(digest)
            path = keep(f"{stem}-{len(photos) + 1}{ending}", content)
            photos.append(Photo(str(path), alt=_own_words(picture.alt), lead=not photos))
    return photos, unread


def data_of(picture: PictureAt) -> bytes | None:
    """Return the bytes that an address of the kind ``data:image/png;base64,…`` holds."""
    head, comma, data = picture.source.partition(",")
    if not comma or not head.endswith(";base64"):
        return None
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return None


def unread_note(count: int) -> str:
    """Return what is said of pictures that can't be used."""
    return f"{count} gambar di dalamnya tidak dapat dipakai; tambahkan fotonya sendiri"


def _ending(content: bytes) -> str | None:
    """Return the ending of a picture's file, ``""`` for an ornament, None for no picture."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            kind, size, is_giant = image.format or "", image.size, is_too_large(image)
    except Exception:  # Pillow's readers stumble over damage in many ways
        return None
    if is_giant:
        return None
    if max(size) < _SMALLEST:
        return ""
    return _ENDINGS.get(kind, f".{kind.lower()}")


def _own_words(alt: str) -> str:
    """Leave out what Word itself says of a picture; it says nothing."""
    return "" if alt.strip().endswith(_BY_MACHINE) else " ".join(alt.split())
