"""Steps of the version log that go from desk to desk with a story, each added there once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.schema import StoryRow, VersionRow
from newsroom.store.versions.content import story_from
from newsroom.store.versions.log import add_step
from newsroom.store.versions.unpacking import Link, Unpacker
from newsroom.story.handover import PassedStep
from newsroom.story.merge.normal import normal
from newsroom.story.story import Story, new_id
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


def passed_steps(session: Session, story_number: int, who: str) -> tuple[PassedStep, ...]:
    """Return the steps that leave with a story, the oldest first, each with a uid from now on.

    What somebody did on purpose always goes along; a state that was kept while writing does
    once. ``who`` is who sits here, for steps that name nobody.
    """
    of_story = select(VersionRow).where(VersionRow.story_number == story_number)
    unpacker, steps = Unpacker(), []
    for row in session.scalars(of_story.order_by(VersionRow.number)):
        try:
            story = story_from(unpacker.next(Link(row.number, row.place, row.base, row.packed)))
            kind, before, after = _named(row)
        except _DAMAGED:
            continue
        if row.thinned or (row.uid and kind is StepKind.WRITING and after is None):
            continue
        row.uid = row.uid or new_id()
        steps.append(
            PassedStep(
                uid=row.uid,
                kind=kind,
                moment=row.moment,
                who=row.who or who,
                note=row.note,
                before=before,
                after=after,
                story=normal(story),
            )
        )
    session.flush()
    return tuple(steps)


def add_passed(
    session: Session,
    row: StoryRow,
    steps: Iterable[PassedStep],
    here: Callable[[Story], Story],
) -> None:
    """Add the steps that are not in the log of a story yet.

    ``here`` makes of what is alike everywhere the story as this desk has it: its pictures, its
    sources, which else would go where a step is brought back. What a story had been at the
    desk where such a file was opened, it never was here.
    """
    session.flush()
    uids = select(VersionRow.uid).where(VersionRow.story_number == row.number)
    known = set(session.scalars(uids))
    for step in steps:
        if step.uid in known:
            continue
        known.add(step.uid)
        story = replace(here(normal(step.story)), revision=0, updated=None)
        mark = Mark(step.kind, step.who, step.note)
        added = add_step(session, row, story, mark, step.moment)
        added.uid = step.uid
        added.status_before = str(step.before) if step.before and step.after else None
        added.status_after = str(step.after) if step.after else None
    session.flush()


def _named(row: VersionRow) -> tuple[StepKind, Status | None, Status | None]:
    before, after = (Status(one) if one else None for one in (row.status_before, row.status_after))
    return StepKind(row.kind), before, after
