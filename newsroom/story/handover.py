"""What goes from one desk to another with a story: its earlier states, steps and comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.story.comments.comment import Comment
from newsroom.story.story import Story
from newsroom.story.version import StepKind
from newsroom.story.workflow import Status


@dataclass(frozen=True, slots=True)
class State:
    """A state of a story that left a desk or was made from two that came together.

    ``uid`` is the same at every desk, and so is the story in it. ``parents`` are the states
    that it was made from: none for the first, two for one that was merged. ``story`` is none
    where the state is only known of.
    """

    uid: str
    parents: tuple[str, ...]
    who: str
    moment: datetime
    story: Story | None


@dataclass(frozen=True, slots=True)
class PassedStep:
    """A step of the version log, as every desk that has had the story can show it."""

    uid: str
    kind: StepKind
    moment: datetime
    who: str
    note: str
    before: Status | None
    after: Status | None
    story: Story


@dataclass(frozen=True, slots=True)
class Handover:
    """A story on its way: ``head`` is the uid of the state that it is in."""

    story: Story
    head: str
    states: tuple[State, ...] = ()
    steps: tuple[PassedStep, ...] = ()
    comments: tuple[Comment, ...] = ()
    who: str = ""
    moment: datetime | None = None
