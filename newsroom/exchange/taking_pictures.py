"""The picture that a story brings along, on its way into the store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsroom.photos.metadata.files import read_facts
from newsroom.photos.metadata.of_photo import filled_in
from newsroom.photos.pictures import load_picture
from newsroom.store.media import Media
from newsroom.story.story import Photo

_SMALL = 64  # pixels; nobody sees it


def take_picture(photo: Photo, path: Path, media: Media) -> Photo:
    """Copy a photo's picture in, and fill what the story leaves empty with what that says.

    All of it is decoded once, for a damaged one would be found out only when the story is
    to go out. Raises NotAPicture, PictureUnreadable and what else the store raises.
    """
    facts = read_facts(path)
    load_picture(path, _SMALL)
    return filled_in(replace(photo, file=path.name, digest=media.add(path)), facts)


def without_picture(photo: Photo) -> Photo:
    """Return a photo whose picture can't be used: its words, and the name to look for."""
    return replace(photo, file=Path(photo.file).name)
