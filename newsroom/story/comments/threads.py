"""Threads: a remark with its answers, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from newsroom.story.comments.comment import Anchor, Comment, CommentKind
from newsroom.story.person import is_me
from newsroom.story.story import Photo, Story
from newsroom.story.texts import story_texts

_NUMBER = re.compile(r"\[(\d+)\]")
_ORDER = [name for name, _ in story_texts(Story(photos=(Photo(""),)))]


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark, and what was answered to it, the oldest first."""

    first: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def id(self) -> str:
        """What all remarks of it have as their ``thread``."""
        return self.first.thread

    @property
    def anchor(self) -> Anchor | None:
        """The words that it is about; None if about the whole story."""
        return self.first.anchor

    @property
    def kind(self) -> CommentKind:
        """What it is about."""
        return self.first.kind

    @property
    def resolved(self) -> datetime | None:
        """When it was settled; None while it is open."""
        return self.first.resolved

    @property
    def remarks(self) -> tuple[Comment, ...]:
        """All of it in order, those removed too."""
        return (self.first, *self.answers)

    def is_of(self, name: str) -> bool:
        """Say whether a person wrote in it."""
        return any(is_me(one.who, name) for one in self._said)

    def mentions(self, name: str) -> bool:
        """Say whether a person is named in it."""
        return any(is_me(named, name) for one in self._said for named in one.mentions)

    @property
    def _said(self) -> Iterable[Comment]:
        return (one for one in self.remarks if not one.removed)


@dataclass(frozen=True, slots=True)
class Shown:
    """Which threads are wanted; what is not told is not asked.

    ``resolved`` wants those that are, or are not; ``of`` those that a person wrote in,
    ``mentioning`` those that name one.
    """

    resolved: bool | None = None
    of: str = ""
    mentioning: str = ""
    kinds: Collection[CommentKind] = ()

    def takes(self, thread: Thread) -> bool:
        """Say whether a thread is one of them."""
        return (
            (self.resolved is None or self.resolved == (thread.resolved is not None))
            and (not self.of or thread.is_of(self.of))
            and (not self.mentioning or thread.mentions(self.mentioning))
            and (not self.kinds or thread.kind in self.kinds)
        )


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Return the threads of a story in the order of its text, about the whole story first.

    One of which every remark was removed is none.
    """
    by_thread: dict[str, list[Comment]] = {}
    for comment in comments:
        by_thread.setdefault(comment.thread, []).append(comment)
    made = []
    for id, remarks in by_thread.items():
        if all(one.removed for one in remarks):
            continue
        first, *answers = sorted(remarks, key=lambda one: (one.id != id, one.moment, one.id))
        made.append(Thread(first, tuple(answers)))
    return sorted(made, key=_place)


def _place(thread: Thread) -> tuple[object, ...]:
    anchor, first = thread.anchor, thread.first
    if anchor is None:
        return -1, 0, "", 0, first.moment, first.id
    number = _NUMBER.search(anchor.field)
    name = _NUMBER.sub("[0]", anchor.field)
    order = _ORDER.index(name) if name in _ORDER else len(_ORDER)
    if number and name.startswith("photos"):
        # All of one picture before all of the next.
        order = _ORDER.index("photos[0].caption")
    return order, int(number[1]) if number else 0, name, anchor.start, first.moment, first.id
