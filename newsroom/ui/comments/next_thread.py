"""Which thread is at a place in the text, and which is the next one from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.story.comments.comment import Anchor
    from newsroom.story.comments.threads import Thread
    from newsroom.ui.review.story_fields import Place


def thread_at(
    threads: Sequence[Thread], place: Place | None, current: Thread | None
) -> Thread | None:
    """Return the thread whose words a place is in.

    Of several it is the one that one is at, if the place is its words; else that of the fewest.
    """
    if place is None:
        return None
    if current in threads and _is_on(current, place):
        return current
    here = [one for one in threads if _covers(one.anchor, place)]
    return min(here, key=lambda one: one.anchor.end - one.anchor.start, default=None)


def next_thread(
    threads: Sequence[Thread],
    fields: Sequence[str],
    place: Place | None,
    current: Thread | None,
    step: int,
) -> Thread | None:
    """Return the next thread behind a place, or with a negative step the one before it.

    Where there is no place, or it is the words of the thread one is at, it goes by that thread:
    others may be about the same words, or about some of them. ``fields`` are in reading order;
    after the last thread comes the first.
    """

    def at(thread: Thread | None) -> tuple[object, ...]:
        anchor = thread.anchor if thread else None
        if thread is None or anchor is None or anchor.field not in fields:
            return ()
        return fields.index(anchor.field), anchor.start, thread.first.moment, thread.id

    there = sorted(filter(at, threads), key=at)
    if not there:
        return None
    if place is None or _is_on(current, place):
        first = past = at(current)
    else:
        here = fields.index(place.field)
        first, past = (here, place.start), (here, place.end)
    if step > 0:
        return next((one for one in there if at(one) > past), there[0])
    return next((one for one in reversed(there) if at(one) < first), there[-1])


def _is_on(thread: Thread | None, place: Place) -> bool:
    anchor = thread.anchor if thread else None
    words = (anchor.field, anchor.start, anchor.end) if anchor else None
    return words == (place.field, place.start, place.end)


def _covers(anchor: Anchor | None, place: Place) -> bool:
    return (
        anchor is not None
        and anchor.field == place.field
        and anchor.start <= place.start
        and place.end <= anchor.end
    )
