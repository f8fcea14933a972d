"""The version log of a story, carried with it from one database to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from newsroom.store.schema import StoryRow, VersionRow
from newsroom.store.versions.content import content_of
from newsroom.store.versions.packing import Unpackable, pack
from newsroom.store.versions.unpacking import Link, Unpacker
from newsroom.story.story import Story

_TABLE = VersionRow.__table__
_OWN = ("number", "story_number")


@dataclass(frozen=True, slots=True)
class Log:
    """The steps of a story as rows, oldest first; those that can't be unpacked are not among
    them. ``kept`` and ``spell`` are what the story's own row knows of the log.
    """

    steps: tuple[Mapping[str, Any], ...] = ()
    kept: int = 0
    spell: datetime | None = None
    unreadable: int = 0


def read_log(session: Session, row: StoryRow) -> Log:
    """Return the log of a story."""
    statement = select(_TABLE).where(_TABLE.c.story_number == row.number)
    unpacker, steps, unreadable = Unpacker(), [], 0
    for step in session.execute(statement.order_by(_TABLE.c.number)).mappings():
        try:
            unpacker.next(Link(step["number"], step["place"], step["base"], step["packed"]))
        except Unpackable:
            unreadable += 1
        else:
            steps.append(dict(step))
    return Log(tuple(steps), row.kept, row.spell, unreadable)


def vouches(log: Log, story: Story) -> bool:
    """Say whether the log has the story's newest state, which its checksum proves, just so."""
    if not any(step["revision"] == story.revision for step in log.steps):
        return False
    unpacker, content = Unpacker(), content_of(story)
    for step in log.steps:
        found = unpacker.next(Link(step["number"], step["place"], step["base"], step["packed"]))
        if step["revision"] == story.revision and found == content:
            return True
    return False


def add_log(into: Session, row: StoryRow, log: Log) -> None:
    """Give a story the steps of a log, in their order among those that it has itself."""
    ours = read_log(into, row)
    known = {_of(step) for step in log.steps}
    own = [step for step in _whole(ours) if _of(step) not in known]
    # A step's own clock may be wrong: they are only put among each other by it.
    steps = sorted([*own, *log.steps], key=lambda step: step["moment"]) if own else log.steps
    if own and [one for one in steps if _of(one) in known] != list(log.steps):
        steps = [*own, *log.steps]
    into.execute(delete(VersionRow).where(VersionRow.story_number == row.number))
    _insert(into, row, steps, own)
    row.kept, row.spell = log.kept, log.spell
    into.flush()


def begin_log(into: Session, row: StoryRow, log: Log) -> None:
    """Put in a new story, with the steps of a log: it has none itself."""
    row.kept, row.spell = log.kept, log.spell
    into.flush()  # a new row has no number yet
    _insert(into, row, log.steps)


def _insert(
    into: Session,
    row: StoryRow,
    steps: Sequence[Mapping[str, Any]],
    own: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Insert steps; those of its ``own`` are packed by no other, and no other by them."""
    numbers: dict[int, int] = {}
    for step in steps:
        values = {name: value for name, value in step.items() if name not in _OWN}
        values["base"] = None if step["base"] is None else numbers[step["base"]]
        values["story_number"] = row.number
        done = into.execute(insert(VersionRow).values(values).returning(VersionRow.number))
        if step not in own:
            numbers[step["number"]] = done.scalar_one()


def _whole(log: Log) -> list[dict[str, Any]]:
    """Return the steps packed by no other, to be put anywhere."""
    unpacker, whole = Unpacker(), []
    for step in log.steps:
        content = unpacker.next(Link(step["number"], step["place"], step["base"], step["packed"]))
        whole.append({**step, "base": None, "place": 0, "packed": pack(content)})
    return [step for step in whole if not step["thinned"]]


def _of(step: Mapping[str, Any]) -> tuple[Any, ...]:
    return step["revision"], step["moment"], step["kind"]
