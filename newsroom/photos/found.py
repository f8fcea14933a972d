"""Which pictures are meant by files and folders that a person chose."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsroom.photos.disguises import is_raw
from newsroom.photos.metadata.files import taken_at

PICTURE_KINDS = (
    ".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".tif",
    ".tiff", ".bmp",
)  # fmt: skip
"""The endings of names, in lower case."""

MOST = 500
"""Pictures of one folder; more than a story has, and most likely a slip."""

_VIDEO = (".mp4", ".mov", ".avi", ".mts", ".m2ts", ".3gp", ".mkv", ".webm", ".m4v")
_BY_THEMSELVES = ("thumbs.db", "desktop.ini")  # what systems put into folders


@dataclass(slots=True)
class Found:
    """Pictures in the order they are to be added, and what of the folders was left out."""

    pictures: list[Path] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    @property
    def left_out(self) -> str:
        """Say how many files of the folders are no pictures; nothing if all are."""
        if not self.others:
            return ""
        count = ", ".join(f"{number} {kind}" for kind, number in sorted(self.others.items()))
        return f"Dilewati dari folder karena bukan gambar: {count}."


def found_pictures(paths: Iterable[Path]) -> Found:
    """Return the files as given, and of folders the pictures in them by the time taken.

    Files chosen one by one are all returned, whatever they are: a person means them.
    """
    found = Found()
    for path in paths:
        if path.is_dir():
            _look_into(path, found)
        else:
            found.pictures.append(path)
    return found


def by_time(paths: Iterable[Path]) -> list[Path]:
    """Return pictures in the order they were taken, those of one moment by their names."""
    return sorted(paths, key=lambda path: (_moment(path), path.name.casefold(), str(path)))


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it; neither hidden ones nor through links."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.casefold() not in _BY_THEMSELVES:
                yield Path(place, name)


def is_picture_name(name: str) -> bool:
    """Say whether a file of this name should hold a picture.

    >>> is_picture_name("IMG_0001.JPG"), is_picture_name("catatan.txt")
    (True, False)
    """
    return name.casefold().endswith(PICTURE_KINDS)


def _look_into(folder: Path, found: Found) -> None:
    pictures: list[Path] = []
    for path in files_in(folder):
        if not is_picture_name(path.name):
            found.others[_kind(path.name)] += 1
            continue
        pictures.append(path)
        if len(pictures) > MOST:
            found.faults.append(
                f"{folder.name}: berisi lebih dari {MOST} gambar; pilih gambarnya atau "
                "folder yang lebih kecil"
            )
            return
    if not pictures:
        found.faults.append(f"{folder.name}: tidak ada gambar di folder ini")
    found.pictures += by_time(pictures)


def _kind(name: str) -> str:
    if is_raw(name):
        return "foto RAW"
    return "video" if name.casefold().endswith(_VIDEO) else "berkas lain"


def _moment(path: Path) -> datetime:
    """Return when a picture was taken; by its file where it does not say."""
    taken = taken_at(path)
    if taken is not None:
        return taken.replace(tzinfo=None)  # by the clock of the camera, whichever zone it names
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return datetime.max
