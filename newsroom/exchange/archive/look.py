"""What an archive holds, by kind, before anything of it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.exchange.archive.walk import plan_of
from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.wxr_reading.reading import survey


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


def look_at(paths: Sequence[Path]) -> Look:
    """Look through folders and exports. Raises ExchangeError."""
    require_there(paths)
    plan = plan_of(paths)
    found = survey(plan.exports)
    return Look(
        Counter(path.suffix.casefold() for path in plan.files),
        len(plan.exports),
        found.stories,
        tuple(plan.faults),
        plan.others + found.others,
    )
