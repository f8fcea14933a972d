"""Keeping Markdown's marks in pairs, whichever changes stand and whichever do not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newsroom.story.changes.marks import Held, held
from newsroom.story.changes.segment import SAME, Segment, joined


def whole(segments: list[Segment], old: str, new: str) -> list[Segment]:
    """Have each change take in all of what marks hold together that it has a mark of.

    All changes have one number yet.
    """
    of_old, of_new = list(held(old)), list(held(new))
    while True:
        changed = [one for one in segments if not one.is_same]
        cut = _cut(of_old, [(one.old, one.old_end) for one in changed])
        new_cut = _cut(of_new, [(one.new, one.new_end) for one in changed])
        if not cut and not new_cut:
            return segments
        for one in cut:
            segments = joined(_melted(segments, one, is_new=False))
        for one in new_cut:
            segments = joined(_melted(segments, one, is_new=True))


def _cut(all_held: Iterable[Held], spans: Sequence[tuple[int, int]]) -> list[Held]:
    """Return what changes have a mark of, and not all."""
    ends = [end for _, end in spans]
    cut: list[Held] = []
    for one in all_held:
        for start, end in spans[bisect_right(ends, one.start) :]:
            if start >= one.end:
                break
            if one.is_cut(start, end) and not one.is_within(start, end):
                cut.append(one)
                break
    return cut


def _melted(segments: Iterable[Segment], one: Held, *, is_new: bool) -> Iterator[Segment]:
    """Yield the segments, all that lies in a stretch of one of the texts as different."""
    for segment in segments:
        at, after = (segment.new, segment.new_end) if is_new else (segment.old, segment.old_end)
        start, end = max(at, one.start) - at, min(after, one.end) - at
        if not segment.is_same or start >= end:
            yield segment
            continue
        for here, there, change in ((0, start, SAME), (start, end, 0), (end, after - at, SAME)):
            yield Segment(
                segment.old + here,
                segment.old + there,
                segment.new + here,
                segment.new + there,
                change,
            )
