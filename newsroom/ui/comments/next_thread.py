"""Which thread is at a place in the text, and which is the next one from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.comments.threads import Thread
    from newsroom.ui.review.story_fields import Place


def thread_at(threads: Sequence[Thread], place: Place | None) -> Thread | None:
    """Return the thread whose words a place is in, of several that of the fewest."""
    here = [one for one in threads if place and _covers(one.anchor, place)]
    return min(here, key=lambda one: one.anchor.end - one.anchor.start, default=None)


def next_thread(
    threads: Sequence[Thread],
    fields: Sequence[str],
    place: Place | None,
    current: Thread | None,
    step: int,
) -> Thread | None:
    """Return the next thread behind a place, or with a negative step the one before it.

    Where there is no place it goes by the thread one is at. ``fields`` are in reading order;
    after the last thread comes the first.
    """
    there = [one for one in threads if one.anchor and one.anchor.field in fields]
    if not there:
        return None

    def at(thread: Thread) -> tuple[int, int]:
        anchor = thread.anchor
        return (fields.index(anchor.field), anchor.start) if anchor else (0, 0)

    there.sort(key=at)
    if place is not None:
        here = fields.index(place.field)
        first, past = (here, place.start), (here, place.end)
    elif current is not None and current.anchor in [one.anchor for one in there]:
        first, past = at(current), (at(current)[0], at(current)[1] + 1)
    else:
        first = past = (0, 0)
    if step > 0:
        return next((one for one in there if at(one) >= past), there[0])
    return next((one for one in reversed(there) if at(one) < first), there[-1])


def _covers(anchor: Anchor | None, place: Place) -> bool:
    return (
        anchor is not None
        and anchor.field == place.field
        and anchor.start <= place.start
        and place.end <= anchor.end
    )
