"""What a note for readers changes in a story, and what the history keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsroom.story.aftermath import Correction, LinkKind, StoryLink, Withdrawal
from newsroom.story.person import Person, Role
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status, edits


@dataclass(frozen=True, slots=True)
class StepNote:
    """What colleagues are told with a step, and until when the story is held, if it is."""

    text: str
    until: datetime | None = None


Note = Correction | Withdrawal | StepNote

WITH_A_NOTE = (Status.CORRECTED, Status.WITHDRAWN)
"""The steps that are taken with words for the readers."""


def asks_words(role: Role, status: Status) -> bool:
    """Say whether somebody is asked for words with a step, for readers or for colleagues."""
    told = status in (*WITH_A_NOTE, Status.RETURNED, Status.HELD)
    return told or (status is Status.EDITING and not edits(role))


def note_changes(story: Story, note: Note | None) -> dict[str, Any]:
    """Return what a note changes in a story."""
    match note:
        case Correction():
            return {"corrections": (*story.corrections, note)}
        case Withdrawal():
            return {"withdrawal": note}
        case StepNote(until=datetime()):
            return {"embargo": note.until}
        case _:
            return {}


def taking_changes(story: Story, status: Status, person: Person) -> dict[str, Any]:
    """Return what changes in a story that somebody takes to edit: nobody's becomes theirs.

    >>> taking_changes(Story(), Status.EDITING, Person("Sari Umpama", Role.EDITOR))
    {'editor': 'Sari Umpama'}
    """
    takes = status is Status.EDITING and edits(person.role)
    return {"editor": person.name} if takes and person.name and not story.editor else {}


def link_mark(link: StoryLink, headline: str) -> Mark:
    """Return the step that the history is to keep where a story is linked with another."""
    is_answer = link.kind is LinkKind.ANSWER
    return Mark(StepKind.ANSWER if is_answer else StepKind.CORRECTION, note=headline)


def note_mark(note: Note | None) -> Mark | None:
    """Return the step that the history is to keep of a note; its words are there too."""
    match note:
        case Correction():
            return Mark(StepKind.CORRECTION, note=" ".join(note.text.split()))
        case Withdrawal():
            return Mark(StepKind.STATUS, note=" ".join(note.reason.split()))
        case StepNote():
            return Mark(StepKind.STATUS, note=" ".join(note.text.split()))
        case None:
            return None
