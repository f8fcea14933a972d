"""Anchors of comments, moved in the transaction that changes the text under them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.orm import Session

from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.story.story import Story
from newsroom.story.values import FaultyValue

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor

# In SQLite's own words: it stands in the way of every save.
_ANCHORED = "SELECT id, anchor FROM comment WHERE story_number = ? AND anchor != '{}'"
_PLACED = "UPDATE comment SET anchor = ? WHERE id = ?"

T = TypeVar("T")

_DAMAGED = (ValueError, TypeError, KeyError, AttributeError)


def carry_anchors(session: Session, row: StoryRow, story: Story) -> None:
    """Move the anchors of a story whose row is about to give way to another state of it.

    Where the row is damaged they stay: their words are found again when they are next shown.
    """
    if anchored := _anchored(session, row.number):
        from newsroom.story.comments.places import Passage

        with suppress(*_DAMAGED):
            _place(session, anchored, Passage(story_of(row), story).moved)


def settle_anchors(session: Session, number: int, story: Story) -> None:
    """Find the words of a story's anchors again, where it is not known what it was before."""
    if anchored := _anchored(session, number):
        from newsroom.story.comments.places import settled

        _place(session, anchored, lambda anchor: settled(anchor, story))


def _anchored(session: Session, number: int) -> list[tuple[str, str]]:
    cursor = session.connection().connection.cursor()
    cursor.execute(_ANCHORED, (number,))
    return list(cursor.fetchall())


def _place(
    session: Session, anchored: list[tuple[str, str]], there: Callable[[Anchor], Anchor]
) -> None:
    from newsroom.story.comments.values import anchor_values

    placed = []
    for id, kept in anchored:
        anchor = anchor_in(kept)
        if anchor is not None and (now := there(anchor)) != anchor:
            placed.append((json.dumps(anchor_values(now)), id))
    if placed:
        session.connection().connection.cursor().executemany(_PLACED, placed)


def sound(read: Callable[[Mapping[str, Any]], T], values: object) -> T | None:
    """Return what values of a comment tell of; None where damage has left none of that."""
    try:
        return read(values) if isinstance(values, Mapping) else None
    except FaultyValue:
        return None


def anchor_in(kept: object) -> Anchor | None:
    """Return the place of a comment that a column holds; None where there is none to read."""
    from newsroom.story.comments.values import anchor_of

    try:
        return sound(anchor_of, json.loads(kept))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
