"""The file of a photo that is not in the store."""

from __future__ import annotations

from pathlib import Path

from newsroom.story.story import Photo


def own_file(photo: Photo) -> Path | None:
    """Return the file that a photo not in the store names by its whole path."""
    path = Path(photo.file)
    return path if photo.file and path.is_absolute() and path.is_file() else None
