"""The queue of stories on their way to portals."""

from __future__ import annotations

import builtins
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.deliveries.numbers import number_of
from newsroom.store.deliveries.records import Push, PushState, PushStopped, Wish
from newsroom.store.schema import PushRow, PushStepRow, StoryRow

_ENDED = (PushState.DONE, PushState.CANCELLED)
_KEPT = 5  # ended pushes of a story to a portal, whose journals may still be looked at


class Pushes:
    """Pushes in their order. Every method raises StoreError where the disk fails.

    A story has one open push to a portal at most.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, story: str, portal: str, revision: int, wish: Wish) -> Push:
        """Put a story at the end of the queue; one that waits there already gets the new wish.

        Its place and journal stay, and what a person had answered is forgotten: it was said
        of another state. Raises StoryNotFound.
        """
        now = datetime.now(UTC)
        with self._database.write() as session:
            number = number_of(session, story)
            found = session.execute(_listed(open_only=True).where(StoryRow.id == story))
            row = next((row for row, *_ in found if row.portal == portal), None)
            if row is None:
                last = session.scalar(select(func.max(PushRow.position))) or 0
                row = PushRow(id=uuid.uuid4().hex, story_number=number, portal=portal)
                row.position, row.created, row.answers = last + 1, now, {}
                session.add(row)
            if row.revision != revision:
                row.answers = {}
            row.state, row.tries, row.next_try = PushState.WAITING, 0, None
            row.wanted_status, row.wanted_time = wish.status, wish.time
            row.confirmed, row.override, row.revision = wish.confirmed, wish.override, revision
            row.question, row.error, row.changed = {}, "", now
            row.spent, row.held = 0, False
            session.flush()
            return _one(session, row.id)

    def get(self, id: str) -> Push:
        """Return a push. Raises StoreError if there is none."""
        with self._database.read() as session:
            return _one(session, id)

    def list(self, *, open_only: bool = False, story: str | None = None) -> builtins.list[Push]:
        """Return the pushes in the order of the queue: all, the open ones, those of a story."""
        listed = _listed(open_only=open_only)
        if story is not None:
            listed = listed.where(StoryRow.id == story)
        with self._database.read() as session:
            return [_push(*row) for row in session.execute(listed)]

    def due(self, now: datetime | None = None) -> builtins.list[Push]:
        """Return those that can go on by themselves: the time of their next try has come.

        One that is said to be running is among them: whoever holds the portal's lock knows
        that it was left so by a program that ended.
        """
        now = now or datetime.now(UTC)
        return [
            one
            for one in self.list(open_only=True)
            if one.state is PushState.RUNNING
            or (one.state is PushState.WAITING and (one.next_try or now) <= now)
        ]

    def start(self, id: str) -> Push:
        """Say that a push is running, once more. Raises PushStopped if it has ended."""
        with self._database.write() as session:
            row = _row(session, id)
            if PushState(row.state) in _ENDED:
                raise PushStopped("Unggahan ini sudah dibatalkan atau selesai.")
            row.state, row.tries, row.next_try = PushState.RUNNING, row.tries + 1, None
            row.question, row.error, row.changed = {}, "", datetime.now(UTC)
            row.held = False
            return _one(session, id)

    def settle(
        self,
        id: str,
        state: PushState,
        error: str = "",
        *,
        next_try: datetime | None = None,
        question: Mapping[str, Any] | None = None,
        spent: int = 0,
        held: bool = False,
    ) -> Push:
        """Say how the run of a push ended; one cancelled meanwhile stays cancelled."""
        with self._database.write() as session:
            row = _row(session, id)
            if row.state == PushState.RUNNING:
                row.state, row.error, row.next_try = state, error, next_try
                row.question, row.changed = dict(question or {}), datetime.now(UTC)
                row.spent, row.held = spent, held
                session.flush()
                if state is PushState.DONE:
                    _thin_out(session, row)
            return _one(session, id)

    def answer(self, id: str, answer: str) -> Push:
        """Keep what a person said to the question of a push, and let it wait for its turn.

        The answer holds for what was asked, as it was asked, and for nothing else.
        """
        with self._database.write() as session:
            row = _row(session, id)
            kind = row.question.get("kind") if row.question else None
            if row.state != PushState.PERSON or not kind:
                raise PushStopped("Tidak ada yang perlu dijawab untuk unggahan ini.")
            row.answers = {**row.answers, kind: {**row.question, "answer": answer}}
            row.state, row.tries, row.question = PushState.WAITING, 0, {}
            row.spent, row.held = 0, False
            row.error, row.changed = "", datetime.now(UTC)
            return _one(session, id)

    def resume(self, id: str) -> Push:
        """Let a push that failed, waits or was cancelled have its turn again, from the first try.

        One that has a question is asked it again, as the site is then; one that is said to be
        running stays so, and one that its site stopped still lets others pass. Raises
        PushStopped for one that is done.
        """
        with self._database.write() as session:
            row = _row(session, id)
            if row.state == PushState.DONE:
                raise PushStopped("Unggahan ini sudah selesai.")
            if row.state != PushState.RUNNING:
                _require_alone(session, row)
                row.state, row.tries, row.next_try = PushState.WAITING, 0, None
                row.spent = 0
                row.error, row.changed = "", datetime.now(UTC)
            return _one(session, id)

    def cancel(self, id: str) -> Push:
        """End a push; its journal stays, and it can be resumed. What is done stays done."""
        with self._database.write() as session:
            row = _row(session, id)
            if row.state != PushState.DONE:
                row.state, row.next_try = PushState.CANCELLED, None
                row.changed = datetime.now(UTC)
            return _one(session, id)

    def move(self, id: str, place: int) -> None:
        """Give a push another place among the open ones, counted from 0."""
        with self._database.write() as session:
            rows = [row for row, *_ in session.execute(_listed(open_only=True))]
            moved = _row(session, id)
            others = [row for row in rows if row.id != id]
            others.insert(max(place, 0), moved)
            for position, row in zip(sorted(row.position for row in others), others, strict=True):
                row.position = position


def _listed(*, open_only: bool = False) -> Select[PushRow, str, str]:
    listed = select(PushRow, StoryRow.id, StoryRow.headline).join(StoryRow)
    if open_only:
        listed = listed.where(PushRow.state.not_in(_ENDED))
    return listed.order_by(PushRow.position, PushRow.id)


def _row(session: Session, id: str) -> PushRow:
    row = session.get(PushRow, id)
    if row is None:
        raise PushStopped("Unggahan ini tidak ada lagi dalam antrean.")
    return row


def _one(session: Session, id: str) -> Push:
    session.flush()
    row = session.execute(_listed().where(PushRow.id == id)).first()
    if row is None:
        raise PushStopped("Unggahan ini tidak ada lagi dalam antrean.")
    return _push(*row)


def _require_alone(session: Session, row: PushRow) -> None:
    same = PushRow.story_number == row.story_number, PushRow.portal == row.portal
    other = select(PushRow.id).where(*same, PushRow.id != row.id, PushRow.state.not_in(_ENDED))
    if session.scalar(other.limit(1)):
        raise PushStopped("Naskah ini sudah ada dalam antrean portal itu.")


def _thin_out(session: Session, row: PushRow) -> None:
    """Delete the oldest ended pushes of a story to a portal, with their journals."""
    same = PushRow.story_number == row.story_number, PushRow.portal == row.portal
    ended = select(PushRow.id).where(*same, PushRow.state.in_(_ENDED))
    ids = session.scalars(ended.order_by(PushRow.changed.desc()).offset(_KEPT)).all()
    session.execute(delete(PushStepRow).where(PushStepRow.push.in_(ids)))
    session.execute(delete(PushRow).where(PushRow.id.in_(ids)))


def _push(row: PushRow, story: str, headline: str) -> Push:
    return Push(
        id=row.id,
        story=story,
        headline=headline,
        portal=row.portal,
        position=row.position,
        state=_state(row.state),
        tries=row.tries,
        next_try=row.next_try,
        wish=Wish(row.wanted_status, row.wanted_time, row.confirmed, row.override),
        revision=row.revision,
        question=_mapping(row.question),
        answers=_mapping(row.answers),
        error=row.error,
        created=row.created,
        changed=row.changed,
        spent=row.spent,
        held=row.held,
    )


def _state(value: str) -> PushState:
    """Return a state; one that damage has made none of them is for a person to look at."""
    return next((state for state in PushState if state == value), PushState.FAILED)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
