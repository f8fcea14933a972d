"""One state of a story put in the place of another, where nobody has written since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from newsroom.story.photo_keys import photo_keys
from newsroom.story.story import Photo, Story


def in_place_of(before: Story, after: Story, now: Story, names: Iterable[str]) -> dict[str, Any]:
    """Return by their names the values that have what is as ``before`` be as ``after`` now.

    What was made something else since stays as it is. Of photos each value counts by itself,
    as long as they are the same pictures.

    >>> before, after = Story(slug="a", topic="a"), Story(slug="b", topic="b")
    >>> in_place_of(before, after, Story(slug="a", topic="c"), ["slug", "topic"])
    {'slug': 'b'}
    """
    values = {}
    for name in names:
        there = getattr(now, name)
        if name == "photos":
            values[name] = _photos(before, after, now)
        elif there == getattr(before, name):
            values[name] = getattr(after, name)
        else:
            values[name] = there
    return {name: value for name, value in values.items() if value != getattr(now, name)}


def _photos(before: Story, after: Story, now: Story) -> tuple[Photo, ...]:
    keys = photo_keys(now)
    if keys != photo_keys(before):
        return now.photos
    there = dict(zip(keys, zip(before.photos, now.photos, strict=True), strict=True))
    return tuple(
        _photo(*there[key], photo) if key in there else photo
        for key, photo in zip(photo_keys(after), after.photos, strict=True)
    )


def _photo(before: Photo, now: Photo, after: Photo) -> Photo:
    written = {field.name: getattr(now, field.name) for field in fields(Photo)}
    since = {name: value for name, value in written.items() if value != getattr(before, name)}
    return replace(after, **since)
