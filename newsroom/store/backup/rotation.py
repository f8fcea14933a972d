"""Which of the backups of a place stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.store.backup.manifest import Kind, Manifest

ASKED_FOR = 10
"""How many of those that were asked for stay."""

_STAY = {Kind.MIGRATION: 1, Kind.RESTORE: 3, Kind.WHOLE: ASKED_FOR}
"""How many of each kind stay, however soon they came one after another: each was made because
somebody did something, or asked for it."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many hours, days and weeks keep a backup, and how many bytes all may fill."""

    hours: int = 24
    days: int = 14
    weeks: int = 8
    most_bytes: int = 4_000_000_000


def kept(backups: Sequence[Manifest], rhythm: Rhythm) -> set[int]:
    """Return the sequence numbers of the backups that stay, whatever their size.

    The last backup of an hour stands for it, as of a day and of a week. Hours without a
    backup are not counted: what a person has is not thinned because they were away, or
    because the clock jumped. Some of those that were asked for or came before a change stay
    beside them.
    """
    newest_first = sorted(backups, key=lambda one: one.sequence, reverse=True)
    # One that was asked for may be locked, its passphrase forgotten: it stands for an hour
    # where there is no other, and takes no other's place.
    not_asked_for = [one for one in newest_first if one.kind is not Kind.WHOLE]
    stay = {one.sequence for one in newest_first[:1]}
    for some in (newest_first, not_asked_for):
        for key, most in (
            (_hour, rhythm.hours),
            (_day, rhythm.days),
            (_week, rhythm.weeks),
        ):
            stay |= _last_of_each(some, key, most)
    for kind, most in _STAY.items():
        stay |= {one.sequence for one in [one for one in newest_first if one.kind is kind][:most]}
    return stay


def _last_of_each(
    newest_first: Iterable[Manifest], key: Callable[[datetime], Hashable], most: int
) -> set[int]:
    last: dict[Hashable, int] = {}
    for one in newest_first:
        last.setdefault(key(one.made.astimezone()), one.sequence)
    return set(list(last.values())[:most])


def _hour(moment: datetime) -> Hashable:
    return moment.date(), moment.hour


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]
