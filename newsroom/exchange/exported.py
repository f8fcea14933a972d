"""What became of stories that are written as files together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsroom.language.finding import Finding


@dataclass(frozen=True, slots=True)
class ExportedStory:
    """What became of one story: its file, or ``why`` there is none.

    ``missing`` is what the portal will miss in it; ``was_sent`` says that it stays here because
    the portal was given it before.
    """

    id: str
    headline: str = ""
    path: Path | None = None
    why: str = ""
    missing: tuple[Finding, ...] = ()
    was_sent: bool = False


class FileNames:
    """Names for the files of stories that lie in one folder, no two alike in any case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, stem: str, ending: str, id: str) -> str:
        """Return a name for a story's file; of two that would be called alike one has its id.

        >>> names = FileNames()
        >>> names.name("panen", "md", "0a1b2c3d4e"), names.name("panen", "md", "9f8e7d6c5b")
        ('panen.md', 'panen-9f8e7d6c.md')
        """
        name = f"{stem}.{ending}"
        if name.casefold() in self._taken:
            name = f"{stem}-{id[:8]}.{ending}"
        self._taken.add(name.casefold())
        return name
