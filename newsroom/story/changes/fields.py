"""What of a story is reviewed, and by which names.

Its status, its notes to readers and its checklist are none of it: each is kept with who and when.
"""

from __future__ import annotations

from dataclasses import fields

from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.story.texts import PROSE, photo_place
from newsroom.story.version import TOGETHER

PHOTO_PROSE = frozenset({"caption", "credit", "alt"})
_FIRST = ("kicker", "headline", "subheadline", "photos", "dateline", "body", "closing", "summary")
_PHOTO_FIRST = ("caption", "credit", "alt")
_OF_THE_DESK = frozenset({"sources", "checklist"})  # sources never leave theirs
_OF_THE_FILE = frozenset({"digest", "origin", "baked"})  # the same picture in another file

STORY_FIELDS = tuple(
    sorted(
        (name for name in TOGETHER if name not in _OF_THE_DESK),
        key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST),
    )
)
"""The fields of a story in reading order."""
DATELINE_FIELDS = tuple(field.name for field in fields(Dateline))
PHOTO_FIELDS = tuple(
    sorted(
        {field.name for field in fields(Photo)} - _OF_THE_FILE,
        key=lambda name: (
            (_PHOTO_FIRST.index(name) if name in _PHOTO_FIRST else len(_PHOTO_FIRST)),
            name,
        ),
    )
)


def text_of(story: Story, field: str) -> str:
    """Return the text of a field of prose by its name; nothing for another, or one that is gone.

    >>> text_of(Story(photos=(Photo("a.jpg", caption="Warga.",),)), "photos[0].caption")
    'Warga.'
    """
    if field in PROSE:
        return str(getattr(story, field))
    number, part = photo_place(field) or (0, "")
    if part in PHOTO_PROSE and number < len(story.photos):
        return str(getattr(story.photos[number], part))
    return ""
