"""What the desk shows of each story. Apart, so that a window need not load the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsroom.story.workflow import Status


def name_in(kept: object) -> str:
    """Return the name that a column holds; nobody's where there is none, or none to read.

    >>> name_in("Budi Misal"), name_in(None), name_in(b"Budi")
    ('Budi Misal', '', '')
    """
    return kept if isinstance(kept, str) else ""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One line of the desk's table.

    ``since`` is when the story came to its status, ``holder`` who took it, at ``taken``; no
    name is nobody. ``found`` counts errors, warnings and hints of just this revision; None
    where nobody has counted them. ``comments`` are the threads that are not settled. All
    moments are UTC, but ``embargo`` and ``deadline``, which are in the zone that they were
    written in. A story that readers have has no deadline here.
    """

    id: str
    revision: int
    status: Status
    since: datetime
    headline: str = ""
    kicker: str = ""
    section: str = ""
    byline: tuple[str, ...] = ()
    editor: str = ""
    holder: str = ""
    taken: datetime | None = None
    words: int = 0
    embargo: datetime | None = None
    deadline: datetime | None = None
    found: tuple[int, int, int] | None = None
    comments: int = 0
