"""Which of the backups of a place stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from newsroom.store.backup.manifest import Kind, Manifest

T = TypeVar("T")


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
    because the clock jumped. The last one before each kind of change stays too, and the last
    one that was asked for.
    """
    newest_first = sorted(backups, key=lambda one: one.sequence, reverse=True)
    stay = {one.sequence for one in newest_first[:1]}
    for key, most in (
        (_hour, rhythm.hours),
        (_day, rhythm.days),
        (_week, rhythm.weeks),
    ):
        stay |= _last_of_each(newest_first, key, most)
    for kind in (Kind.MIGRATION, Kind.RESTORE, Kind.WHOLE):
        stay |= {one.sequence for one in [one for one in newest_first if one.kind is kind][:1]}
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
