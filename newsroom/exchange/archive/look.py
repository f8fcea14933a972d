"""What an archive holds, by kind, before anything of it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.exchange.archive.walk import Plan, plan_of
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.wxr_reading.reading import Survey, survey
from newsroom.store.durable import Stopped

Progress = Callable[[int, int], bool]
"""Is told how many items of how many are done, and answers False to stop."""


@dataclass(frozen=True, slots=True)
class Look:
    """How many story files there are, by ending; posts in exports; and what is no story.

    ``faults`` are files that can't be read, each with the reason.
    """

    files: Counter[str]
    exports: int
    posts: int
    faults: tuple[tuple[Path, str], ...]
    others: Counter[str]

    @property
    def stories(self) -> int:
        """How many stories there are to be taken in, as well as it is known."""
        return self.files.total() + self.posts


def require_there(paths: Iterable[Path]) -> None:
    """Raise ExchangeError if one of them is gone: on a disk that was taken out, say."""
    for path in paths:
        if not path.exists():
            raise ExchangeError(f"{path} tidak ditemukan. Pasang cakramnya, atau pilih lagi.")


def looked_through(paths: Iterable[Path], progress: Progress | None = None) -> tuple[Plan, Survey]:
    """Return all that there is to read. How much that is nobody knows: ``progress`` is told 0 of 0.

    Raises Stopped.
    """

    def tell() -> None:
        if progress and not progress(0, 0):
            raise Stopped

    plan = plan_of(paths, tell)
    return plan, survey(plan.exports, tell)


def look_at(paths: Sequence[Path], progress: Progress | None = None) -> Look:
    """Look through folders and exports. Raises ExchangeError, Stopped."""
    require_there(paths)
    plan, found = looked_through(paths, progress)
    return Look(
        Counter(path.suffix.casefold() for path in plan.files),
        len(plan.exports),
        found.stories,
        tuple(plan.faults),
        plan.others + found.others,
    )
