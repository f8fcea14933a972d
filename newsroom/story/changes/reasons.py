"""What was said about changes: why they were made, and what somebody asks about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.comments.anchors import anchored
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.texts import trimmed

_NEAR = 2  # characters between a word and what was taken away beside it
_WORD = re.compile(r"[^\W_]+")
_ABOUT_CHANGES = (CommentKind.REASON, CommentKind.QUESTION)


def reasons_of(
    changes: Iterable[StoryChange], comments: Iterable[Comment]
) -> dict[StoryChange, list[Comment]]:
    """Return the reasons and questions of each change that has any, the oldest first.

    A change has those that hang on words of it, and those about what it took away.

    >>> from datetime import UTC, datetime
    >>> change = StoryChange("body", ChangeKind.REPLACED, 6, 11, 6, 11, "panen", "tanam")
    >>> why = Comment.new("Wati Misal", "Salah.", datetime.now(UTC), kind=CommentKind.REASON,
    ...     anchor=Anchor("body", 6, 11, "tanam"), subject=Subject("panen", Wording("tanam")))
    >>> reasons_of([change], [why])[change] == [why]
    True
    """
    found: defaultdict[StoryChange, list[Comment]] = defaultdict(list)
    said = [
        one
        for one in comments
        if one.kind in _ABOUT_CHANGES and one.id == one.thread and not one.removed and one.anchor
    ]
    for change in changes:
        found[change] += [one for one in said if _is_about(one, change)]
    return {change: some for change, some in found.items() if some}


def about(change: StoryChange, text: str, who: str = "") -> tuple[Anchor, Subject]:
    """Return where a remark about a change hangs, and what it is about.

    ``text`` is the field's text now. On words that are gone nothing can hang: it hangs on those
    beside them then, and on the field as a whole where anchors follow no words.
    """
    subject = Subject(change.old.strip(), Wording(change.new.strip(), who))
    if change.kind is ChangeKind.FIELD or change.field.endswith(".credit"):
        return Anchor(change.field, 0, 0, ""), subject
    return on_words(change.field, text, change.new_start, change.new_end), subject


def on_words(field: str, text: str, start: int, end: int) -> Anchor:
    """Return an anchor on the words of a stretch, or on the nearest one if there are none.

    >>> on_words("body", "Warga panen.", 6, 6).quote
    'Warga'
    """
    start, end = trimmed(text, start, end)
    if start >= end:
        words = list(_WORD.finditer(text))
        before = [word.span() for word in words if word.start() < start]
        start, end = [*before[-1:], *(word.span() for word in words[:1]), (0, 0)][0]
    return anchored(field, text, start, end)


def _is_about(comment: Comment, change: StoryChange) -> bool:
    anchor, subject = comment.anchor, comment.subject
    if anchor is None or anchor.lost or anchor.field != change.field:
        return False
    told = (subject.old.strip(), subject.new.text.strip()) if subject else ("", "")
    if not anchor.quote or not told[1]:
        near = anchor.start - _NEAR <= change.new_start <= anchor.end + _NEAR
        same = told == (change.old.strip(), change.new.strip())
        return same and (near or not anchor.quote)
    if change.new_start == change.new_end:
        return anchor.start <= change.new_start <= anchor.end
    return anchor.start < change.new_end and change.new_start < anchor.end
