"""The conflicts of a story that wait for a person, as they stand in its text now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from newsroom.story.comments.comment import Anchor, Comment, CommentKind, Subject, Wording
from newsroom.story.comments.places import settled
from newsroom.story.comments.threads import threads
from newsroom.story.compare.wording import said
from newsroom.story.conflicts.values import photo_number, renumbered, value_at, with_value
from newsroom.story.handover import State
from newsroom.story.merge.normal import normal
from newsroom.story.merge.stories import NO_WORDING, conflict_id
from newsroom.story.photo_keys import PhotoKey, photo_keys
from newsroom.story.story import Story

_NOWHERE = Anchor("", 0, 0, "", lost=True)
_NO_SUBJECT = Subject("", Wording(""), Wording(""))


class Way(StrEnum):
    """What a person may choose: what stands there, the other wording, both, or words of theirs."""

    THIS = "ini"
    OTHER = "itu"
    BOTH = "keduanya"
    OWN = "sendiri"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was written differently at two desks.

    ``now`` is what stands there, in words. Where ``is_gone``, its words are no longer in the
    story, and another wording can only be put in by hand. Where it ``is_unread``, damage has
    left none of that: what stands there can only stay. ``is_value`` says that it is no
    stretch of a text but all of a field: ``value`` is what the other desk has in it, and
    ``key`` tells in which photo.
    """

    comment: Comment
    now: str
    is_gone: bool = False
    is_unread: bool = False
    is_value: bool = False
    value: Any = None
    key: PhotoKey | None = None

    @property
    def id(self) -> str:
        """The thread that it is."""
        return self.comment.id

    @property
    def anchor(self) -> Anchor:
        """Where it is."""
        assert self.comment.anchor is not None
        return self.comment.anchor

    @property
    def subject(self) -> Subject:
        """Both wordings, and what was there before."""
        assert self.comment.subject is not None
        return self.comment.subject

    @property
    def other(self) -> Wording:
        """The wording that is not in the story."""
        assert self.subject.other is not None
        return self.subject.other

    @property
    def ways(self) -> tuple[Way, ...]:
        """What may be chosen."""
        if self.is_gone:
            return (Way.THIS,)
        if self.is_value:
            return (Way.THIS, Way.OTHER)
        if not self.other.text:
            return (Way.THIS, Way.OTHER, Way.OWN)
        return tuple(Way)


def waiting(comments: Iterable[Comment]) -> Iterator[Comment]:
    """Yield the conflicts among what is said about a story that nobody has chosen in yet."""
    for one in comments:
        is_first = one.kind is CommentKind.CONFLICT and one.id == one.thread
        if is_first and one.resolved is None and not one.removed:
            yield one


def conflicts(
    story: Story, comments: Iterable[Comment], states: Mapping[str, State]
) -> list[Conflict]:
    """Return the conflicts that wait, in reading order.

    ``states`` are those of the story that are known here: they have the values of fields that
    are no text.
    """
    placed = [
        replace(one, anchor=settled(one.anchor, story) if one.anchor else _NOWHERE)
        for one in waiting(comments)
    ]
    alike = normal(story)
    return [_conflict(thread.first, alike, states) for thread in threads(placed)]


def _conflict(comment: Comment, story: Story, states: Mapping[str, State]) -> Conflict:
    anchor = comment.anchor
    assert anchor is not None
    if comment.subject is None or comment.subject.other is None:
        there = "" if anchor.lost else anchor.quote
        nothing = replace(comment, subject=_NO_SUBJECT)
        return Conflict(nothing, there, is_gone=True, is_unread=True)
    if anchor.quote or anchor is _NOWHERE:
        return Conflict(comment, anchor.quote, is_gone=anchor.lost)
    try:
        field, key, value = _other_value(comment, story, states)
        with_value(story, field, key, value)
    except LookupError:
        return Conflict(comment, "", is_gone=True, is_value=True)
    comment = replace(comment, anchor=replace(anchor, field=field))
    now = _words(value_at(story, field, key), story)
    return Conflict(comment, now, is_value=True, value=value, key=key)


def _other_value(
    comment: Comment, story: Story, states: Mapping[str, State]
) -> tuple[str, PhotoKey | None, Any]:
    """Return where a conflict is, and what the other desk has there.

    Raises LookupError where that is not known any more, or there is no such place now.
    """
    assert comment.anchor is not None
    assert comment.subject is not None
    assert comment.subject.other is not None
    field, text = comment.anchor.field, comment.subject.other.text
    for merged in states.values():
        if len(merged.parents) != 2 or merged.story is None:
            continue
        for name in _names(field, merged.story):
            if conflict_id(merged.parents, name) == comment.id:
                key = _key(merged.story, name)
                value = _of_parent(comment.subject, merged, states, name, key)
                return _here(story, name, key), key, value
    now = value_at(story, field, _key(story, field))
    if type(now) is not str or field.rpartition(".")[2] in NO_WORDING:
        raise LookupError(field)
    return field, _key(story, field), text


def _of_parent(
    subject: Subject, merged: State, states: Mapping[str, State], name: str, key: PhotoKey | None
) -> Any:
    assert subject.other is not None
    parents = [states[uid] for uid in merged.parents if uid in states]
    if len(parents) < len(merged.parents):
        raise LookupError(name)
    early, late = sorted(parents, key=lambda state: (state.moment, state.uid))
    won = (subject.new.who, subject.new.moment)
    loser = early if won == (late.who, late.moment) else late
    if loser.story is None:
        raise LookupError(name)
    return value_at(loser.story, name, key)


def _names(field: str, story: Story) -> Iterator[str]:
    """Yield what a place may have been called when it was merged: photos have moved since."""
    if photo_number(field) is None:
        yield field
        return
    for number in range(len(story.photos)):
        yield renumbered(field, number)


def _here(story: Story, name: str, key: PhotoKey | None) -> str:
    """Return what a place is called in the story now."""
    if photo_number(name) is None:
        return name
    keys = photo_keys(story)
    if key not in keys:
        raise LookupError(name)
    return renumbered(name, keys.index(key))


def _key(story: Story, name: str) -> PhotoKey | None:
    number = photo_number(name)
    if number is None:
        return None
    keys = photo_keys(story)
    return keys[number] if number < len(keys) else None


def _words(value: Any, story: Story) -> str:
    """Return a value in words; a photo, and the key of one, by its file."""
    if isinstance(value, tuple) and value in (keys := photo_keys(story)):
        return story.photos[keys.index(value)].file
    if hasattr(value, "caption"):
        return f"{value.file} {value.caption}".strip()
    return said(value)
