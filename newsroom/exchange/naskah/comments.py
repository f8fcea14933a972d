"""What was said about a story, as lines of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from newsroom.exchange.naskah.ids import id_in
from newsroom.exchange.naskah.lines import line_of, read_lines
from newsroom.exchange.naskah.shape import MOST_LINE, MOST_LINES, MOST_WRITTEN
from newsroom.story import values as read
from newsroom.story.comments.comment import Comment, CommentKind
from newsroom.story.comments.values import comment_of, comment_values

_SOURCES = "sources"


def write_comments(comments: Sequence[Comment]) -> list[bytes]:
    """Return a line for each comment, of too many the newest.

    What hangs on a source would name it, and stays.
    """
    kept: dict[str, bytes] = {}
    room = MOST_WRITTEN
    newest = sorted(comments, key=lambda comment: comment.changed, reverse=True)
    for comment in newest[:MOST_LINES]:
        if comment.anchor and comment.anchor.field.startswith(_SOURCES):
            continue
        line = line_of(comment_values(comment))
        room -= len(line)
        if room < 0:
            break
        if len(line) <= MOST_LINE:
            kept[comment.id] = line
    return [kept[comment.id] for comment in comments if comment.id in kept]


def read_comments(file: IO[bytes]) -> tuple[Comment, ...]:
    """Return the comments of a file; one of a kind that is not known here is passed over.

    Raises ValueError, TooLarge.
    """
    comments: dict[str, Comment] = {}
    for values in read_lines(file):
        if read.text(values, "kind") not in [*CommentKind]:
            continue
        id_in(values, "id"), id_in(values, "thread")
        comment = comment_of(values)
        if comments.setdefault(comment.id, comment) is not comment:
            raise ValueError(comment.id)
    return tuple(comments.values())
