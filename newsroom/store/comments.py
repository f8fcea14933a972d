"""What is said about stories. None of it is in the search index, nor in any export."""

from __future__ import annotations

import builtins
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from newsroom.store.anchors import settle_anchors, sound
from newsroom.store.database import Database
from newsroom.store.errors import CommentNotFound, StoryNotFound
from newsroom.store.reading import story_of
from newsroom.store.salvaged import salvaged
from newsroom.store.schema import CommentRow, StoryRow
from newsroom.store.unchosen import unchosen
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.comments.joining import later
from newsroom.story.comments.values import anchor_of, anchor_values, subject_of, subject_values
from newsroom.story.person import is_me

_DAMAGED = (ValueError, TypeError)
_TICK = timedelta(microseconds=1)


class Comments:
    """Comments, reasons, questions and conflicts. Every method raises StoreError.

    Anchors are true for the text that the store holds: they move with each save of it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, story_id: str) -> builtins.list[Comment]:
        """Return all of a story, those removed too, the oldest first."""
        with self._database.read() as session:
            number = session.scalar(select(StoryRow.number).where(StoryRow.id == story_id))
            return [] if number is None else comments_of(session, number)

    def unchosen(self, story_id: str) -> builtins.list[Comment]:
        """Return the conflicts of a story that wait for a person.

        Of those that are damaged it is what can be read of them.
        """
        with self._database.read() as session:
            number = session.scalar(select(StoryRow.number).where(StoryRow.id == story_id))
            there = [] if number is None else comments_of(session, number)
            known = {one.id: one for one in there}
            cursor = _cursor(session)
            ids = unchosen(cursor, story_id)
            return [known.get(id) or salvaged(cursor, id) for id in ids]

    def add(self, story_id: str, comment: Comment) -> Comment:
        """Keep a new remark, one that begins a thread or answers, and return it as kept.

        The text may have been saved since its anchor was made: its words are found again.
        Raises StoryNotFound.
        """
        return self.add_all(story_id, [comment])[0]

    def add_all(self, story_id: str, comments: Iterable[Comment]) -> builtins.list[Comment]:
        """Keep several new remarks at once. Raises StoryNotFound."""
        with self._database.write() as session:
            row = session.scalar(select(StoryRow).where(StoryRow.id == story_id))
            if row is None:
                raise StoryNotFound(f"Naskah {story_id} tidak ditemukan.")
            new = list(comments)
            if new:
                session.execute(insert(CommentRow), [_values(row.number, one) for one in new])
                settle_anchors(session, row.number, story_of(row))
            return [comment_of(_row(session, one.id)) for one in new]

    def answer(
        self,
        thread: str,
        who: str,
        text: str,
        mentions: Sequence[str] = (),
        kind: CommentKind = CommentKind.NOTE,
    ) -> Comment:
        """Answer a thread, and return the answer. Raises CommentNotFound."""
        with self._database.write() as session:
            number = _row(session, thread).story_number
            answer = Comment.new(
                who, text, datetime.now(UTC), thread=thread, mentions=tuple(mentions), kind=kind
            )
            session.execute(insert(CommentRow), [_values(number, answer)])
        return answer

    def edit(self, id: str, who: str, text: str, mentions: Sequence[str] = ()) -> Comment:
        """Write another text in a remark of one's own, and return it. Raises CommentNotFound."""
        return self._change(id, who, text=text, mentions=list(mentions))

    def remove(self, id: str, who: str) -> Comment:
        """Take back a remark of one's own: what is left says so. Raises CommentNotFound."""
        return self._change(id, who, text="", mentions=[], removed=True)

    def resolve(self, thread: str, who: str, chosen: str = "") -> Comment:
        """Settle a thread, with what was chosen, if so; return its first remark.

        Raises CommentNotFound.
        """
        with self._database.write() as session:
            return settle(session, thread, who, chosen)

    def reopen(self, thread: str) -> Comment:
        """Take up a settled thread again, and return its first remark. Raises CommentNotFound."""
        return self._change(thread, None, resolved=None, resolved_by="", chosen="")

    def _change(self, id: str, own: str | None, **values: Any) -> Comment:
        """Change columns of a remark, that only ``own`` may change, where one is named."""
        with self._database.write() as session:
            return _changed(session, id, own, values)


def settle(session: Session, thread: str, who: str, chosen: str = "") -> Comment:
    """Settle a thread, and return its first remark. Raises CommentNotFound.

    A damaged remark is mended first, as far as it can be read.
    """
    try:
        comment_of(_row(session, thread))
    except _DAMAGED:
        number = select(CommentRow.story_number).where(CommentRow.id == thread)
        left = salvaged(_cursor(session), thread)
        mended = _values(session.scalars(number).one(), left)
        session.execute(update(CommentRow).where(CommentRow.id == thread).values(mended))
    values = {"resolved": datetime.now(UTC), "resolved_by": who, "chosen": chosen}
    return _changed(session, thread, None, values)


def _changed(session: Session, id: str, own: str | None, values: dict[str, Any]) -> Comment:
    row = _row(session, id)
    if row.removed:
        raise CommentNotFound("Komentar ini sudah dihapus.")
    if own is not None and not is_me(row.who, own):
        raise CommentNotFound(f"Komentar ini ditulis {row.who}; hanya ia yang mengubahnya.")
    # A clock that went back must not make a change count less than what it changed.
    row.changed = max(datetime.now(UTC), row.changed + _TICK)
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()
    return comment_of(row)


def comments_of(session: Session, story_number: int) -> list[Comment]:
    """Return all comments of a story, the oldest first; those left out that are damaged."""
    of_story = select(CommentRow).where(CommentRow.story_number == story_number)
    ordered = of_story.order_by(CommentRow.moment, CommentRow.id)
    try:
        return [comment_of(row) for row in session.scalars(ordered)]
    except _DAMAGED:  # a value is none that its column ever has
        return list(_sound_ones(session, story_number))


def put(session: Session, story_number: int, comments: Iterable[Comment]) -> None:
    """Bring in comments from elsewhere: of two states of one the later counts.

    The story's row must have its text already: the words of all its anchors are found again
    in that. What of a remark was moved, and not changed, stays where it is here.
    """
    came = list(comments)
    known = {one.id: one for one in comments_of(session, story_number)}
    elsewhere = _elsewhere(session, story_number, came)
    for comment in came:
        ours = known.get(comment.id)
        if elsewhere & {comment.id, comment.thread}:
            continue
        if ours is None:
            # In the place of one of ours that is damaged.
            new = insert(CommentRow).prefix_with("OR REPLACE", dialect="sqlite")
            session.execute(new, [_values(story_number, comment)])
        elif (counts := later(comment, ours)) is not ours:
            counts = _same_remark(ours, counts)
            values = _values(story_number, counts)
            session.execute(update(CommentRow).where(CommentRow.id == ours.id).values(values))
    session.flush()
    row = session.get_one(StoryRow, story_number, populate_existing=True)
    settle_anchors(session, story_number, story_of(row))


def _elsewhere(session: Session, story_number: int, came: Iterable[Comment]) -> set[str]:
    """Return which ids of remarks and threads that came are those of other stories here."""
    asked = json.dumps(sorted({id for one in came for id in (one.id, one.thread)}))
    ids = select(func.json_each(asked).table_valued("value").c.value)
    others = CommentRow.id.in_(ids) & (CommentRow.story_number != story_number)
    return set(session.scalars(select(CommentRow.id).where(others)))


def _same_remark(ours: Comment, came: Comment) -> Comment:
    """Return what came of a remark; whose it is, and what it is about, nobody changes."""
    return replace(
        came,
        who=ours.who,
        moment=ours.moment,
        kind=ours.kind,
        thread=ours.thread,
        subject=ours.subject or came.subject,
        anchor=ours.anchor or came.anchor,
    )


def _sound_ones(session: Session, story_number: int) -> Iterator[Comment]:
    of_story = select(CommentRow.id).where(CommentRow.story_number == story_number)
    for id in session.scalars(of_story.order_by(CommentRow.id)).all():
        with suppress(*_DAMAGED):
            yield comment_of(_row(session, id))


def comment_of(row: CommentRow) -> Comment:
    """Return the remark that a row holds. Raises ValueError or TypeError for a damaged one."""
    texts = row.id, row.thread, row.who, row.text, row.resolved_by, row.chosen, *row.mentions
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(row.id)
    known = row.kind if row.kind in tuple(CommentKind) else CommentKind.NOTE
    return Comment(
        who=row.who,
        text=row.text,
        moment=row.moment,
        changed=row.changed,
        kind=CommentKind(known),
        anchor=sound(anchor_of, row.anchor),
        subject=sound(subject_of, row.subject),
        mentions=tuple(row.mentions),
        resolved=row.resolved,
        resolved_by=row.resolved_by,
        chosen=row.chosen,
        removed=row.removed,
        thread=row.thread,
        id=row.id,
    )


def _cursor(session: Session) -> sqlite3.Cursor:
    database = session.connection().connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    return database.cursor()


def _row(session: Session, id: str) -> CommentRow:
    row = session.get(CommentRow, id, populate_existing=True)
    if row is None:
        raise CommentNotFound("Komentar ini tidak ada lagi.")
    return row


def _values(story_number: int, comment: Comment) -> dict[str, Any]:
    return {
        "id": comment.id,
        "story_number": story_number,
        "thread": comment.thread or comment.id,
        "kind": str(comment.kind),
        "who": comment.who,
        "text": comment.text,
        "moment": comment.moment,
        "changed": comment.changed,
        "anchor": anchor_values(comment.anchor),
        "subject": subject_values(comment.subject),
        "mentions": list(comment.mentions),
        "resolved": comment.resolved,
        "resolved_by": comment.resolved_by,
        "chosen": comment.chosen,
        "removed": comment.removed,
    }
