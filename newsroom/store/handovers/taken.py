"""What became of a story that came from another desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsroom.story.comments.comment import Comment
from newsroom.story.story import Story
from newsroom.story.workflow import Status


class What(StrEnum):
    """What became of a story that came."""

    NEW = "new"  # it was not here
    OLD = "old"  # all that is in it was here already
    FORWARD = "forward"  # nothing was written here since it left
    MERGED = "merged"  # it was written on at both desks


@dataclass(frozen=True, slots=True)
class Taken:
    """A story that came, as it is here now.

    ``conflicts`` are those that wait for a person to choose; ``comments`` counts the remarks
    that came with it. It was ``binned`` until then; it is ``apart`` if nothing is known that
    both had in common. ``before`` is the status that it had here, if it came with another.
    ``found`` counts the pictures that were missing here until then.
    """

    story: Story
    what: What
    conflicts: tuple[Comment, ...] = ()
    comments: int = 0
    binned: bool = False
    apart: bool = False
    before: Status | None = None
    found: int = 0
