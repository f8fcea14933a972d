"""A backup that the user asks for: a folder, or one zip file, with everything in it."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsroom.store.backup.automatic import first_place, read_settings
from newsroom.store.backup.errors import PlaceTaken
from newsroom.store.backup.making import FolderTarget, Made, Order, ZipTarget, make
from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.sealing import make_seal
from newsroom.store.backup.tally import Progress
from newsroom.store.durable import sync_file, sync_folder
from newsroom.store.failures import OF_BACKUP, translated
from newsroom.store.place import MEDIA
from newsroom.store.private import new_file, private_folder


def back_up_to(
    home: Path,
    path: Path,
    passphrase: str = "",
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Made:
    """Make a backup of everything at ``path``, and return where it lies.

    A name that ends in ``.zip`` makes one file, any other a folder; in a folder that has
    something in it, the backup gets one of its own. What is there is never written over.
    Nothing is left of a backup that fails or is stopped. Raises StoreError, Stopped.
    """
    now = now or datetime.now(UTC)
    order = Order(home, Kind.WHOLE, now, seal=make_seal(passphrase) if passphrase else None)
    with translated(path, OF_BACKUP):
        if path.suffix.casefold() == ".zip":
            return _zip(order, path, progress)
        if path.is_dir() and any(path.iterdir()):
            path = path / f"cadangan-newsroom-{now.astimezone():%Y-%m-%d_%H-%M-%S}"
        return _folder(order, path, progress)


def back_up_here(
    home: Path,
    passphrase: str = "",
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Made:
    """Make a backup beside the automatic ones, also where nothing has changed.

    Raises StoreError, Stopped.
    """
    seal = make_seal(passphrase) if passphrase else None
    order = Order(home, Kind.WHOLE, now or datetime.now(UTC), seal=seal)
    return first_place(home).add(order, read_settings(home).rhythm, progress)


def _folder(order: Order, path: Path, progress: Progress | None) -> Made:
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise _taken(path)
    part = path.with_name(f".{path.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        private_folder(part)
        target = FolderTarget(part, part / MEDIA)
        manifest, faulty = make(order, target, progress)
        target.sync()
        if path.is_dir():
            path.rmdir()
        part.replace(path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync_folder(path.parent)
    return Made(path, manifest, tuple(faulty))


def _zip(order: Order, path: Path, progress: Progress | None) -> Made:
    if path.exists():
        raise _taken(path)
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    try:
        with new_file(part) as file:
            with zipfile.ZipFile(file, "w") as archive:
                manifest, faulty = make(replace(order), ZipTarget(archive), progress)
            sync_file(file)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return Made(path, manifest, tuple(faulty))


def _taken(path: Path) -> PlaceTaken:
    return PlaceTaken(f"{path} sudah ada dan tidak ditimpa. Pilih nama lain.")
