"""Another picture for a photograph: which of its data go with the one that was there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.story import Photo

FROM_FILES = (
    "caption", "credit", "alt", "taken", "place", "creator", "copyright", "keywords", "source",
    "permission",
)  # fmt: skip
"""The fields of a photo that its file may say."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A photo with another picture, and the fields that are other, empty now, or as they were."""

    photo: Photo
    filled: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def with_other_picture(photo: Photo, new: Photo, said_before: Photo) -> Replaced:
    """Return a photo with the picture of ``new`` and what that says.

    ``said_before`` holds what the picture of before says. What was taken from there goes with
    it: another's credit under a picture is false. What a person wrote stays; what was done to
    the picture of before is not done to this one.

    >>> photo = Photo("a.jpg", "Ditulis.", "Rina", place="Labuan", digest="a")
    >>> before, new = replace(photo, caption=""), Photo("b.jpg", "Lain.", "Budi")
    >>> said = with_other_picture(photo, new, before)
    >>> said.photo.caption, said.photo.credit, said.filled, said.emptied, said.kept
    ('Ditulis.', 'Budi', ('credit',), ('place',), ('caption',))
    """
    values: dict[str, Any] = {"file": new.file, "digest": new.digest, "edits": PhotoEdits()}
    values |= {"origin": "", "baked": PhotoEdits()}  # those too are of the picture of before
    filled: list[str] = []
    emptied: list[str] = []
    kept: list[str] = []
    for name in FROM_FILES:
        now, before, after = (getattr(one, name) for one in (photo, said_before, new))
        if now and now != before:
            kept.append(name)
        elif now != after:
            values[name] = after
            (filled if after else emptied).append(name)
    return Replaced(replace(photo, **values), tuple(filled), tuple(emptied), tuple(kept))
