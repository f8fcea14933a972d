"""What differs between two states of a story, as a trail shows it: by words, and in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from newsroom.story.compare.stories import Change, compare_stories
from newsroom.story.story import Story
from newsroom.story.trail.entry import FieldChange, Mark, Stretch
from newsroom.story.trail.names import field_name
from newsroom.story.trail.stretches import MARKS, text_stretches

AROUND = 90
"""Characters of what stayed that are shown on each side of a change."""
LONGEST = 700
"""Characters of one stretch that are shown, where that is to be short."""
MOST = 6_000
"""Characters of one field's changes that are shown then."""

_TEXTS = frozenset({"headline", "subheadline", "kicker", "body", "summary", "social"})
# Steps and answers to the checklist are entries of their own; sources are told to nobody.
_NOT_TOLD = frozenset({"status", "checklist", "sources"})
_GAP = "…"


def changes_between(
    old: Story, new: Story, zone: tzinfo, *, whole: bool = False
) -> tuple[FieldChange, ...]:
    """Return what changed from one state to another, field by field, all times in a zone.

    The status is no part of it: that has steps. Long changes are shortened, unless they are
    wanted ``whole``.

    >>> from zoneinfo import ZoneInfo
    >>> old, new = Story(body="Warga panen."), Story(body="Warga tanam.")
    >>> change, = changes_between(old, new, ZoneInfo("Asia/Jakarta"))
    >>> change.name, change.removed, change.added
    ('Tubuh berita', 1, 1)
    """
    before, after = _in_zone(old, zone), _in_zone(new, zone)
    return tuple(
        _told(change, list(_stretches(change, before, after)), whole=whole)
        for change in compare_stories(*_without_texts(before, after))
        if change.field not in _NOT_TOLD
    )


def _without_texts(old: Story, new: Story) -> tuple[Story, Story]:
    """Return both states with texts that differ no more than said to: those are compared here."""
    differing = [name for name in _TEXTS if getattr(old, name) != getattr(new, name)]
    before: dict[str, Any] = dict.fromkeys(differing, "")
    now: dict[str, Any] = dict.fromkeys(differing, _GAP)
    return replace(old, **before), replace(new, **now)


def shortened(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with the middle of each long one left out, and with an end to them all."""
    room = MOST
    for number, one in enumerate(stretches):
        if room <= 0:
            left = sum(1 for each in stretches[number:] if each.mark is not Mark.SAME)
            if left:
                yield Stretch(Mark.LEFT_OUT, f"{left} bagian lain")
            return
        room -= min(len(one.text), LONGEST)
        if len(one.text) <= LONGEST:
            yield one
            continue
        start, end = _cut(one.text, 2 * LONGEST // 3), _cut_behind(one.text, LONGEST // 3)
        yield replace(one, text=one.text[:start])
        yield Stretch(Mark.LEFT_OUT, f"{len(one.text[start:end].split())} kata")
        yield replace(one, text=one.text[end:])


def _told(change: Change, stretches: Sequence[Stretch], *, whole: bool) -> FieldChange:
    counts = dict.fromkeys(Mark, 0)
    for one in stretches:
        if one.mark is not Mark.SAME:
            counts[one.mark] += len(one.text.split())
    shown = list(stretches) if change.listed else list(_near_changes(stretches))
    short = shown if whole else list(shortened(shown))
    return FieldChange(
        change.field,
        field_name(change.field),
        tuple(short),
        removed=counts[Mark.REMOVED],
        added=counts[Mark.ADDED],
        moved=counts[Mark.MOVED_TO],
        listed=change.listed,
        is_short=short != shown,
    )


def _stretches(change: Change, old: Story, new: Story) -> Iterator[Stretch]:
    """Yield what became of a field; in the texts of a story moves are told apart."""
    if change.field in _TEXTS:
        yield from text_stretches(getattr(old, change.field), getattr(new, change.field))
        return
    for piece in change.pieces:
        yield Stretch(MARKS[piece.kind], piece.text)


def _near_changes(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches, with no more of what stayed than shows where a change is."""
    last = len(stretches) - 1
    for number, one in enumerate(stretches):
        text = one.text
        if one.mark is not Mark.SAME or len(text) <= 2 * AROUND + len(_GAP):
            yield one
            continue
        ahead = text[: _cut(text, AROUND)] + " " if number else ""
        behind = " " + text[_cut_behind(text, AROUND) :] if number < last else ""
        yield replace(one, text=f"{ahead}{_GAP}{behind}")


def _cut(text: str, most: int) -> int:
    """Return where to end a text that is to have so many characters at most: after a word."""
    return max(text.rfind(" ", 0, most), text.rfind("\n", 0, most), most // 2)


def _cut_behind(text: str, most: int) -> int:
    """Return where to begin what is left of a text from behind: before a word."""
    start = len(text) - most
    blanks = [at for blank in " \n" if (at := text.find(blank, start)) >= 0]
    first = min(blanks, default=len(text))
    return first + 1 if first - start < most // 2 else start


def _in_zone(story: Story, zone: tzinfo) -> Story:
    """Return a story whose moments are by the newsroom's clock, whatever zone they came in."""

    def local(moment: datetime | None) -> datetime | None:
        return moment and moment.astimezone(zone)

    def with_local(one: Any) -> Any:
        return replace(one, moment=local(one.moment))

    return replace(
        story,
        embargo=local(story.embargo),
        event=local(story.event),
        deadline=local(story.deadline),
        publish=local(story.publish),
        corrections=tuple(map(with_local, story.corrections)),
        answers=story.answers and with_local(story.answers),
        answered_by=tuple(map(with_local, story.answered_by)),
        withdrawal=story.withdrawal and with_local(story.withdrawal),
        photos=tuple(replace(photo, embargo=local(photo.embargo)) for photo in story.photos),
    )
