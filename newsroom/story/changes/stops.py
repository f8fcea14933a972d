"""Parting what was written at the end of a sentence from sentences that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsroom.story.changes.segment import Segment, joined

_STOP = re.compile(r"[.?!…]+[\"'”’)]*(?=\s)")


def parted_at_stops(segments: Iterable[Segment], old: str, new: str) -> list[Segment]:
    """Make two of a change that goes on behind a stop of one text alone, and ends before its like.

    Of “Warga panen.” and “Warga panen raya. Hujan turun.” it may be “ raya. Hujan turun” that
    came; but “ raya” and “ Hujan turun.” are two things to be decided about.
    """
    return joined(_parted(joined(segments), old, new))


def _parted(segments: list[Segment], old: str, new: str) -> Iterator[Segment]:
    size = 0  # of the stop that is parted off what is the same behind a change
    for one, behind in pairwise([*segments, Segment(0, 0, 0, 0)]):
        if one.is_same:
            yield Segment(one.old + size, one.old_end, one.new + size, one.new_end)
            size = 0
            continue
        was, now = _stop(old, one.old, one.old_end), _stop(new, one.new, one.new_end)
        text, end, stop = (old, one.old_end, was) if was else (new, one.new_end, now)
        if stop is None or (was and now) or not _is_like(text, stop, end, behind):
            yield one
            continue
        size = len(stop[0])
        at, new_at = (was.start(), one.new_end) if was else (one.old_end, stop.start())
        yield Segment(one.old, at, one.new, new_at, one.change)
        yield Segment(at, at + size, new_at, new_at + size)
        after, new_after = one.old_end + size, one.new_end + size
        yield Segment(at + size, after, new_at + size, new_after, one.change)


def _stop(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first stop in a stretch that has words before it and more behind it."""
    found = _STOP.search(text, start, end)
    return found if found and text[start : found.start()].strip() else None


def _is_like(text: str, stop: re.Match[str], end: int, behind: Segment) -> bool:
    size = len(stop[0])
    return size <= behind.old_end - behind.old and text[end : end + size] == stop[0]
