"""The steps of stories: listed, read, and brought back."""

from __future__ import annotations

import builtins
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.errors import StoryNotFound, VersionNotFound, VersionUnreadable
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow, VersionRow
from newsroom.store.stories import Stories
from newsroom.store.versions.content import content_of, story_from
from newsroom.store.versions.log import add_step, signed
from newsroom.store.versions.unpacking import PACKED, Link, Unpacker, chain, unpacked
from newsroom.story.days import figures
from newsroom.story.story import Story
from newsroom.story.version import Mark, Step, StepKind, restored
from newsroom.story.workflow import Status

Kind = TypeVar("Kind", StepKind, Status)

_STEP = (
    VersionRow.number,
    VersionRow.kind,
    VersionRow.moment,
    VersionRow.who,
    VersionRow.note,
    VersionRow.revision,
    VersionRow.words,
    VersionRow.status_before,
    VersionRow.status_after,
)
_COUNTED = (VersionRow.revision, VersionRow.moment, VersionRow.saved, StoryRow.id, StoryRow.created)
_LINK = (VersionRow.number, VersionRow.place, VersionRow.base, PACKED)
_AT_ONCE = 100
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)  # unpacking it, or what was unpacked


class Versions:
    """The earlier states of stories. Every method raises StoreError where the disk fails.

    Stories in the bin have theirs too.
    """

    def __init__(self, database: Database, stories: Stories) -> None:
        self._database = database
        self._stories = stories

    def list(self, story_id: str) -> builtins.list[Step]:
        """Return the steps of a story, the newest first; none for a story that is not there."""
        statement = select(*_STEP).join(StoryRow).where(StoryRow.id == story_id)
        listed = statement.where(~VersionRow.thinned).order_by(VersionRow.number.desc())
        with self._database.read() as session:
            return [_step(row) for row in session.execute(listed)]

    def step(self, number: int) -> Step:
        """Return a step. Raises VersionNotFound."""
        listed = select(*_STEP).where(VersionRow.number == number, ~VersionRow.thinned)
        with self._database.read() as session:
            row = session.execute(listed).first()
        if row is None:
            raise VersionNotFound(f"Versi {number} tidak ada.")
        return _step(row)

    def last_move(self, story_id: str) -> Step | None:
        """Return the step that gave a story its status; None where none is known."""
        moved = (
            select(*_STEP)
            .join(StoryRow)
            .where(StoryRow.id == story_id, VersionRow.status_after == StoryRow.status)
        )
        last = moved.order_by(VersionRow.number.desc()).limit(1)
        with self._database.read() as session:
            row = session.execute(last).first()
        return _step(row) if row else None

    def story(self, number: int) -> Story:
        """Return the story as it was at a step. Raises VersionNotFound and VersionUnreadable."""
        with self._database.read() as session:
            return _story(session, number)

    def mark(self, story: Story, mark: Mark) -> Step:
        """Keep a state that was saved, newest or not, as a step: it was exported, handed over.

        Raises StoryNotFound.
        """
        with self._database.write() as session:
            row = session.scalar(select(StoryRow).where(StoryRow.id == story.id).with_for_update())
            if row is None:
                raise StoryNotFound(f"Naskah {story.id} tidak ditemukan.")
            now = datetime.now(UTC)
            step = add_step(session, row, story, signed(session, mark, now), now)
            if content_of(story) == content_of(story_of(row)):
                row.kept = row.revision
            return _step(step)

    def restore(
        self,
        number: int,
        names: Collection[str] | None = None,
        who: str = "",
        note: str = "",
        zone: tzinfo | None = None,
    ) -> Story:
        """Bring back a state, or the fields of it that are named, and return the story as saved.

        What gives way is kept as a step, and what comes back is a new one. Which fields there
        are says ``RESTORED``; the status is none of them. Without a note the history says of
        when it was, in ``zone``; None is the computer's. Raises VersionNotFound,
        VersionUnreadable, and StoryChangedElsewhere.
        """
        step, then = self.step(number), self.story(number)
        now = self._stories.get(then.id)
        back = restored(now, then, names)
        if back == now:
            return now
        mark = Mark(StepKind.RESTORE, who, note or f"dari {_in_words(step.moment, zone)}")
        return self._stories.save(back, mark=mark)

    def states(self, story_id: str) -> Iterator[tuple[Step, Story | VersionUnreadable]]:
        """Yield the steps of a story, the oldest first, with the story as it was at each.

        Few states are held at a time. One that is damaged comes as the error that says so.
        """
        columns = dict.fromkeys((*_LINK, VersionRow.thinned, *_COUNTED, *_STEP))
        of_story = select(*columns).join(StoryRow).where(StoryRow.id == story_id)
        for row, read in self._read(of_story.order_by(VersionRow.number)):
            yield _step(row), read

    def pictures(self) -> set[str]:
        """Return the digests of all pictures in all versions. Raises VersionUnreadable."""
        found: set[str] = set()
        for _, read in self._all():
            if isinstance(read, VersionUnreadable):
                raise read
            found.update(photo.digest for photo in read.photos if photo.digest)
        return found

    def verify(self) -> builtins.list[str]:
        """Read every version of every story, and return what is wrong, a line each."""
        faults: list[str] = []
        for story_id, read in self._all():
            if isinstance(read, VersionUnreadable):
                faults.append(f"Naskah {story_id[:8]}: {read}")
        return faults

    def _all(self) -> Iterator[tuple[str, Story | VersionUnreadable]]:
        """Yield all versions that can be asked for, with the ids of their stories."""
        statement = select(*_LINK, VersionRow.thinned, *_COUNTED).join(StoryRow)
        for row, read in self._read(statement.order_by(VersionRow.story_number, VersionRow.number)):
            yield row.id, read

    def _read(
        self, ordered: Select[*tuple[Any, ...]]
    ) -> Iterator[tuple[Any, Story | VersionUnreadable]]:
        """Yield rows that can be asked for, story by story, with the states that they hold."""
        unpacker, story_id = Unpacker(), ""
        with self._database.read() as session:
            for row in session.execute(ordered.execution_options(yield_per=_AT_ONCE)):
                if row.id != story_id:
                    unpacker, story_id = Unpacker(), row.id
                link = Link(row.number, row.place, row.base, row.packed)
                read: Story | VersionUnreadable
                try:
                    read = _counted(unpacker.next(link), row)
                except _DAMAGED:
                    read = _unreadable(row.number)
                if not row.thinned:
                    yield row, read


def sound_states(session: Session, story_number: int) -> Iterator[Story]:
    """Yield the states of a story that can be read, the oldest first; their id is empty.

    Those too that are kept only because others are packed by them.
    """
    counted = (VersionRow.revision, VersionRow.moment, VersionRow.saved)
    of_story = select(*_LINK, *counted).where(VersionRow.story_number == story_number)
    unpacker = Unpacker()
    for row in session.execute(of_story.order_by(VersionRow.number)):
        try:
            content = unpacker.next(Link(row.number, row.place, row.base, row.packed))
            state = story_from(content)
        except _DAMAGED:
            continue
        yield replace(state, revision=row.revision, updated=row.saved or row.moment)


def _step(row: Any) -> Step:
    """Return the step that a row holds."""
    return Step(
        number=row.number,
        kind=_known(StepKind, row.kind) or StepKind.WRITING,
        moment=row.moment,
        who=row.who,
        note=row.note,
        revision=row.revision,
        words=row.words,
        before=_known(Status, row.status_before),
        after=_known(Status, row.status_after),
    )


def _known(kinds: type[Kind], value: str | None) -> Kind | None:
    """Return one of the kinds, or None: a list is to be read though a letter of it is damaged."""
    return next((kind for kind in kinds if kind == value), None)


def _story(session: Session, number: int) -> Story:
    counted = select(*_COUNTED).join(StoryRow)
    row = session.execute(counted.where(VersionRow.number == number, ~VersionRow.thinned)).first()
    if row is None:
        raise VersionNotFound(f"Versi {number} tidak ada.")
    try:
        return _counted(unpacked(chain(session, number)), row)
    except _DAMAGED as error:
        raise _unreadable(number) from error


def _counted(content: bytes, row: Any) -> Story:
    """Return the story of a content with what the store counted then."""
    return replace(
        story_from(content),
        id=row.id,
        revision=row.revision,
        created=row.created,
        updated=row.saved or row.moment,
    )


def _unreadable(number: int) -> VersionUnreadable:
    return VersionUnreadable(
        f"Versi {number} rusak dan tidak dapat dibaca. "
        "Naskahnya dan versi yang lain tidak terpengaruh."
    )


def _in_words(moment: datetime, zone: tzinfo | None) -> str:
    local = moment.astimezone(zone)
    return f"{figures(local)} {local:%H.%M}"
