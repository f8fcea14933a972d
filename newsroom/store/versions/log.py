"""Writing the version log, in the transaction that saves the story.

The story's own row is its newest state; the log has the earlier ones. In a row,
``kept`` is the revision that was last put into the log, and ``spell`` when the writing
that is not yet in it began. So a save in the midst of writing looks at no other table.

Each state is packed by one before it: the ``place`` of a step in its group, in binary,
without its last 1, is the place of that one. Thus half of the steps are needed by no
other, no step needs more than a handful, and what it needs lies on the way to the step
before it. A group begins with a state that is packed whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from newsroom.store.people import name_at
from newsroom.store.reading import photos_of, story_of
from newsroom.store.schema import StoryRow, VersionRow
from newsroom.store.versions.content import content_of
from newsroom.store.versions.packing import Unpackable, pack
from newsroom.store.versions.thinning import Aged, may_thin, thinned
from newsroom.store.versions.unpacking import chain, unpacked
from newsroom.story.ends import common_ends
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Photo, Story
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import Status

PAUSE = timedelta(minutes=5)
"""After so long without a save, a spell of writing has ended."""
LONGEST_SPELL = timedelta(minutes=15)
MUCH = 200
"""Characters; before so many give way in one save, the state is kept, whenever it is."""
GROUP = 256
"""States that are packed by one whole one, at most."""

_LITTLE = 8  # times smaller than the content: smaller than half of that, packed whole
_BATCH = 500
_WRITING = Mark(StepKind.WRITING)


def keep_before(
    session: Session, row: StoryRow, story: Story, now: datetime, *, marked: bool
) -> None:
    """Keep the state in the row, which is about to give way, if it is one to be kept.

    ``marked`` says that the new state will be a step of its own.
    """
    if row.kept == row.revision:
        row.spell = now
        return
    closes = marked and (_differs(row, story) or _is_of_other(session, row, now))
    if closes or is_due(row, story, now):
        state = story_of(row)
        if not state.is_empty:
            add_step(session, row, state, signed(session, _WRITING, row.updated), row.updated)
        row.spell = now


def keep_now(session: Session, row: StoryRow) -> None:
    """Keep the state in the row, unless the log has it: others come in after it."""
    state = story_of(row)
    if row.kept != row.revision and not state.is_empty:
        add_step(session, row, state, signed(session, _WRITING, row.updated), row.updated)
        row.kept = row.revision


def is_due(row: StoryRow, story: Story, now: datetime) -> bool:
    """Say whether the state in the row, which is about to give way, is one to be kept."""
    return _has_ended(row, now) or _loses_much(row, story)


def keep_after(
    session: Session, row: StoryRow, story: Story, mark: Mark | None, before: Status | None
) -> None:
    """Keep the new state, as it has been put into the row, if somebody made it a step.

    ``before`` is the status it had until now. Where it came from another desk, the step that
    changed that was taken there, and has come along.
    """
    came = mark is not None and mark.kind is StepKind.HANDOVER
    differs = before is not None and before != story.status
    changed = differs and not came
    if mark is None and not changed:
        return
    session.flush()  # a new row has no number yet
    moment = story.updated or row.updated
    mark = signed(session, mark or Mark(StepKind.STATUS), moment)
    step = add_step(session, row, story, mark, moment, before if changed else None)
    if differs and came:
        step.status_before = str(before)  # to go back to, should nobody here want the other
    row.kept = story.revision


def signed(session: Session, mark: Mark, moment: datetime) -> Mark:
    """Return a mark with the name of who sat here then, if it says of nobody else."""
    return mark if mark.who else replace(mark, who=name_at(session, moment))


def add_step(
    session: Session,
    row: StoryRow,
    story: Story,
    mark: Mark,
    moment: datetime,
    before: Status | None = None,
) -> VersionRow:
    """Add a state as the newest step of its story; it has been in the store as it is.

    ``before`` is its status until now, where the step changed that.
    """
    last = _last(session, row.number)
    step = _step(row, story, mark, moment, word_count(story.body))
    if before is not None:
        step.status_before, step.status_after = str(before), str(story.status)
    _pack(session, step, content_of(story), last)
    session.add(step)
    session.flush()
    if last and may_thin(last.moment, moment):
        _thin(session, row.number)
    return step


def first_step(row: StoryRow, story: Story, mark: Mark, moment: datetime) -> VersionRow:
    """Return the step of a story that is new in the store, to be added by the caller."""
    step = _step(row, story, mark, moment, row.words)
    step.base, step.place, step.packed = None, 0, pack(content_of(story))
    return step


def _step(row: StoryRow, story: Story, mark: Mark, moment: datetime, words: int) -> VersionRow:
    """Return a step that is not packed yet."""
    return VersionRow(
        story_number=row.number,
        kind=str(mark.kind),
        moment=moment,
        saved=None if story.updated == moment else story.updated,
        who=mark.who,
        note=mark.note,
        revision=story.revision,
        words=words,
        thinned=False,
    )


@dataclass(frozen=True, slots=True)
class _Last:
    """The newest step of a story."""

    number: int
    place: int
    moment: datetime


def _last(session: Session, story_number: int) -> _Last | None:
    columns = select(VersionRow.number, VersionRow.place, VersionRow.moment)
    of_story = columns.where(VersionRow.story_number == story_number)
    found = session.execute(of_story.order_by(VersionRow.number.desc()).limit(1)).first()
    return _Last(*found) if found else None


def _has_ended(row: StoryRow, now: datetime) -> bool:
    """Return whether a spell of writing ended with the last save; a clock may have gone back."""
    began = row.spell or row.updated
    return abs(now - row.updated) >= PAUSE or abs(now - began) >= LONGEST_SPELL


def _loses_much(row: StoryRow, story: Story) -> bool:
    start, end = common_ends(row.body, story.body)
    if len(row.body) - start - end >= MUCH:
        return True
    return bool(_pictures(photos_of(row)) - _pictures(story.photos))


def _pictures(photos: Iterable[Photo]) -> set[str]:
    return {photo.digest or photo.file for photo in photos}


def _differs(row: StoryRow, story: Story) -> bool:
    """Return whether more than the status is about to change."""
    return content_of(replace(story_of(row), status=story.status)) != content_of(story)


def _is_of_other(session: Session, row: StoryRow, now: datetime) -> bool:
    """Return whether the state was written by somebody else than who makes the step now."""
    return name_at(session, row.updated) != name_at(session, now)


def _pack(session: Session, step: VersionRow, content: bytes, last: _Last | None) -> None:
    """Pack a state by one before it, or whole: if it begins a group, or has little in common."""
    step.base, step.place = None, 0
    base = _base(session, last) if last else None
    if base is None:
        step.packed = pack(content)
        return
    step.packed = pack(content, base.content)
    if len(step.packed) * _LITTLE > len(content):
        whole = pack(content)
        if len(step.packed) * 2 > len(whole):
            step.packed = whole
            return
    step.base, step.place = base.number, base.place


@dataclass(frozen=True, slots=True)
class _Base:
    """A state that the next one is to be packed by, and the place of that next one."""

    number: int
    content: bytes
    place: int


def _base(session: Session, last: _Last) -> _Base | None:
    """Return by which state the one after the last is to be packed."""
    place = last.place + 1
    if place >= GROUP:
        return None
    way = chain(session, last.number)
    for number, link in enumerate(way):
        if link.place == place & (place - 1):
            try:
                return _Base(link.number, unpacked(way[: number + 1]), place)
            except Unpackable:
                break  # what is damaged stays so; what comes now must not hang on it
    return None


def _thin(session: Session, story_number: int) -> None:
    """Take out the steps of a story that have grown too old to be kept each.

    One that others are packed by is no longer listed, and goes when none of them is left.
    """
    statement = select(
        VersionRow.number,
        VersionRow.base,
        VersionRow.moment,
        VersionRow.kind,
        VersionRow.status_after,
        VersionRow.thinned,
    )
    of_story = VersionRow.story_number == story_number
    rows = session.execute(statement.where(of_story).order_by(VersionRow.number)).all()
    left = [
        Aged(row.number, row.moment, _is_fixed(row.kind, row.status_after))
        for row in rows
        if not row.thinned
    ]
    going = thinned(left)
    if not going:
        return
    bases = {row.number: row.base for row in rows}
    needed = _needed(bases, {step.number for step in left} - going)
    for numbers in _batched(sorted(bases.keys() - needed)):
        session.execute(delete(VersionRow).where(VersionRow.number.in_(numbers)))
    for numbers in _batched(sorted(going & needed)):
        change = update(VersionRow).where(VersionRow.number.in_(numbers))
        session.execute(change.values(thinned=True))


def _is_fixed(kind: str, status_after: str | None) -> bool:
    return kind != StepKind.WRITING or status_after is not None


def _needed(bases: Mapping[int, int | None], kept: Iterable[int]) -> set[int]:
    """Return the states that are kept, and all that they are packed by."""
    needed: set[int] = set()
    for number in kept:
        at: int | None = number
        while at is not None and at not in needed:
            needed.add(at)
            at = bases.get(at)
    return needed


def _batched(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield numbers in batches that fit into one statement."""
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]
