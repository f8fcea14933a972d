"""The anchors of a whole story, as it changes from one state to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.story.comments.anchors import Edits, found
from newsroom.story.comments.comment import Anchor
from newsroom.story.photo_keys import photo_keys
from newsroom.story.story import Story
from newsroom.story.texts import photo_place, story_texts


class Passage:
    """Carries anchors from one state of a story to the next. Photographs that moved are followed.

    An anchor on a field as a whole, which has no words, stays on it; on a photograph that is no
    longer there, it is one on the photographs.
    """

    def __init__(self, old: Story, new: Story) -> None:
        self._keys = None if old.photos == new.photos else (photo_keys(old), photo_keys(new))
        self._old, self._new = dict(story_texts(old)), dict(story_texts(new))
        self._edits: dict[tuple[str, str], Edits] = {}

    def moved(self, anchor: Anchor) -> Anchor:
        """Return the anchor as it is in the new state."""
        for came in self._came(anchor):
            there = found(replace(anchor, field=came), self._new.get(came, ""))
            if not there.lost:
                return there
        field = self._field(anchor.field)
        if not field and not anchor.quote:
            return replace(anchor, field="photos")
        if not field:
            return replace(anchor, start=0, end=0, lost=True)
        return replace(self._between(anchor.field, field).moved(anchor), field=field)

    def _between(self, field: str, now: str) -> Edits:
        if (field, now) not in self._edits:
            self._edits[field, now] = Edits(self._old.get(field, ""), self._new.get(now, ""))
        return self._edits[field, now]

    def _came(self, anchor: Anchor) -> Iterator[str]:
        """Yield where words that are lost may be again: in photographs that were not there."""
        told = photo_place(anchor.field)
        if anchor.lost and told and self._keys is not None:
            old, new = self._keys
            for number, key in enumerate(new):
                if key not in old:
                    yield f"photos[{number}].{told[1]}"

    def _field(self, field: str) -> str:
        """Return what a field is called now; empty if its photograph is no longer there."""
        told = photo_place(field)
        if told is None or self._keys is None:
            return field
        (old, new), (number, part) = self._keys, told
        if number >= len(old):
            return field
        if old[number] not in new:
            return ""
        return ".".join(filter(None, (f"photos[{new.index(old[number])}]", part)))


def settled(anchor: Anchor, story: Story) -> Anchor:
    """Return an anchor where its words are in a story, whatever the story was before."""
    return found(anchor, dict(story_texts(story)).get(anchor.field, ""))
