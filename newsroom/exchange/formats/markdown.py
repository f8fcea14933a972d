"""A story as Markdown with front matter: the newsroom's own file, which it reads again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsroom.exchange.formats.form import Material
from newsroom.story.front_matter import write_story


def write(material: Material) -> bytes:
    """Write the story as it is; photos are named without their folders."""
    story = material.story
    photos = tuple(replace(photo, file=Path(photo.file).name) for photo in story.photos)
    return write_story(replace(story, photos=photos)).encode("utf-8")
