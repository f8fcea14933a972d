"""States that are kept whole beside the version log: for reviews, and of stories handed over."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.schema import HandoverRow, ReviewRow, StoryRow
from newsroom.store.versions.content import story_from
from newsroom.store.versions.packing import unpack
from newsroom.story.story import Story

_AT_ONCE = 20  # rows held at a time: each may be a long text
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


def states_beside(session: Session) -> Iterator[tuple[str, Story | None]]:
    """Yield each with the id of its story; None in the place of one that is damaged.

    One that is only known of, and was never here, is left out.
    """
    for table in (ReviewRow, HandoverRow):
        states = select(StoryRow.id, table.packed).join(StoryRow).where(table.packed != b"")
        for id, packed in session.execute(states.execution_options(yield_per=_AT_ONCE)):
            try:
                yield id, story_from(unpack(packed))
            except _DAMAGED:
                yield id, None
