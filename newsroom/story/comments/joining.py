"""Two states of a remark that come together from two desks."""

from __future__ import annotations

from newsroom.story.comments.comment import Comment


def later(one: Comment, other: Comment) -> Comment:
    """Return the state that counts; of two changed at the same moment the same at every desk."""
    return max(one, other, key=_order)


def _order(comment: Comment) -> tuple[object, ...]:
    return (
        comment.changed,
        comment.removed,
        comment.resolved is not None,
        comment.text,
        comment.resolved_by,
        comment.chosen,
        comment.mentions,
    )
