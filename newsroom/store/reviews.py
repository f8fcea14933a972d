"""Against what a story is reviewed: what a reporter handed in, and what of it was accepted since.

A story that is handed in again is reviewed anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.schema import ReviewRow, StoryRow, VersionRow
from newsroom.store.versions.content import content_of, story_from
from newsroom.store.versions.packing import pack, unpack
from newsroom.store.versions.unpacking import chain, unpacked
from newsroom.story.story import Story, new_id
from newsroom.story.version import Step, StepKind
from newsroom.story.workflow import Status

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)
_OF_WRITERS = (str(Status.DRAFT), str(Status.RETURNED))  # an editor may put one back to the others
# The note of a step by which a file was taken in, as handovers.py writes it.
_CAME = "dari "
_FROM = re.compile(r"dari (?!meja lain)(?P<who>.+?)(?:, dibuat .*)?")


@dataclass(frozen=True, slots=True)
class Returned:
    """A story as ``who`` sent it back, and the note for whoever wrote it.

    ``step`` numbers the step of its versions.
    """

    step: int
    who: str
    note: str
    story: Story


@dataclass(frozen=True, slots=True)
class Review:
    """What a story is reviewed against.

    ``reporters`` is the story as ``who`` handed it in at ``moment``, in UTC; ``base`` is that
    with what was accepted since. ``step`` numbers the step of its versions. ``returned`` is
    how it was sent back last, before that or since; None if it never was.
    """

    story_id: str
    step: int
    who: str
    moment: datetime
    reporters: Story
    base: Story
    returned: Returned | None = None

    @property
    def is_again(self) -> bool:
        """Whether it was handed in again after it had been sent back."""
        return self.returned is not None and self.returned.step < self.step


class Reviews:
    """The texts that stories are reviewed against. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, story_id: str) -> Review | None:
        """Return what a story is reviewed against; None if nobody has handed it in."""
        with self._database.read() as session:
            step = _handed_in(session, story_id)
            reporters = _story(session, step, story_id)
            if reporters is None:
                return None
            base = _kept(session, step) or reporters
            back = _last(session, story_id, VersionRow.status_after == str(Status.RETURNED))
            story = _story(session, back, story_id)
        return Review(
            story_id,
            step.number,
            _who(step),
            step.moment,
            reporters,
            replace(base, id=story_id),
            Returned(back.number, back.who, back.note, story) if story else None,
        )

    def keep(self, review: Review, base: Story) -> bool:
        """Keep what the story is to be reviewed against from now on.

        False if it was handed in again meanwhile, and so is reviewed against that.
        """
        with self._database.write() as session:
            step = _handed_in(session, review.story_id)
            if step is None or step.number != review.step:
                return False
            row = session.get_one(VersionRow, step.number)
            row.uid = row.uid or new_id()
            # Not merged with the one before, which may be damaged.
            of_story = ReviewRow.story_number == row.story_number
            session.execute(delete(ReviewRow).where(of_story))
            session.add(
                ReviewRow(
                    story_number=row.story_number,
                    version=row.uid,
                    moment=datetime.now(UTC),
                    packed=pack(content_of(base)),
                )
            )
        return True


def has_come(step: Step) -> bool:
    """Say whether by a step a file was taken in: who did that has written nothing of it."""
    return step.kind is StepKind.HANDOVER and step.note.startswith(_CAME)


def _handed_in(session: Session, story_id: str) -> Any:
    """Return the step by which a story was handed in last, or came here if it never was."""
    submitted = and_(
        VersionRow.status_after == str(Status.SUBMITTED), VersionRow.status_before.in_(_OF_WRITERS)
    )
    came = and_(VersionRow.kind == str(StepKind.HANDOVER), VersionRow.note.startswith(_CAME))
    return _last(session, story_id, submitted) or _last(session, story_id, came)


def _last(session: Session, story_id: str, which: ColumnElement[bool]) -> Any:
    """Return the newest of some steps: by its number, which no wrong clock is in."""
    steps = (
        select(
            VersionRow.number,
            VersionRow.story_number,
            VersionRow.uid,
            VersionRow.who,
            VersionRow.note,
            VersionRow.moment,
            VersionRow.status_after,
        )
        .join(StoryRow)
        .where(StoryRow.id == story_id, which, ~VersionRow.thinned)
    )
    return session.execute(steps.order_by(VersionRow.number.desc()).limit(1)).first()


def _story(session: Session, step: Any, story_id: str) -> Story | None:
    """Return a story as it was at a step; None if there is none, or it can't be read."""
    if step is None:
        return None
    try:
        return replace(story_from(unpacked(chain(session, step.number))), id=story_id)
    except _DAMAGED:
        return None


def _who(step: Any) -> str:
    """Return who handed a story in: for a file that came, from whom it came."""
    if step.status_after is not None:
        return str(step.who)
    told = _FROM.fullmatch(step.note)
    return told["who"] if told else ""


def _kept(session: Session, step: Any) -> Story | None:
    """Return what was accepted of a step; None if nothing was, or it can't be read."""
    kept = select(ReviewRow.version, ReviewRow.packed)
    row = session.execute(kept.where(ReviewRow.story_number == step.story_number)).first()
    if row is None or step.uid is None or row.version != step.uid:
        return None
    try:
        return story_from(unpack(row.packed))
    except _DAMAGED:
        return None
