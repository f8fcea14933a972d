"""A story and its changes, set out in the order in which readers and editors read it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.story.changes.change import ChangeKind, StoryChange
from newsroom.story.changes.fields import text_of
from newsroom.story.story import Story
from newsroom.ui.changes_view.runs import Row, Run, Shown, rows, runs
from newsroom.ui.versions.field_names import root, titled

_ABOVE = ("kicker", "headline", "subheadline")
_BELOW = ("body", "closing")
_A_PHOTO = re.compile(r"photos\[(\d+)]")
_READ = frozenset((*_ABOVE, *_BELOW))

Numbered = Sequence[tuple[int, StoryChange]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One field with what changed in it; ``title`` names those that do not speak for themselves."""

    field: str
    title: str
    rows: tuple[Row, ...]


def set_out(
    now: Story, openings: tuple[str, str], changes: Sequence[StoryChange]
) -> tuple[Passage, ...]:
    """Return the whole story with its changes, and of its data what has changed.

    ``openings`` are the dateline as readers would have seen it, and as they will.
    """
    by_field: dict[str, list[tuple[int, StoryChange]]] = defaultdict(list)
    for number, change in enumerate(changes):
        by_field[change.field].append((number, change))
    return tuple(_passages(now, openings, by_field))


def _passages(
    now: Story, openings: tuple[str, str], left: dict[str, Numbered]
) -> Iterator[Passage]:
    for field in _ABOVE:
        yield from _prose(field, getattr(now, field), left.pop(field, ()))
    yield from _photos(now, left)
    if any(openings):
        # What changed in it is told part by part; so the whole is marked as no change.
        opening = zip(openings, (Shown.FORMER, Shown.MARKED), strict=True)
        yield Passage("dateline", "", (tuple(Run(text, shown) for text, shown in opening),))
    yield from _those(now, left, lambda field: root(field) == "dateline")
    for field in _BELOW:
        yield from _prose(field, getattr(now, field), left.pop(field, ()))
    yield from _those(now, left, lambda _: True)


def _photos(now: Story, left: dict[str, Numbered]) -> Iterator[Passage]:
    """Yield which went and how they changed places, then of each what is said of it."""
    for field in [field for field in left if _A_PHOTO.fullmatch(field)]:
        went = [pair for pair in left[field] if not pair[1].new]
        left[field] = [pair for pair in left[field] if pair[1].new]
        for number, change in went:
            yield _value(number, change)
    yield from _those(now, left, lambda field: field == "photos")
    for number, photo in enumerate(now.photos):
        here = f"photos[{number}]"
        caption, came = f"{here}.caption", left.get(here)
        yield from _those(now, left, here.__eq__)
        if came and photo.caption:  # with the photo
            runs_of = [Run(photo.caption, Shown.ADDED, came[0][0])]
            yield Passage(caption, titled(caption), rows(iter(runs_of)))
        else:
            yield from _prose(caption, photo.caption, left.pop(caption, ()))
        yield from _those(now, left, lambda field, here=here: field.startswith(f"{here}."))


def _those(
    now: Story, left: dict[str, Numbered], wanted: Callable[[str], bool]
) -> Iterator[Passage]:
    """Yield what is left of some fields, and leave it no more."""
    for field in filter(wanted, [*left]):
        changes = left.pop(field)
        prose = [pair for pair in changes if pair[1].kind is not ChangeKind.FIELD]
        for number, change in changes:
            if change.kind is ChangeKind.FIELD:
                yield _value(number, change)
        if prose:
            yield from _prose(field, text_of(now, field), prose)


def _value(number: int, change: StoryChange) -> Passage:
    went = Run(change.old, Shown.REMOVED, number)
    came = Run(change.new, Shown.ADDED, number)
    row = tuple(run for run in (went, came) if run.text)
    return Passage(change.field, _title(change.field), (row,))


def _prose(field: str, text: str, changes: Numbered) -> Iterator[Passage]:
    if changes and changes[0][1].kind is ChangeKind.FIELD:  # the closing, as a whole
        yield _value(*changes[0])
    elif text or changes:
        yield Passage(field, _title(field), rows(runs(text, changes)))


def _title(field: str) -> str:
    return "" if field in _READ else titled(field)
