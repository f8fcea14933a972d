"""Setting two sequences beside each other by the longest one that is in both."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq


@dataclass(frozen=True, slots=True)
class Run:
    """Items ``old`` to ``old_end`` that are the same as, or gave way to, ``new`` to ``new_end``."""

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Run]:
    """Yield the runs of both in order; what is not the same between two that are is one run.

    >>> [run.same for run in aligned("abc", "axc")]
    [True, False, True]
    """
    numbers: dict[Hashable, int] = {}  # rapidfuzz goes by hashes, in which two may be alike
    numbered = [[numbers.setdefault(item, len(numbers)) for item in items] for items in (old, new)]
    at = new_at = 0
    for step in LCSseq.opcodes(*numbered):
        if step.tag != "equal":
            continue
        if at < step.src_start or new_at < step.dest_start:
            yield Run(False, at, step.src_start, new_at, step.dest_start)
        yield Run(True, step.src_start, step.src_end, step.dest_start, step.dest_end)
        at, new_at = step.src_end, step.dest_end
    if at < len(old) or new_at < len(new):
        yield Run(False, at, len(old), new_at, len(new))
