"""The pictures of a story that leaves: copies, as large as the receiver needs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from newsroom.exchange.naskah.shape import PHOTOS
from newsroom.photos.metadata.of_photo import facts_of
from newsroom.photos.pictures import NotAPicture, picture_size
from newsroom.photos.renditions import Rendition, make_rendition
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo, Story

MEDIUM, SMALL = 2_048, 1_280  # pixels of the longest side; a screen shows no more

Find = Callable[[Photo], Path | None]
"""Says where a photograph's file is."""

# A camera's own size, at which a colleague can still cut a part out.
_SIDE, _QUALITY, _QUALITY_SMALL = 6_000, 92, 85
_MOST_SENT = 40_000_000
_A_PIXEL = 0.5  # bytes; no photograph takes more
_TEXT = 20_000  # bytes; what all the rest comes to, packed
_ENDINGS = {"image/jpeg": (".jpg", ".jpeg", ".jpe"), "image/png": (".png",)}


def copy_of(photo: Photo, file: Path, side: int | None) -> Rendition | None:
    """Return the picture that leaves; None if there is no whole one. Raises OSError."""
    file.stat()
    done = PhotoEdits(turn=photo.edits.turn, blurs=photo.edits.blurs)
    longest, quality = (side, _QUALITY_SMALL) if side else (_SIDE, _QUALITY)
    try:
        return make_rendition(file, longest, quality, _MOST_SENT, done, facts_of(photo))
    except NotAPicture:
        return None


def estimated_size(story: Story, picture: Find, side: int | None = None) -> int:
    """Return about how many bytes a file will have: half or twice it, in a moment.

    A copy of half the pixels has a little more than half the bytes. Raises OSError.
    """
    longest = side or _SIDE
    total = float(_TEXT)
    for photo in story.photos:
        file = picture(photo)
        if file is None:
            continue
        try:
            width, height = picture_size(file)
        except NotAPicture:
            continue
        share = min(1.0, longest / max(width, height)) ** 2
        total += min(file.stat().st_size * share**0.8, width * height * share * _A_PIXEL)
    return round(total)


def name_of_copy(named: str, made: Rendition) -> str:
    """Return what a copy is called, with the ending of what is in it now."""
    path = PurePosixPath(named)
    known = _ENDINGS.get(made.mime, ())
    return named if path.suffix.casefold() in known else f"{path.stem}{made.extension}"


def renamed(body: str, before: str, after: str) -> str:
    """Return a text whose pictures are called by their new name."""
    if before != after:
        for write in (str, quote):
            body = body.replace(f"{write(before)})", f"{write(after)})")
    return body


def place_of(name: str, taken: Mapping[str, object]) -> str:
    """Return where a copy lies in the file, where none does yet, in any case of its letters."""
    path = PurePosixPath(PHOTOS + name)
    known = {one.casefold() for one in taken}
    place, number = str(path), 1
    while place.casefold() in known:
        number += 1
        place = f"{path.parent}/{path.stem}-{number}{path.suffix}"
    return place
