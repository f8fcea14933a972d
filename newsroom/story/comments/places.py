"""The anchors of a whole story, as it changes from one state to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.story.comments.anchors import Edits, found
from newsroom.story.comments.comment import Anchor
from newsroom.story.story import Photo, Story
from newsroom.story.texts import photo_place, story_texts


class Passage:
    """Carries anchors from one state of a story to the next. Photographs that moved are followed.

    An anchor on a field as a whole, which has no words, stays on it.
    """

    def __init__(self, old: Story, new: Story) -> None:
        self._photos = None if old.photos == new.photos else (old.photos, new.photos)
        self._old, self._new = dict(story_texts(old)), dict(story_texts(new))
        self._edits: dict[tuple[str, str], Edits] = {}

    def moved(self, anchor: Anchor) -> Anchor:
        """Return the anchor as it is in the new state."""
        field = self._field(anchor.field)
        if not field:
            return replace(anchor, start=0, end=0, lost=True) if anchor.quote else anchor
        return replace(self._between(anchor.field, field).moved(anchor), field=field)

    def _between(self, field: str, now: str) -> Edits:
        if (field, now) not in self._edits:
            self._edits[field, now] = Edits(self._old.get(field, ""), self._new.get(now, ""))
        return self._edits[field, now]

    def _field(self, field: str) -> str:
        """Return what a field is called now; empty if its photograph is no longer there."""
        told = photo_place(field)
        if told is None or self._photos is None:
            return field
        (old, new), (number, part) = self._photos, told
        if number >= len(old):
            return field
        place = _place(old, number, new)
        return "" if place is None else ".".join(filter(None, (f"photos[{place}]", part)))


def settled(anchor: Anchor, story: Story) -> Anchor:
    """Return an anchor where its words are in a story, whatever the story was before."""
    return found(anchor, dict(story_texts(story)).get(anchor.field, ""))


def _place(old: tuple[Photo, ...], number: int, new: tuple[Photo, ...]) -> int | None:
    """Return where a photograph is now; of the same picture twice, the first is the first."""
    picture = _picture(old[number])
    before = sum(_picture(photo) == picture for photo in old[:number])
    same: Iterator[int] = (at for at, photo in enumerate(new) if _picture(photo) == picture)
    return next((at for count, at in enumerate(same) if count == before), None)


def _picture(photo: Photo) -> str:
    return photo.identity
