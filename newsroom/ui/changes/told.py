"""What the list says of a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.fields import text_of
from newsroom.story.comments.comment import CommentKind
from newsroom.story.comments.threads import Thread
from newsroom.story.texts import around
from newsroom.ui.changes.found import Found
from newsroom.ui.changes.wording import told as said_aloud
from newsroom.ui.changes.wording import tr
from newsroom.ui.comments.when_said import when_said
from newsroom.ui.comments.words import kind_name
from newsroom.ui.versions.field_names import titled

_SHORT, _AROUND = 60, 28  # characters


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said about a change: what it is, with who and when, and its words."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change with who made it and what is said of it; ``aloud`` is all that in one line.

    ``before`` and ``behind`` are a few words around it in the text now.
    """

    change: StoryChange
    before: str
    behind: str
    who: str
    remarks: tuple[Remark, ...]
    aloud: str
    is_one_of_several: bool
    is_asked: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What a change is known by, wherever it stands."""
        change = self.change
        return change.field, change.kind, change.old, change.new


def first_told(found: Found, most: int, now: datetime) -> list[Told]:
    """Return the first changes as the list says them; ``now`` is in the newsroom's zone."""
    several = found.changes.in_one_sentence()
    return [_told(found, change, now, change in several) for change in found.all[:most]]


def _told(found: Found, change: StoryChange, now: datetime, is_one_of_several: bool) -> Told:
    threads = found.said(change)
    reasons = (one.first.text for one in threads if one.kind is CommentKind.REASON)
    who = found.who(change)
    aloud = f"{titled(change.field)}: {said_aloud(change, next(reasons, ''))}"
    return Told(
        change,
        *_around(change, text_of(found.changes.now, change.field)),
        tr("oleh {0}").format(who) if who else "",
        tuple(remarks(threads, now)),
        f"{aloud}; {tr('oleh {0}').format(who)}" if who else aloud,
        is_one_of_several,
        found.question(change) is not None,
    )


def _around(change: StoryChange, text: str) -> tuple[str, str]:
    """Return the words before and behind a change that says little by itself."""
    is_short = len(change.old) + len(change.new) <= _SHORT
    if change.kind in (ChangeKind.FIELD, ChangeKind.MOVED) or not is_short:
        return "", ""
    return around(text, change.new_start, change.new_end, _AROUND)


def remarks(threads: Sequence[Thread], now: datetime) -> list[Remark]:
    """Return what is said in threads, each with who said it when."""
    told: list[Remark] = []
    for thread in threads:
        for one in thread.remarks:
            if one.removed:
                continue
            is_first = one.id == thread.first.id
            kind = kind_name(thread.kind) if is_first else tr("Jawaban")
            if is_first and thread.first.subject and thread.first.subject.rule:
                kind = tr("Alasan dari aturan")
            said = when_said(one.moment.astimezone(now.tzinfo), now)
            who = f"{one.who}, {said[:1].lower()}{said[1:]}" if one.who else said
            told.append(Remark(f"{kind} · {who}", one.text))
    return told
