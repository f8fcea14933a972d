"""One change between two states of a story, as a person takes it back or lets it stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a change is to who reads it."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    MOVED = "moved"  # the same words at another place; the two places are one change
    FORMAT = "format"  # bold, italics, a heading, a list: the words are the same
    FIELD = "field"  # a value that is no prose: a date, a tag, the order of photos


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A change of one field, named as findings name it (``body``, ``photos[0].caption``).

    ``old_start`` to ``old_end`` count code points in the field's text before, ``new_start``
    to ``new_end`` in its text now, ends exclusive; ``old`` and ``new`` are the words there.
    Of what was moved the former is where it stood and the latter where it stands. For
    ``FIELD`` all four are 0, and ``old`` and ``new`` are the whole values in words.
    """

    field: str
    kind: ChangeKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: str
    new: str
