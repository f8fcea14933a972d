"""Which stories of the desk are shown, in which order, and which comes next; no Qt in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from newsroom.store.desk.line import DeskLine
from newsroom.store.desk.views import AT_DESK, DeskView, Order, Whose
from newsroom.store.searched import fold
from newsroom.story.person import Person, Role
from newsroom.story.workflow import Status, is_taken, may

SOON, NEAR = timedelta(minutes=30), timedelta(hours=2)
_NEVER = datetime.max.replace(tzinfo=UTC)
_UNCOUNTED = (-1, -1, -1)


class Pressure(StrEnum):
    """How far off a deadline is."""

    NONE = "none"
    MET = "met"  # the story is ready, whenever that was to be
    LATER = "later"
    NEAR = "near"
    SOON = "soon"
    OVERDUE = "overdue"


def pressure(line: DeskLine, now: datetime) -> Pressure:
    """Say how far off the deadline of a story is: until then it is to be ready."""
    if line.deadline is None or line.status.is_public:
        return Pressure.NONE
    if line.status is Status.READY:
        return Pressure.MET
    left = line.deadline - now
    if left <= timedelta():
        return Pressure.OVERDUE
    if left < SOON:
        return Pressure.SOON
    return Pressure.NEAR if left < NEAR else Pressure.LATER


def is_due(line: DeskLine, now: datetime) -> bool:
    """Say whether the time has come until which a story was held."""
    return line.status is Status.HELD and line.embargo is not None and line.embargo <= now


def shown(lines: Sequence[DeskLine], view: DeskView, me: Person, now: datetime) -> list[DeskLine]:
    """Return the stories that a view shows, in its order."""
    statuses, words = frozenset(view.statuses), fold(view.text).split()
    section, reporter = fold(view.section), fold(view.reporter)
    mine = _is_whose(view, me)

    def belongs(line: DeskLine) -> bool:
        return (
            line.status in statuses
            and (not section or fold(line.section) == section)
            and (not reporter or reporter in map(fold, line.byline))
            and mine(line)
            and (not view.overdue or pressure(line, now) is Pressure.OVERDUE)
            and (not view.with_findings or _may_need_work(line))
            and (not words or _has_all(line, words))
        )

    found = list(filter(belongs, lines))
    return ordered(found, view.order, now, falling=view.falling)


def ordered(
    lines: Sequence[DeskLine], order: Order, now: datetime, *, falling: bool = False
) -> list[DeskLine]:
    """Return stories in an order; those that are alike in it, the most urgent first."""
    urgent = sorted(lines, key=lambda line: _urgency(line, now))
    if order is not Order.URGENCY:
        urgent.sort(key=_KEYS[order], reverse=falling)
    elif falling:
        urgent.reverse()
    return urgent


def waits(line: DeskLine, view: DeskView, me: Person, now: datetime) -> bool:
    """Say whether there is something to be done about a story by somebody who goes through a view.

    Who looks at one status alone goes through that. Else it is what waits for their role, and
    what was held until now.
    """
    if is_taken(line.status, line.holder, me.name):
        return False
    if is_due(line, now) and may(me.role, Status.HELD, Status.READY):
        return True
    return len(view.statuses) == 1 or line.status in _WAITING[me.role]


def following(
    order: Sequence[str], waiting: Sequence[str], at: str | None, step: int
) -> str | None:
    """Return the story after (1) or before (-1) another that waits; None if no other does.

    ``order`` are all stories, by id, as they stood when ``at`` was among them. From the end it
    goes on at the start: what was passed over waits still.

    >>> following("abcd", "bd", "b", 1), following("abcd", "bd", "d", 1)
    ('d', 'b')
    >>> following("abcd", "bd", "c", -1), following("abcd", "b", "b", 1) is None
    ('b', True)
    >>> following("abcd", "bd", None, 1)
    'b'
    """
    left = [one for one in waiting if one != at]
    if not left:
        return None
    if at is None or at not in order:
        return left[0 if step > 0 else -1]
    start = order.index(at)
    row = [*order[start + 1 :], *order[:start]]
    there = frozenset(left)
    return next((one for one in row[::step] if one in there), left[0])


def _is_whose(view: DeskView, me: Person) -> Callable[[DeskLine], bool]:
    name = fold(me.name if view.whose is Whose.MINE else view.editor)
    if view.whose is Whose.ANYONE:
        return lambda line: True
    if view.whose is Whose.NOBODY:
        return lambda line: not _has(line)
    return lambda line: bool(name) and name in (fold(line.editor), fold(_has(line)))


def _has(line: DeskLine) -> str:
    """Return who has a story: who edits it, or else whom it is given to."""
    return (line.holder if line.status is Status.EDITING else "") or line.editor


def _may_need_work(line: DeskLine) -> bool:
    """Say whether something is found in a story, or may yet be: at the desk all are counted."""
    return line.status in AT_DESK if line.found is None else any(line.found)


def _has_all(line: DeskLine, words: Sequence[str]) -> bool:
    told = (line.headline, line.kicker, line.section, line.editor, line.holder, *line.byline)
    text = fold(" ".join(told))
    return all(word in text for word in words)


def _urgency(line: DeskLine, now: datetime) -> tuple[datetime, datetime, str]:
    """Return what a story is put in order by: what is late is what had to be ready first."""
    presses = pressure(line, now) not in (Pressure.NONE, Pressure.MET)
    moments = (line.deadline if presses else None, line.embargo if is_due(line, now) else None)
    return min(filter(None, moments), default=_NEVER), line.since, line.id


_PLACES = {status: place for place, status in enumerate(Status)}
_KEYS: dict[Order, Callable[[DeskLine], object]] = {
    Order.HEADLINE: lambda line: fold(line.headline),
    Order.STATUS: lambda line: _PLACES[line.status],
    Order.AGE: lambda line: line.since,
    Order.DEADLINE: lambda line: line.deadline or _NEVER,
    Order.WORDS: lambda line: line.words,
    Order.FOUND: lambda line: line.found or _UNCOUNTED,
    Order.COMMENTS: lambda line: line.comments,
    Order.REPORTER: lambda line: fold(", ".join(line.byline)),
    Order.EDITOR: lambda line: fold(line.editor),
}
_WAITING = {
    Role.ALL: (Status.SUBMITTED, Status.EDITING),
    Role.REPORTER: (Status.RETURNED,),
    Role.EDITOR: (Status.SUBMITTED, Status.EDITING),
    Role.MANAGING_EDITOR: (Status.SUBMITTED, Status.EDITING),
    Role.UPLOADER: (Status.READY,),
}
