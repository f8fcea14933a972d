"""What stands in one place of a story, by the names that conflicts have for places.

Stories are ``normal`` here: a photo is known by its key, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from newsroom.story.merge.normal import turned_to
from newsroom.story.merge.stories import KEYS
from newsroom.story.photo_edits import PhotoEdits
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Photo, Story
from newsroom.story.texts import photo_place

T = TypeVar("T")


def photo_number(field: str) -> int | None:
    """Return the number of the photo that a place is in; None if it is in none.

    >>> photo_number("photos[2].credit"), photo_number("body")
    (2, None)
    """
    told = photo_place(field)
    return told[0] if told else None


def renumbered(field: str, number: int) -> str:
    """Return the same place in the photo with another number."""
    return re.sub(r"\d+", str(number), field, count=1)


def value_at(story: Story, field: str, key: PhotoKey | None = None) -> Any:
    """Return what stands in a place, in the photo of the key where it is in one.

    That is None for a photo or a thing of a list that is not there. Raises LookupError
    where there is no such place.
    """
    told = photo_place(field)
    if told is None:
        return _part(story, field)
    part = told[1]
    photos = dict(zip(photo_keys(story), story.photos, strict=True))
    if part == "lead":
        return next((one for one, photo in photos.items() if photo.lead), None)
    photo = photos.get(key) if key else None
    if not part:
        return photo
    if photo is None:
        raise LookupError(field)
    return _part(photo, part)


def with_value(story: Story, field: str, key: PhotoKey | None, value: Any) -> Story:
    """Return a story with something else in a place. Raises LookupError without the place."""
    told = photo_place(field)
    if told is None:
        return _with_part(story, field, value)
    part = told[1]
    keys = photo_keys(story)
    photos = list(story.photos)
    if part == "lead":
        if value not in keys:
            raise LookupError(field)
        photos = [
            replace(photo, lead=one == value) for one, photo in zip(keys, photos, strict=True)
        ]
    elif key not in keys:
        raise LookupError(field)
    elif not part and value is None:
        del photos[keys.index(key)]
    else:
        number = keys.index(key)
        photos[number] = _with_part(photos[number], part, value) if part else value
    return replace(story, photos=tuple(photos))


def _part(thing: Story | Photo, path: str) -> Any:
    name, _, part = path.partition(".")
    value = _field(thing, name)
    if not part:
        return value
    if name in KEYS:
        return next((one for one in value if _name(one, KEYS[name]) == part), None)
    return _field(value, part)


def _with_part(thing: T, path: str, value: Any) -> T:
    name, _, part = path.partition(".")
    before = _field(thing, name)
    if not part:
        if isinstance(before, PhotoEdits):
            value = _as_blurred(value, before)
        return _replaced(thing, name, value)
    if name not in KEYS:
        return _replaced(thing, name, _with_part(before, part, value))
    return _replaced(thing, name, _with_item(before, KEYS[name], part, value))


def _replaced(thing: T, name: str, value: Any) -> T:
    changed: T = replace(thing, **{name: value})  # type: ignore[type-var]
    return changed


def _with_item(items: Sequence[Any], by: int | str, key: str, value: Any) -> tuple[Any, ...]:
    changed = [value if _name(one, by) == key else one for one in items]
    if not any(_name(one, by) == key for one in items):
        changed.append(value)
    return tuple(one for one in changed if one is not None)


def _as_blurred(edits: PhotoEdits, before: PhotoEdits) -> PhotoEdits:
    """Return edits in which nothing is shown that was blurred."""
    blurs = {*edits.blurs, *turned_to(before, edits.turn).blurs}
    return turned_to(replace(edits, blurs=tuple(blurs)), edits.turn)


def _field(thing: Any, name: str) -> Any:
    if not is_dataclass(thing) or name not in {field.name for field in fields(thing)}:
        raise LookupError(name)
    return getattr(thing, name)


def _name(item: Any, by: int | str) -> str:
    return str(item[by] if isinstance(by, int) else getattr(item, by))
