"""The comments that come with a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import update
from sqlalchemy.orm import Session

from newsroom.store.comments import comments_of
from newsroom.store.schema import CommentRow
from newsroom.story.comments.comment import Anchor, Comment
from newsroom.story.comments.places import Passage
from newsroom.story.comments.values import anchor_values
from newsroom.story.story import Story


def moved(came: Iterable[Comment], theirs: Story, now: Story) -> tuple[Comment, ...]:
    """Return comments on a story where their words are in what it is now."""
    passage = Passage(theirs, now)
    return tuple(
        replace(one, anchor=passage.moved(one.anchor)) if one.anchor else one for one in came
    )


def agree_on_places(
    session: Session, story_number: int, came: Iterable[Comment], *, is_forward: bool
) -> None:
    """Have what was said hang on the same words at both desks: of two places on the first.

    Each desk followed the words through its own edits. Where the story only went ``forward``,
    nothing was written here, and theirs count.
    """
    here = {one.id: one.anchor for one in comments_of(session, story_number)}
    for comment in came:
        ours, theirs = here.get(comment.id), comment.anchor
        if ours is None or theirs is None or ours == theirs:
            continue
        placed = theirs if is_forward else min(ours, theirs, key=_place)
        change = update(CommentRow).where(CommentRow.id == comment.id)
        session.execute(change.values(anchor=anchor_values(placed)))


def _place(anchor: Anchor) -> tuple[object, ...]:
    return anchor.lost, anchor.field, anchor.start, anchor.end, anchor.before, anchor.after
