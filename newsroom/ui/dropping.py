"""Files that are dragged over the window and let go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif")
_NOTES = 20  # so many at most lie with the pictures of one event


def local_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def take_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy: whoever it comes from keeps it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def may_be_archive(path: Path) -> bool:
    """Say by its name alone whether something may be a folder, or an export of a site.

    >>> may_be_archive(Path("Arsip 2019")), may_be_archive(Path("situs.xml"))
    (True, True)
    >>> may_be_archive(Path("foto.JPG"))
    False
    """
    return not path.name.casefold().endswith(_PICTURES)


def archives_among(
    paths: Iterable[Path], *, for_story: bool = False
) -> tuple[list[Path], list[Path]]:
    """Return those that hold stories, and the others; looks at the disk.

    ``for_story`` says that a story lies open, to which a folder of pictures would be added:
    some notes among them make no archive.
    """
    from newsroom.exchange.archive.walk import plan_of

    archives: list[Path] = []
    others: list[Path] = []
    for path in paths:
        plan = plan_of([path])
        pictures = sum(count for kind, count in plan.others.items() if kind in _PICTURES)
        notes = len(plan.files) <= min(pictures, _NOTES) if for_story else not plan.files
        (others if notes and not plan.exports else archives).append(path)
    return archives, others
