"""All backups that there are to be seen, and how the places stand where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsroom.store.backup.automatic import BackupSettings, first_place, is_there, read_settings
from newsroom.store.backup.manifest import Manifest
from newsroom.store.backup.opened import manifest_of
from newsroom.store.backup.shelf import Shelf


class Where(StrEnum):
    """In which of the places a backup lies."""

    FIRST = "first"
    SECOND = "second"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Seen:
    """A backup as it looks; one that can't be read has no manifest.

    ``size`` are its own bytes: pictures that it shares with others of its place are not
    among them.
    """

    path: Path
    where: Where
    manifest: Manifest | None
    size: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The backups, the newest first, and the places. ``filled`` are the first one's bytes."""

    settings: BackupSettings
    backups: tuple[Seen, ...] = ()
    filled: int = 0
    is_second_there: bool = False


def overview(home: Path) -> Overview:
    """Look at the places of a store. What can't be reached has nothing to show."""
    settings, first = read_settings(home), first_place(home)
    seen = list(_seen(first, Where.FIRST))
    second = settings.second
    is_second_there = second is not None and is_there(second)
    if second is not None and is_second_there:
        seen += _seen(Shelf(second), Where.SECOND)
    seen.sort(key=_moment, reverse=True)
    return Overview(settings, tuple(seen), _size(first.folder), is_second_there)


def seen_at(path: Path) -> Seen:
    """Look at a backup that lies anywhere: a folder, a zip file, or a place of several.

    Raises StoreError.
    """
    manifest, at = manifest_of(path)
    return Seen(at, Where.ELSEWHERE, manifest, at.stat().st_size if at.is_file() else _size(at))


def _seen(shelf: Shelf, where: Where) -> Iterator[Seen]:
    kept = {one.path: one.manifest for one in shelf.backups()}
    for path in shelf.folders():
        yield Seen(path, where, kept.get(path), _size(path))


def _moment(one: Seen) -> str:
    return one.path.name  # which begins with when it was made, also of a damaged one


def _size(path: Path) -> int:
    size = 0
    for one in path.rglob("*"):
        with suppress(OSError):  # it has just gone
            size += one.stat().st_size if one.is_file() else 0
    return size
