"""What the list of stories shows of each. Apart, so that a window need not load the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.story.workflow import Status


@dataclass(frozen=True, slots=True)
class StorySummary:
    """One line of the list: ``updated`` is UTC, ``embargo`` in the zone it was written in."""

    id: str
    headline: str
    status: Status
    byline: tuple[str, ...]
    updated: datetime
    words: int
    embargo: datetime | None
