"""Who has a story at this desk, since when it stands where it stands, and what is found in it.

None of it travels: a story that is handed over leaves its holder behind, because at the
other desk somebody else takes it up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.deliveries.numbers import number_of
from newsroom.store.desk.line import name_in
from newsroom.store.people import person_here
from newsroom.store.reading import story_of
from newsroom.store.schema import DeskRow, StoryRow, VersionRow
from newsroom.store.unchosen import unchosen, words
from newsroom.store.versions.log import add_step, keep_before
from newsroom.story.person import Person, Role
from newsroom.story.version import Mark, StepKind
from newsroom.story.workflow import FOR_READERS, Status, edits, is_taken, needs_note, why_not

_AT_ONCE = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class Found:
    """How much a check of a revision found by a house's style."""

    revision: int
    house: str
    errors: int
    warnings: int
    hints: int


@dataclass(frozen=True, slots=True)
class DeskNote:
    """What the desk knows of a story; ``since`` is when it came to its status.

    ``holder`` is who took it last, at ``taken``, in ``role``; while it is being edited it is
    theirs. All moments are UTC.
    """

    status: Status
    since: datetime
    holder: str = ""
    role: Role = Role.ALL
    taken: datetime | None = None
    found: Found | None = None


class DeskRows:
    """What the desk knows of its stories. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ids: Collection[str]) -> dict[str, DeskNote]:
        """Return what is known of stories, of those that are there."""
        asked = sorted(set(ids))
        found: dict[str, DeskNote] = {}
        with self._database.read() as session:
            for start in range(0, len(asked), _AT_ONCE):
                some = _NOTES.where(StoryRow.id.in_(asked[start : start + _AT_ONCE]))
                found |= {row.id: _note(row) for row in session.execute(some)}
        return found

    def note_findings(
        self, story: str, revision: int, house: str, errors: int, warnings: int, hints: int
    ) -> None:
        """Keep how much was found in a revision of a story. Raises StoryNotFound."""
        with self._database.write() as session:
            row = _row(session, number_of(session, story))
            row.checked, row.house = revision, house
            row.errors, row.warnings, row.hints = errors, warnings, hints

    def take_over(self, story: str) -> str:
        """Give a story that is being edited to who sits here, as a step of its versions.

        Return why that is not possible, or nothing. Raises StoryNotFound.
        """
        now = datetime.now(UTC)
        with self._database.write() as session:
            number = number_of(session, story)
            row = session.get_one(StoryRow, number, with_for_update={"of": StoryRow})
            me, holder, state = person_here(session), _holder(session, number), story_of(row)
            if state.status is not Status.EDITING:
                return f"Naskah ini berstatus {state.status.label}; tidak ada yang diambil alih."
            if not edits(me.role):
                return f"Naskah diambil alih oleh redaktur, bukan {me.role.label.lower()}."
            if not me.name:
                return "Isi dulu nama Anda, supaya jelas siapa yang menyunting."
            keep_before(session, row, state, now, marked=True)
            note = f"dari {holder}" if holder else ""
            add_step(session, row, state, Mark(StepKind.TAKING, me.name, note), now)
            row.kept = row.revision
            _give(_row(session, number), me, now)
        return ""


def refusal(
    session: Session, row: StoryRow, after: Status, note: str, *, take_over: bool = False
) -> str:
    """Return why who sits here can't move a story to a status; nothing if they can."""
    me, before = person_here(session), Status(row.status)
    if (why := why_not(me.role, before, after)) and _before_it_came(session, row) is not after:
        return why
    holder = _holder(session, row.number)
    if is_taken(before, holder, me.name) and not (take_over or me.role is Role.MANAGING_EDITOR):
        return f"Naskah ini sedang disunting {holder}; ambil alih lebih dulu."
    if needs_note(me.role, after) and not note.strip():
        return "Tulis catatan: apa yang perlu diperbaiki."
    if after in FOR_READERS and (left := _unchosen(session, row.id)):
        return words(left)
    return ""


def note_status(
    session: Session,
    story_number: int,
    steps: tuple[Status, Status],
    now: datetime,
    mark: Mark | None,
) -> None:
    """Note that a story went from one status to another, in the transaction in which it does.

    Whoever edits has what they move to be edited. What another desk did with it nobody has
    here, and what is given back to the queue, or to its writer as a draft, is nobody's.
    """
    before, after = steps
    row, me = _row(session, story_number), person_here(session)
    row.since = now
    if after is Status.EDITING:
        is_ours = mark is None or (mark.kind is not StepKind.HANDOVER and mark.who in ("", me.name))
        if not is_ours:
            _give(row, Person(), now)
        elif edits(me.role):
            _give(row, me, now)
    elif after is Status.DRAFT or (before, after) == (Status.EDITING, Status.SUBMITTED):
        _give(row, Person(), now)


def _before_it_came(session: Session, row: StoryRow) -> Status | None:
    """Return the status that a story had here before it came with the one that it has now.

    Whatever a file says, whoever sits here may go back to that. None once it was moved here.
    """
    moves = select(VersionRow.kind, VersionRow.status_before, VersionRow.status_after).where(
        VersionRow.story_number == row.number, VersionRow.status_before.is_not(None)
    )
    last = session.execute(moves.order_by(VersionRow.number.desc()).limit(1)).first()
    if last is None or last.kind != str(StepKind.HANDOVER) or last.status_after is not None:
        return None
    return Status(last.status_before) if last.status_before in tuple(Status) else None


def _unchosen(session: Session, story_id: str) -> int:
    """Return in how many conflicts of a story nobody has chosen yet."""
    database = session.connection().connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    return len(unchosen(database.cursor(), story_id))


def _holder(session: Session, story_number: int) -> str:
    found = select(DeskRow.holder).where(DeskRow.story_number == story_number)
    return name_in(session.scalar(found))


def _give(row: DeskRow, person: Person, now: datetime) -> None:
    row.holder, row.role = person.name, str(person.role)
    row.taken = now if person.name else None


def _row(session: Session, story_number: int) -> DeskRow:
    """Return the row of a story; a new one if it has none yet."""
    row = session.get(DeskRow, story_number)
    if row is None:
        row = DeskRow(story_number=story_number, holder="", role=str(Role.ALL), house="")
        row.errors = row.warnings = row.hints = 0
        session.add(row)
    return row


# A step is looked for only where the desk has noted none: at the stories of before it did.
_SINCE: ColumnElement[datetime | None] = case(
    (
        DeskRow.since.is_(None) & (StoryRow.status != str(Status.DRAFT)),
        select(func.max(VersionRow.moment))
        .where(
            VersionRow.story_number == StoryRow.number,
            VersionRow.status_after == StoryRow.status,
        )
        .correlate(StoryRow)
        .scalar_subquery(),
    )
)
_NOTES = select(
    StoryRow.id,
    StoryRow.status,
    StoryRow.updated,
    DeskRow.since,
    _SINCE.label("moved"),
    DeskRow.holder,
    DeskRow.role,
    DeskRow.taken,
    DeskRow.checked,
    DeskRow.house,
    DeskRow.errors,
    DeskRow.warnings,
    DeskRow.hints,
).outerjoin(DeskRow, DeskRow.story_number == StoryRow.number)


def _note(row: Any) -> DeskNote:
    found = None
    counts = row.checked, row.errors, row.warnings, row.hints
    if all(isinstance(count, int) for count in counts):
        found = Found(row.checked, row.house, row.errors, row.warnings, row.hints)
    role = row.role if row.role in tuple(Role) else Role.ALL
    return DeskNote(
        status=Status(row.status),
        since=row.since or row.moved or row.updated,
        holder=name_in(row.holder),
        role=Role(role),
        taken=row.taken,
        found=found,
    )
