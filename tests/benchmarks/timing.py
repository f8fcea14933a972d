"""Taking the time of things that are to be compared, on a machine that others use too."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import truediv


@dataclass
class Taken:
    """The milliseconds that some work took, each time: by the clock, and of the processor."""

    clock: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object]) -> None:
        started, working = time.perf_counter(), time.thread_time()
        work()
        self.worked.append((time.thread_time() - working) * 1000)
        self.clock.append((time.perf_counter() - started) * 1000)

    def add_quickest(self, other: Taken) -> None:
        """Take over the run that was disturbed least by whatever else the machine was doing."""
        self.clock.append(min(other.clock))
        self.worked.append(min(other.worked))

    def __str__(self) -> str:
        return (
            f"median {statistics.median(self.clock):.1f} ms, p95 {p95(self.clock):.1f} ms "
            f"(CPU {statistics.median(self.worked):.1f} and {p95(self.worked):.1f})"
        )


def ratio(ours: Taken, theirs: Taken) -> str:
    each = statistics.median(map(truediv, ours.worked, theirs.worked))
    return f"{p95(ours.worked) / p95(theirs.worked):.2f} of p95, {each:.2f} in the middle"


def p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def in_turn(*works: Callable[[], object], times: int = 5) -> list[Taken]:
    """Do each once, then time them in turns, so that all meet the machine in the same state."""
    for work in works:
        work()
    taken = [Taken() for _ in works]
    for _ in range(times):
        for work, one in zip(works, taken, strict=True):
            one.take(work)
    return taken
