"""Putting the stories of one database into another, nothing written over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from newsroom.store.anchors import carry_anchors
from newsroom.store.backup.alike import Alike
from newsroom.store.backup.log_rows import Log, add_log, begin_log, read_log
from newsroom.store.database import Database
from newsroom.store.mapping import fill_row
from newsroom.store.reading import story_of
from newsroom.store.schema import DeskRow, StoryRow
from newsroom.store.sums import is_as_saved
from newsroom.story.story import Story

_AT_ONCE = 50  # stories in one transaction: who types meanwhile does not wait long


class Verdict(StrEnum):
    """What becomes of a story that comes in."""

    NEW = "new"  # it was not here
    SAME = "same"  # it is here as it is
    OLDER = "older"  # what is here came out of it
    NEWER = "newer"  # it came out of what is here
    APART = "apart"  # both were written on: it becomes a story of its own


@dataclass(frozen=True, slots=True)
class Incoming:
    """A story that comes in, and when it was moved to the bin.

    ``wrong_sum`` is the sum of one that is not as it was saved: it comes along, so that who
    opens the story is told.
    """

    story: Story
    discarded: datetime | None
    log: Log
    wrong_sum: bytes | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one story."""

    id: str
    headline: str
    verdict: Verdict
    now: str  # the id that it is found under


@dataclass(frozen=True, slots=True)
class Unread:
    """A story of which the database says that it is there, and that can't be read."""

    id: str
    why: str


@dataclass(slots=True)
class Merged:
    """What became of all stories, in the order of the database they came from."""

    arrived: list[Arrived] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def of(self, verdict: Verdict) -> list[Arrived]:
        """Return the stories to which this happened."""
        return [one for one in self.arrived if one.verdict is verdict]


Judge = Callable[[Session, Incoming, Story | None], Verdict]
"""Says what is to become of a story, given the one of the same id that is here, if any."""


def merge_stories(
    source: Database,
    target: Database,
    judge: Judge,
    tell: Callable[[int], None] | None = None,
    alike: Alike | None = None,
) -> Merged:
    """Bring the stories in, some at a time; what has been brought in stays if it is stopped.

    ``tell`` is told how many more have been dealt with, and may raise. ``alike`` tells which
    need no judging: they are here as they are. What is written on here after that is as if
    it had been written after all of the merging. Doing it again changes nothing more.
    Raises StoreError.
    """
    return _gone_through(source, _Way(target.write, _read, _bring, judge), tell, alike)


def foretell_stories(
    source: Database,
    target: Database,
    judge: Judge,
    tell: Callable[[int], None] | None = None,
    alike: Alike | None = None,
) -> Merged:
    """Return what would become of the stories; nothing is changed. Raises StoreError."""
    return _gone_through(source, _Way(target.read, _looked_at, _foretold, judge), tell, alike)


@dataclass(frozen=True, slots=True)
class _Way:
    """How stories are gone through: what is begun for some, how they are read, what comes."""

    begin: Callable[[], AbstractContextManager[Session]]
    read: Callable[[Database, Sequence[str]], Iterator[Incoming | Unread]]
    become: Callable[[Session, Incoming, Judge], Arrived]
    judge: Judge


def _gone_through(
    source: Database, way: _Way, tell: Callable[[int], None] | None, alike: Alike | None
) -> Merged:
    merged = Merged()
    with source.read() as session:
        ids = list(session.scalars(select(StoryRow.id).order_by(StoryRow.number)))
    for begin in range(0, len(ids), _AT_ONCE):
        some = ids[begin : begin + _AT_ONCE]
        same = alike(some) if alike else {}
        found = {id: Arrived(id, headline, Verdict.SAME, id) for id, headline in same.items()}
        if rest := [id for id in some if id not in found]:
            with way.begin() as session:
                for one in way.read(source, rest):
                    if isinstance(one, Unread):
                        merged.unread.append(one)
                    else:
                        found[one.story.id] = way.become(session, one, way.judge)
        merged.arrived += [found[id] for id in some if id in found]
        if tell:
            tell(len(some))
    return merged


def same_content(one: Story, other: Story) -> bool:
    """Say whether two stories are alike in all that a person can change."""
    return bare(one) == bare(other)


def bare(story: Story) -> Story:
    """Return a story without what the store counts."""
    return replace(story, id="", revision=0, created=None, updated=None)


def _read(source: Database, ids: Sequence[str]) -> Iterator[Incoming | Unread]:
    for id in ids:
        try:
            with source.read() as session:
                row = session.scalars(select(StoryRow).where(StoryRow.id == id)).one()
                wrong = None if is_as_saved(row) else row.checksum
                yield Incoming(story_of(row), row.discarded, read_log(session, row), wrong)
        except Exception as error:  # damage takes any form: a broken number, half a letter
            yield Unread(id, str(error))


def _looked_at(source: Database, ids: Sequence[str]) -> Iterator[Incoming | Unread]:
    """Read stories without their logs, in one go: that is all that judging them takes."""
    with source.read() as session:
        for id in ids:
            try:
                row = session.scalars(select(StoryRow).where(StoryRow.id == id)).one()
                yield Incoming(story_of(row), row.discarded, Log())
            except Exception as error:  # as above
                yield Unread(id, str(error))


def _bring(into: Session, one: Incoming, judge: Judge) -> Arrived:
    arrived = _foretold(into, one, judge)
    match arrived.verdict:
        case Verdict.NEW | Verdict.APART:
            _put(into, None, replace(one, story=replace(one.story, id=arrived.now)))
        case Verdict.NEWER:
            _put(into, _row(into, one.story.id), one)
        case _:
            pass
    return arrived


def _foretold(session: Session, one: Incoming, judge: Judge) -> Arrived:
    story = one.story
    row = _row(session, story.id)
    verdict, now = judge(session, one, story_of(row) if row else None), story.id
    if verdict is Verdict.APART:
        now = apart_id(story)
        if session.scalar(select(StoryRow.id).where(StoryRow.id == now)) is not None:
            verdict = Verdict.SAME  # it came in this way before
    return Arrived(story.id, story.headline, verdict, now)


def _row(session: Session, id: str) -> StoryRow | None:
    return session.scalar(select(StoryRow).where(StoryRow.id == id))


def apart_id(story: Story) -> str:
    """Return the id of a story that goes on beside its other self: always the same one."""
    told = repr((story.id, bare(story))).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:32]


def _put(into: Session, row: StoryRow | None, one: Incoming) -> None:
    story, is_new = one.story, row is None
    if row is None:
        row = StoryRow(id=story.id)
        into.add(row)
    else:
        carry_anchors(into, row, story)
        if row.status != story.status:
            # What the desk knows of it comes with the status that it has from now on.
            into.execute(delete(DeskRow).where(DeskRow.story_number == row.number))
    row.revision = story.revision
    row.created = story.created or story.updated or datetime.now().astimezone()
    row.updated = story.updated or row.created
    row.discarded = one.discarded
    fill_row(row, story)
    row.checksum = one.wrong_sum or row.checksum
    (begin_log if is_new else add_log)(into, row, one.log)
