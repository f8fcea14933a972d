"""The content of a story as it goes from desk to desk: what the store keeps, less the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsroom.store.versions.content import content_values, story_of
from newsroom.story import values as read
from newsroom.story.file_names import safe_name
from newsroom.story.story import Photo, Story

_DIGEST = re.compile(r"[0-9a-f]{64}")


def sent_values(story: Story) -> dict[str, Any]:
    """Return the content of a story without its sources, and without folders of this machine."""
    photos = tuple(_named(photo) for photo in story.photos)
    return content_values(replace(story, sources=(), photos=photos))


def sent_story(values: Mapping[str, Any]) -> Story:
    """Return the story of a content that came; it has no id. Raises ValueError."""
    for key in ("byline", "tags"):
        read.texts(values, key)
    read.mappings(values, "photos")
    read.moment(values, "embargo")
    try:
        story = story_of({**values, "sources": []})
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    if not all(is_digest(told) for photo in story.photos for told in (photo.digest, photo.origin)):
        raise ValueError("digest")
    return replace(story, photos=tuple(_named(photo) for photo in story.photos))


def is_digest(told: str) -> bool:
    """Say whether a text is the digest of a picture, or empty."""
    return not told or _DIGEST.fullmatch(told) is not None


def _named(photo: Photo) -> Photo:
    return replace(photo, file=safe_name(photo.file)) if photo.file else photo
