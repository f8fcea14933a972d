"""A comment as plain values, as JSON holds them, and back: for the store and for files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from newsroom.story import values as read
from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.values import FaultyValue, filled

_LAST_PLACE = 1 << 31  # no field is longer
_LONGEST_NAME = 100  # characters of a field's name; none has half as many


def comment_values(comment: Comment) -> dict[str, Any]:
    """Return all that a comment holds, without what is empty; moments in ISO 8601."""
    return filled(
        {
            "id": comment.id,
            "thread": comment.thread,
            "kind": str(comment.kind),
            "who": comment.who,
            "text": comment.text,
            "moment": _iso(comment.moment),
            "changed": _iso(comment.changed),
            "anchor": anchor_values(comment.anchor),
            "subject": subject_values(comment.subject),
            "mentions": list(comment.mentions),
            "resolved": _iso(comment.resolved),
            "resolved_by": comment.resolved_by,
            "chosen": comment.chosen,
            "removed": comment.removed,
        }
    )


def comment_of(values: Mapping[str, Any]) -> Comment:
    """Return the comment that a table holds. Raises FaultyValue."""
    return Comment(
        who=read.text(values, "who"),
        text=read.text(values, "text"),
        moment=read.sure_moment(values, "moment").astimezone(UTC),
        changed=read.sure_moment(values, "changed").astimezone(UTC),
        kind=_kind(values),
        anchor=anchor_of(read.mapping(values, "anchor")),
        subject=subject_of(read.mapping(values, "subject")),
        mentions=read.texts(values, "mentions"),
        resolved=_moment(values, "resolved"),
        resolved_by=read.text(values, "resolved_by"),
        chosen=read.text(values, "chosen"),
        removed=_flag(values, "removed"),
        thread=read.text(values, "thread"),
        id=read.text(values, "id"),
    )


def anchor_values(anchor: Anchor | None) -> dict[str, Any]:
    """Return the place of a comment; empty for none."""
    if anchor is None:
        return {}
    told = {
        "field": anchor.field,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "lost": anchor.lost,
    }
    return {"start": anchor.start, "end": anchor.end, **filled(told)}


def anchor_of(values: Mapping[str, Any]) -> Anchor | None:
    """Return the place that a table holds, None for an empty one. Raises FaultyValue."""
    if not values:
        return None
    start, end = _place(values, "start"), _place(values, "end")
    if end < start:
        raise FaultyValue("'end' harus sesudah 'start'")
    field = read.text(values, "field")
    if len(field) > _LONGEST_NAME:
        raise FaultyValue("'field' terlalu panjang")
    return Anchor(
        field=field,
        start=start,
        end=end,
        quote=read.text(values, "quote"),
        before=read.text(values, "before"),
        after=read.text(values, "after"),
        lost=_flag(values, "lost"),
    )


def subject_values(subject: Subject | None) -> dict[str, Any]:
    """Return the change that a comment is about; empty for none."""
    if subject is None:
        return {}
    told: dict[str, Any] = {
        **filled({"old": subject.old, "rule": subject.rule}),
        "new": _wording_values(subject.new),
    }
    if subject.other is not None:  # of which the words may be none
        told["other"] = _wording_values(subject.other)
    return told


def subject_of(values: Mapping[str, Any]) -> Subject | None:
    """Return the change that a table holds, None for an empty one. Raises FaultyValue."""
    if not values:
        return None
    return Subject(
        old=read.text(values, "old"),
        new=_wording(read.mapping(values, "new")),
        other=_wording(read.mapping(values, "other")) if "other" in values else None,
        rule=read.text(values, "rule"),
    )


def _wording_values(wording: Wording) -> dict[str, Any]:
    return filled({"text": wording.text, "who": wording.who, "moment": _iso(wording.moment)})


def _wording(values: Mapping[str, Any]) -> Wording:
    return Wording(read.text(values, "text"), read.text(values, "who"), _moment(values, "moment"))


def _kind(values: Mapping[str, Any]) -> CommentKind:
    written = read.text(values, "kind")
    try:
        return CommentKind(written)
    except ValueError:
        raise FaultyValue(f"'kind: {written}' tidak dikenal") from None


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(values: Mapping[str, Any], key: str) -> datetime | None:
    found = read.moment(values, key)
    return found and found.astimezone(UTC)


def _flag(values: Mapping[str, Any], key: str) -> bool:
    value = values.get(key, False)
    if not isinstance(value, bool):
        raise FaultyValue(f"'{key}' harus ya atau tidak")
    return value


def _place(values: Mapping[str, Any], key: str) -> int:
    value = values.get(key)
    if type(value) is not int or not 0 <= value <= _LAST_PLACE:
        raise FaultyValue(f"'{key}' harus berupa bilangan")
    return value
