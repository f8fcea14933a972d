"""The states of stories as the store has them, row by row, also of damaged rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.handovers.states import is_genuine
from newsroom.store.schema import HandoverRow, StoryRow
from newsroom.store.versions.content import story_from
from newsroom.store.versions.packing import unpack
from newsroom.story.handover import State

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def story_row(session: Session, story_id: str) -> StoryRow | None:
    """Return the row of a story, which nobody else writes meanwhile; None if it is not here."""
    return session.scalar(select(StoryRow).where(StoryRow.id == story_id).with_for_update())


def kept_states(session: Session, number: int, story_id: str) -> list[tuple[State, bool]]:
    """Return the states of a story, the oldest first, and of each whether it is the head.

    One whose row is damaged is only known of, until its file comes again.
    """
    of_story = HandoverRow.story_number == number
    rows = select(HandoverRow).where(of_story)
    try:
        ordered = session.scalars(rows.order_by(HandoverRow.moment, HandoverRow.uid))
        return [(_state(row, story_id), row.head) for row in ordered]
    except _DAMAGED:
        pass
    found = []
    for uid, is_head in session.execute(select(HandoverRow.uid, HandoverRow.head).where(of_story)):
        try:
            state = _state(session.scalars(rows.where(HandoverRow.uid == uid)).one(), story_id)
        except _DAMAGED:
            state = State(uid, (), "", _LONG_AGO, None)
        if _is_uid(uid):
            found.append((state, is_head))
    return found


def _is_uid(kept: object) -> bool:
    return isinstance(kept, str) and kept.isalnum()


def _state(row: HandoverRow, story_id: str) -> State:
    """Return the state that a row holds. Raises ValueError or TypeError for a damaged one."""
    if not (isinstance(row.who, str) and all(map(_is_uid, (row.uid, *row.parents)))):
        raise ValueError(row.uid)
    story = None
    if row.packed:
        try:
            story = replace(story_from(unpack(row.packed)), id=story_id)
        except _DAMAGED:
            story = None  # one state less to merge by
    state = State(row.uid, tuple(row.parents), row.who, row.moment, story)
    # As a forged one it would be refused wherever it goes.
    return state if is_genuine(state, story_id) else replace(state, story=None)
