"""What the photos of a story are known by, wherever they stand in it, and at every desk."""

from __future__ import annotations

from collections import Counter

from newsroom.story.story import Story

PhotoKey = tuple[str, int]
"""A photo's identity, and how many of the same picture come before it."""


def photo_keys(story: Story) -> list[PhotoKey]:
    """Return what each photo of a story is known by; the same picture twice is two."""
    seen: Counter[str] = Counter()
    keys = []
    for photo in story.photos:
        keys.append((photo.identity, seen[photo.identity]))
        seen[photo.identity] += 1
    return keys
