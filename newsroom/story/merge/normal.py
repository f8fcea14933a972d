"""A story as all desks have it alike, and as one of them has it.

Pictures leave a desk as copies: turned and blurred for good, and so with another digest at
each desk. What is alike is the digest that a picture was first known by (its origin), and
all that was done to it since then, in the file or as numbers beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from newsroom.story.file_names import safe_name
from newsroom.story.photo_edits import WHOLE_TURN, Box, PhotoEdits
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story

_DIGITS = 4  # as story details keep them
_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file: the digest of its bytes, and the edits that are done in it."""

    digest: str
    baked: PhotoEdits = field(default_factory=PhotoEdits)


def normal(story: Story) -> Story:
    """Return what of a story is the same at every desk. Its sources stay where they are."""
    return replace(
        story,
        body=_with_safe_names(story),
        photos=tuple(map(_normal_photo, story.photos)),
        sources=(),
        revision=0,
        created=None,
        updated=None,
    )


def local(
    story: Story,
    ours: Story,
    came: Mapping[PhotoKey, Picture],
    former: Mapping[PhotoKey, Sequence[Photo]] | None = None,
    missing: Collection[str] = (),
) -> Story:
    """Return a story that is alike everywhere as this desk has it.

    ``ours`` is the story as it is here: its sources and its better files stay, also those of
    photos that it had at some time (``former``). A picture that ``came`` along is taken where
    there is none yet, where the file of ours is ``missing``, or is blurred and should not be.
    ``missing`` are digests.
    """
    mine = {key: photos[0] for key, photos in (former or {}).items()}
    mine |= zip(photo_keys(normal(ours)), ours.photos, strict=True)
    photos = tuple(
        _local_photo(photo, mine.get(key), came.get(key), missing)
        for key, photo in zip(photo_keys(story), story.photos, strict=True)
    )
    return replace(
        story,
        photos=photos,
        sources=ours.sources,
        id=ours.id,
        revision=ours.revision,
        created=ours.created,
        updated=ours.updated,
    )


def blurred_as_well(photo: Photo, former: Iterable[Photo]) -> Photo:
    """Return a photo that is alike everywhere with all blurs that it had on its way."""
    blurs = set(photo.edits.blurs)
    for one in former:
        blurs |= set(turned_to(_all_edits(one), photo.edits.turn).blurs)
    return replace(photo, edits=_rounded(replace(photo.edits, blurs=tuple(blurs))))


def turned_to(edits: PhotoEdits, turn: int) -> PhotoEdits:
    """Return edits with the picture turned so far, everything in it at its place."""
    for _ in range((turn - edits.turn) % WHOLE_TURN // _QUARTER):
        edits = edits.turned()
    return _rounded(edits)


def _normal_photo(photo: Photo) -> Photo:
    return replace(
        photo,
        file=_name(photo),
        origin=photo.origin or photo.digest,
        digest="",
        edits=_all_edits(photo),
        baked=PhotoEdits(),
    )


def _name(photo: Photo) -> str:
    return safe_name(photo.file) if photo.file else ""


def _with_safe_names(story: Story) -> str:
    """Return the body, in which pictures are called as their files are."""
    body = story.body
    for photo in story.photos:
        if photo.file != _name(photo):
            for write in (str, quote):
                body = body.replace(f"({write(photo.file)})", f"({write(_name(photo))})")
    return body


def _all_edits(photo: Photo) -> PhotoEdits:
    """Return all that was done to a picture since it was first known."""
    turn = (photo.baked.turn + photo.edits.turn) % WHOLE_TURN
    blurs = turned_to(_in_file(photo.baked), turn).blurs
    return _rounded(replace(photo.edits, turn=turn, blurs=(*blurs, *photo.edits.blurs)))


def _in_file(edits: PhotoEdits) -> PhotoEdits:
    """Return what of edits is done in the file of a picture that leaves."""
    return PhotoEdits(turn=edits.turn, blurs=edits.blurs)


def baked(photo: Photo) -> PhotoEdits:
    """Return what is done in the copy of a picture that leaves in a state."""
    return _in_file(photo.edits)


def _rounded(edits: PhotoEdits) -> PhotoEdits:
    return replace(
        edits,
        crop=edits.crop and _box(edits.crop),
        focal=edits.focal and (round(edits.focal[0], _DIGITS), round(edits.focal[1], _DIGITS)),
        brightness=round(edits.brightness, 2),
        blurs=tuple(sorted(set(map(_box, edits.blurs)), key=_edges)),
    )


def _box(box: Box) -> Box:
    return Box(*(round(edge, _DIGITS) for edge in _edges(box)))


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _local_photo(
    photo: Photo, ours: Photo | None, came: Picture | None, missing: Collection[str]
) -> Photo:
    mine = Picture(ours.digest, ours.baked) if ours and ours.digest else None
    if mine and came and mine.digest in missing:
        mine = None
    fitting = (one for one in (mine, came) if one and _fits(photo, one))
    picture = next(fitting, mine or came)
    if picture is None:
        return replace(photo, file=ours.file if ours else photo.file)
    if ours and picture is mine and _normal_photo(ours) == photo:
        return replace(ours, file=photo.file)  # as the text calls it
    return replace(
        photo,
        digest=picture.digest,
        origin="" if photo.origin == picture.digest else photo.origin,
        edits=_left(photo, picture),
        baked=picture.baked,
    )


def _fits(photo: Photo, picture: Picture) -> bool:
    """Say whether nothing in a file is blurred that should not be."""
    return _done(photo, picture) <= set(photo.edits.blurs)


def _left(photo: Photo, picture: Picture) -> PhotoEdits:
    """Return what is to be done to a picture yet."""
    done = _done(photo, picture)
    return replace(
        photo.edits,
        turn=(photo.edits.turn - picture.baked.turn) % WHOLE_TURN,
        blurs=tuple(box for box in photo.edits.blurs if box not in done),
    )


def _done(photo: Photo, picture: Picture) -> set[Box]:
    return set(turned_to(picture.baked, photo.edits.turn).blurs)
