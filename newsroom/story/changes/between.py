"""What changed in a story since an editor got it, to be taken back or accepted one by one.

Whatever is taken back or accepted, and in whatever order: all taken back is the story as it
was, all accepted is the story as it is now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.fields import (
    DATELINE_FIELDS,
    PHOTO_FIELDS,
    PHOTO_PROSE,
    STORY_FIELDS,
)
from newsroom.story.changes.two_texts import TwoTexts, two_texts
from newsroom.story.compare.wording import said
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story
from newsroom.story.texts import PROSE


@dataclass(frozen=True, slots=True)
class _Value:
    """A field that is no prose: one change, from what it was to what it is."""

    change: StoryChange
    old: Any
    new: Any

    @property
    def changes(self) -> tuple[StoryChange, ...]:
        return (self.change,)

    def mixed(self, back: Collection[StoryChange]) -> Any:
        return self.old if self.change in back else self.new

    def by_sentence(self) -> list[list[StoryChange]]:
        return [[self.change]]


_Field = TwoTexts | _Value
_Path = tuple[str | PhotoKey, str]  # a field or a photo, and a part of it


class Changes:
    """The changes from one state of a story to another, in reading order.

    ``all`` lists them. Those that are handed in and are none of them count for nothing.
    Texts that are ``known``, from changes that were found earlier, are not compared again.

    >>> found = Changes(Story(body="Warga panen."), Story(body="Warga panen raya."))
    >>> [(change.field, change.kind.value, change.new) for change in found.all]
    [('body', 'added', ' raya')]
    """

    def __init__(
        self, base: Story, now: Story, known: Mapping[_Path, TwoTexts] | None = None
    ) -> None:
        self.base = base
        self.now = now
        self._known = known or {}
        self._photos, self._new_photos = _by_keys(base), _by_keys(now)
        self._fields: dict[_Path, _Field] = {}
        self._came: dict[PhotoKey, StoryChange] = {}
        self._went: dict[PhotoKey, StoryChange] = {}
        self._order: StoryChange | None = None
        listed: list[StoryChange] = []
        for name in STORY_FIELDS:
            listed += self._look_at(name)
        self.all = tuple(listed)

    def taken_back(self, changes: Collection[StoryChange]) -> Story:
        """Return the story now, with these changes as it was before."""
        return self._mixed(self.now, frozenset(changes))

    def accepted(self, changes: Collection[StoryChange]) -> Story:
        """Return the story before with these changes made, so that they are none any more."""
        return self._mixed(self.base, frozenset(self.all).difference(changes))

    def after(self, changes: Collection[StoryChange], *, back: bool) -> Changes:
        """Return what is left once these changes are taken ``back``, or else accepted.

        The others are the same, wherever they stand now.
        """
        story = self.taken_back(changes) if back else self.accepted(changes)
        base, now = (self.base, story) if back else (story, self.now)
        texts = {path: text.settled(changes, back=back) for path, text in self.texts.items()}
        return Changes(base, now, texts)

    @property
    def texts(self) -> dict[_Path, TwoTexts]:
        """The texts that differ, as they were compared."""
        return {path: one for path, one in self._fields.items() if isinstance(one, TwoTexts)}

    def of_sentence(self, change: StoryChange) -> list[StoryChange]:
        """Return the changes in the sentence that one is in, that one among them."""
        for field in self._fields.values():
            if change in field.changes:
                groups = [group for group in field.by_sentence() if change in group]
                return [one for one in self.all if any(one in group for group in groups)]
        return [change]

    def in_one_sentence(self) -> set[StoryChange]:
        """Return those that are not alone in their sentences."""
        groups = [group for field in self._fields.values() for group in field.by_sentence()]
        return {one for group in groups if len(set(group)) > 1 for one in group}

    # Comparing.

    def _look_at(self, name: str) -> Iterator[StoryChange]:
        old, new = getattr(self.base, name), getattr(self.now, name)
        if old == new:
            return
        if name == "photos":
            yield from self._look_at_photos()
        elif name == "dateline":
            for part in DATELINE_FIELDS:
                was, now = getattr(old, part), getattr(new, part)
                yield from self._compare((name, part), f"dateline.{part}", was, now)
        else:
            yield from self._compare((name, ""), name, old, new, prose=name in PROSE)

    def _look_at_photos(self) -> Iterator[StoryChange]:
        numbers = {key: number for number, key in enumerate(self._photos)}
        for key, photo in self._photos.items():
            if key not in self._new_photos:
                self._went[key] = _told(f"photos[{numbers[key]}]", _named(photo), "")
                yield self._went[key]
        stayed = [key for key in self._photos if key in self._new_photos]
        order = [key for key in self._new_photos if key in self._photos]
        if stayed != order:
            names, new_names = (
                ", ".join(_named(self._photos[key]) for key in keys) for keys in (stayed, order)
            )
            self._order = _told("photos", names, new_names)
            yield self._order
        for number, (key, photo) in enumerate(self._new_photos.items()):
            if (before := self._photos.get(key)) is None:
                self._came[key] = _told(f"photos[{number}]", "", _named(photo))
                yield self._came[key]
                continue
            for part in PHOTO_FIELDS:
                path = f"photos[{number}].{part}"
                was, now = getattr(before, part), getattr(photo, part)
                yield from self._compare((key, part), path, was, now, prose=part in PHOTO_PROSE)

    def _compare(
        self, path: _Path, name: str, old: Any, new: Any, *, prose: bool = False
    ) -> Sequence[StoryChange]:
        if old == new:
            return ()
        found: _Field
        if not prose:
            found = _Value(_told(name, _in_words(old), _in_words(new)), old, new)
        elif (known := self._known.get(path)) and (known.old, known.new) == (old, new):
            found = known.named(name)
        else:
            found = two_texts(name, old, new)
        self._fields[path] = found
        return found.changes

    # Putting a story together.

    def _mixed(self, story: Story, back: Collection[StoryChange]) -> Story:
        values = {path: field.mixed(back) for path, field in self._fields.items()}
        told: dict[str, Any] = {
            name: values.get((name, ""), getattr(self.now, name)) for name in STORY_FIELDS
        }
        told["dateline"] = replace(self.now.dateline, **_parts("dateline", values))
        told["photos"] = tuple(
            replace(self._new_photos[key], **_parts(key, values))
            if key in self._new_photos
            else self._photos[key]
            for key in self._pictures(back)
        )
        return replace(story, **told)

    def _pictures(self, back: Collection[StoryChange]) -> list[PhotoKey]:
        """Return by what the photos are known that are in a mixture, in their order."""
        was_order = self._order in back if self._order else False
        gone = {key for key, change in self._came.items() if change in back}
        returned = {key for key, change in self._went.items() if change in back}
        keys = [key for key in self._new_photos if key not in gone]
        if was_order:
            stayed = iter([key for key in self._photos if key in self._new_photos])
            keys = [next(stayed) if key in self._photos else key for key in keys]
        before: PhotoKey | None = None
        for key in self._photos:
            if key in returned:
                keys.insert(keys.index(before) + 1 if before else 0, key)
            if key in keys:
                before = key
        return keys


def _told(field: str, old: str, new: str) -> StoryChange:
    return StoryChange(field, ChangeKind.FIELD, 0, 0, 0, 0, old, new)


def _in_words(value: object) -> str:
    if not isinstance(value, tuple):
        return said(value)
    items = [said(item) for item in value]
    return ("; " if any("," in item for item in items) else ", ").join(items)


def _by_keys(story: Story) -> dict[PhotoKey, Photo]:
    return dict(zip(photo_keys(story), story.photos, strict=True))


def _named(photo: Photo) -> str:
    return photo.file or photo.caption


def _parts(owner: str | PhotoKey, values: Mapping[_Path, Any]) -> dict[str, Any]:
    return {part: value for (name, part), value in values.items() if name == owner and part}
