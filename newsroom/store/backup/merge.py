"""Putting the stories of one database into another, nothing written over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from newsroom.store.backup.alike import Alike
from newsroom.store.backup.log_rows import Log, add_log, begin_log, read_log
from newsroom.store.database import Database
from newsroom.store.deliveries.records import PushState
from newsroom.store.mapping import fill_row
from newsroom.store.reading import story_of
from newsroom.store.schema import (
    Base,
    IgnoredRow,
    PhotoRow,
    PushRow,
    StoryRow,
    VersionRow,
    WordRow,
    WorkspaceRow,
)
from newsroom.store.sums import is_as_saved
from newsroom.story.story import Story

_ROWS_AT_ONCE = 1_000
_ENDED = (PushState.DONE, PushState.CANCELLED)
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


def merge_lists(source: Database, target: Database) -> tuple[int, int]:
    """Bring in the user's words, and the marks left out; return how many are new of each."""
    with source.read() as session:
        words = [(row.folded, row.word) for row in session.scalars(select(WordRow))]
        marks = [
            (row.house, row.rule, row.folded, row.text)
            for row in session.scalars(select(IgnoredRow))
        ]
    with target.write() as session:
        known_words = set(session.scalars(select(WordRow.folded)))
        new_words = [one for one in words if one[0] not in known_words]
        session.add_all(WordRow(folded=folded, word=word) for folded, word in new_words)
        known_marks = {
            (row.house, row.rule, row.folded) for row in session.scalars(select(IgnoredRow))
        }
        new_marks = [one for one in marks if one[:3] not in known_marks]
        session.add_all(
            IgnoredRow(house=house, rule=rule, folded=folded, text=text)
            for house, rule, folded, text in new_marks
        )
    return len(new_words), len(new_marks)


def merge_rest(source: Database, target: Database, *, of_past: bool = True) -> None:
    """Bring in the rows of all other tables that are not there, with the stories they name.

    What was about to go to a portal at some time in the past is cancelled: it may have gone
    since, and who still wants it can resume it.
    """
    known = {row.__tablename__ for row in (StoryRow, PhotoRow, VersionRow)}
    known |= {row.__tablename__ for row in (WordRow, IgnoredRow, WorkspaceRow)}
    others = [table for table in Base.metadata.sorted_tables if table.name not in known]
    numbers = _numbers(source, target)
    for table in others:
        of_story = [
            column.name
            for column in table.columns
            if any(key.column is StoryRow.__table__.c.number for key in column.foreign_keys)
        ]
        with source.read() as session:
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
        for row in rows:
            row.update({name: numbers.get(row[name]) for name in of_story})
            if of_past and table is PushRow.__table__ and row["state"] not in _ENDED:
                row["state"] = PushState.CANCELLED
        for begin in range(0, len(rows), _ROWS_AT_ONCE):
            with target.write() as session:
                statement = insert(table).prefix_with("OR IGNORE", dialect="sqlite")
                session.execute(statement, rows[begin : begin + _ROWS_AT_ONCE])


def _numbers(source: Database, target: Database) -> dict[int, int]:
    """Return the numbers that stories have in the target, by those they had."""
    numbers = select(StoryRow.id, StoryRow.number)
    with target.read() as session:
        ours = {row.id: row.number for row in session.execute(numbers)}
    with source.read() as session:
        theirs = session.execute(numbers).all()
    return {number: ours[id] for id, number in theirs if id in ours}


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
    row.revision = story.revision
    row.created = story.created or story.updated or datetime.now().astimezone()
    row.updated = story.updated or row.created
    row.discarded = one.discarded
    fill_row(row, story)
    row.checksum = one.wrong_sum or row.checksum
    (begin_log if is_new else add_log)(into, row, one.log)
