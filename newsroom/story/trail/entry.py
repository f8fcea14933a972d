"""What a trail is made of: its entries, and what each of them changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from hashlib import sha256

from newsroom.story.workflow import Status


class Part(StrEnum):
    """What an entry belongs to, for who looks for one kind of them."""

    STEP = "step"  # what was done with the story: handed on, checked, exported, printed
    CHANGE = "change"  # what was written in it, and why
    COMMENT = "comment"  # what was said about it

    @property
    def label(self) -> str:
        """What its entries are called together."""
        return _LABELS[self]


_LABELS = {Part.STEP: "Langkah", Part.CHANGE: "Perubahan", Part.COMMENT: "Komentar"}


class Mark(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    MOVED_FROM = "moved_from"  # it stood here, and stands elsewhere now
    MOVED_TO = "moved_to"
    LEFT_OUT = "left_out"  # no text of the story: it says how much is not shown here


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a field's text; in a list it is one item."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What changed in one field: ``name`` is what that is called.

    ``removed``, ``added`` and ``moved`` count words, all of them, whatever is shown of it.
    ``is_short`` says that not all is shown; the whole is in the versions.
    """

    field: str
    name: str
    stretches: tuple[Stretch, ...]
    removed: int
    added: int
    moved: int = 0
    listed: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. ``moment`` is aware; no ``who`` stands for somebody not told.

    ``note`` is why, in the words of who did it; ``quote`` the words of the story that it is
    about; ``about`` is further said in lines of their own, ``source`` the article or rule that
    it goes by. ``version`` is the number of the state that came of it, ``against`` that of the
    state that its ``changes`` were made in; 0 for none. ``people`` are named in it, beside
    ``who``; ``is_talk`` is what colleagues said among themselves.
    ``facts`` are what nobody can read differently later: the trail's sum is of them.
    """

    moment: datetime
    part: Part
    title: str
    who: str = ""
    note: str = ""
    quote: str = ""
    about: tuple[str, ...] = ()
    source: str = ""
    changes: tuple[FieldChange, ...] = ()
    version: int = 0
    against: int = 0
    people: tuple[str, ...] = ()
    is_talk: bool = False
    facts: tuple[str, ...] = ()

    def is_of(self, part: Part) -> bool:
        """Say whether the entry is one to be found under a part."""
        return self.part is part or (part is Part.CHANGE and bool(self.changes))


@dataclass(frozen=True, slots=True)
class Place:
    """Where readers have the story, or had it: a portal, as it stood when last looked at."""

    portal: str
    address: str
    status: str
    sent: datetime
    out: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """All that happened to a story, the first first, in the zone of its newsroom.

    ``maker`` is who had it put together at ``made``. ``text_sum`` is the SHA-256 of the story
    as ``newsroom show`` prints it, ``entries_sum`` of the facts of all entries, those too that
    ``left_out`` says are not shown.
    """

    story: str
    headline: str
    status: Status
    byline: tuple[str, ...]
    editor: str
    made: datetime
    maker: str
    zone: tzinfo
    text_sum: str
    entries_sum: str
    entries: tuple[Entry, ...]
    places: tuple[Place, ...] = ()
    left_out: tuple[str, ...] = ()


def as_fact(moment: datetime) -> str:
    """Write a moment so that it is the same wherever the trail is made."""
    return moment.astimezone(UTC).isoformat()


def entries_sum(entries: Iterable[Entry]) -> str:
    """Return a sum of what entries tell, to see whether two lists are the same."""
    summed = sha256()
    for entry in entries:
        facts = json.dumps(entry.facts, ensure_ascii=True, separators=(",", ":"))
        summed.update(facts.encode("ascii") + b"\n")
    return summed.hexdigest()


def in_order(steps: Iterable[Entry], others: Iterable[Entry]) -> list[Entry]:
    """Return all entries in their order: that of the steps stays, whatever clocks said.

    The others come before the first step that is later than they are.
    """
    waiting = sorted(others, key=lambda entry: entry.moment)
    ordered: list[Entry] = []
    at = 0
    for step in steps:
        while at < len(waiting) and waiting[at].moment < step.moment:
            ordered.append(waiting[at])
            at += 1
        ordered.append(step)
    return ordered + waiting[at:]
