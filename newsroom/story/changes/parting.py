"""Parting what was moved from what else is different where it left and where it came."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from newsroom.story.changes.moves import moves
from newsroom.story.changes.segment import SAME, Segment, joined

_STOPS = frozenset(".,;:?!…")
_Taken = Sequence[tuple[int, int, int]]  # start, end, number


def with_moves(segments: list[Segment], old: str, new: str) -> list[Segment]:
    """Number the changes: those that are no moves by 0, the two sides of each move alike."""
    segments = list(_with_blanks(segments, new))
    gaps = [(one.old, one.old_end, one.new, one.new_end) for one in segments if not one.is_same]
    away: list[list[tuple[int, int, int]]] = [[] for _ in gaps]
    here: list[list[tuple[int, int, int]]] = [[] for _ in gaps]
    for number, move in enumerate(moves(old, new, gaps), start=1):
        away[move.gap].append((move.start, move.end, number))
        here[move.new_gap].append((move.new_start, move.new_end, number))
    parted: list[Segment] = []
    gap = -1
    for one in segments:
        if one.is_same:
            parted.append(one)
        else:
            gap += 1
            parted += _with_tail(one, old, new, sorted(away[gap]), sorted(here[gap]))
    return joined(_without_blanks(parted, old, new))


def _with_tail(gap: Segment, old: str, new: str, away: _Taken, here: _Taken) -> Iterator[Segment]:
    """Yield a change in parts; the blanks it ends with go with the last of them."""
    end = gap.old + len(old[gap.old : gap.old_end].rstrip())
    new_end = gap.new + len(new[gap.new : gap.new_end].rstrip())
    if end == gap.old and new_end == gap.new:
        yield gap
        return
    core = Segment(gap.old, end, gap.new, new_end, gap.change)
    *parts, last = (one for one in _parted(core, away, here) if not one.is_empty)
    yield from parts
    yield Segment(last.old, gap.old_end, last.new, gap.new_end, last.change)


def _parted(gap: Segment, away: _Taken, here: _Taken) -> Iterator[Segment]:
    """Yield a change in parts; the longest rests of both sides gave way to one another."""
    rests, new_rests = _rests(gap.old, gap.old_end, away), _rests(gap.new, gap.new_end, here)
    middle, new_middle = _longest(rests), _longest(new_rests)
    (was, was_end), (now, now_end) = rests[middle], new_rests[new_middle]
    for start, end, number in _in_order(rests[:middle], away[:middle]):
        yield Segment(start, end, gap.new, gap.new, number)
    for start, end, number in _in_order(new_rests[:new_middle], here[:new_middle]):
        yield Segment(was, was, start, end, number)
    yield Segment(was, was_end, now, now_end, 0)
    for start, end, number in _in_order(rests[middle + 1 :], away[middle:]):
        yield Segment(start, end, now_end, now_end, number)
    for start, end, number in _in_order(new_rests[new_middle + 1 :], here[new_middle:]):
        yield Segment(gap.old_end, gap.old_end, start, end, number)


def _in_order(rests: Sequence[tuple[int, int]], taken: _Taken) -> list[tuple[int, int, int]]:
    return sorted([*((start, end, 0) for start, end in rests), *taken])


def _rests(start: int, end: int, taken: _Taken) -> list[tuple[int, int]]:
    """Return what is left of a stretch around what is taken out of it."""
    starts = [start, *(after for _, after, _ in taken)]
    ends = [*(at for at, _, _ in taken), end]
    return list(zip(starts, ends, strict=True))


def _longest(stretches: Sequence[tuple[int, int]]) -> int:
    return max(
        range(len(stretches)), key=lambda number: stretches[number][1] - stretches[number][0]
    )


# Words are parted with the blanks before them, so that none stick together.


def _with_blanks(segments: Sequence[Segment], new: str) -> Iterator[Segment]:
    """Give the blanks before a change to it."""
    blanks = 0
    for number, one in enumerate(segments):
        start = blanks
        blanks = 0
        if one.is_same and number + 1 < len(segments):
            text = new[one.new : one.new_end]
            blanks = len(text) - len(text.rstrip())
        yield Segment(
            one.old - start, one.old_end - blanks, one.new - start, one.new_end - blanks, one.change
        )


def _without_blanks(segments: Sequence[Segment], old: str, new: str) -> Iterator[Segment]:
    """Give what is the same in both texts after all to that: the ends of a change, or all of it."""
    for one in segments:
        was, now = old[one.old : one.old_end], new[one.new : one.new_end]
        if was == now:
            yield replace(one, change=SAME)
            continue
        start = 0 if one.is_same else _shared(was, now, str.isspace)
        rest = was[start:][::-1], now[start:][::-1]
        end = 0 if one.is_same else _shared(*rest, _STOPS.__contains__)
        yield Segment(one.old, one.old + start, one.new, one.new + start)
        yield Segment(
            one.old + start, one.old_end - end, one.new + start, one.new_end - end, one.change
        )
        yield Segment(one.old_end - end, one.old_end, one.new_end - end, one.new_end)


def _shared(was: str, now: str, is_one: Callable[[str], bool]) -> int:
    """Return how many characters of a sort both texts begin with."""
    shared = 0
    for one, other in zip(was, now, strict=False):
        if one != other or not is_one(one):
            break
        shared += 1
    return shared
