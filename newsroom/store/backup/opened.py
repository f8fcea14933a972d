"""Reading a backup back, each byte proved against its manifest."""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from newsroom.store.backup.errors import (
    BackupDamaged,
    BackupUnreadable,
    NoBackup,
    PassphraseNeeded,
)
from newsroom.store.backup.manifest import (
    KEY,
    MANIFEST,
    SEALED,
    SETTINGS,
    Manifest,
    Part,
    damaged,
    parsed,
    picture_digest,
    read_manifest,
)
from newsroom.store.backup.sealing import Opener
from newsroom.store.backup.shelf import Shelf, pictures_of
from newsroom.store.backup.snapshot import read_only
from newsroom.store.backup.tally import Tally
from newsroom.store.durable import BLOCK, sync_file
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.private import new_file, private_folder

_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the standard library says of a zip file that is damaged; RuntimeError: a flag in it says
that it is encrypted."""

Find = Callable[[str], IO[bytes]]
"""Opens a file of the backup by its name, as it lies there; KeyError or OSError if it is not."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies open at ``path``."""

    path: Path
    manifest: Manifest
    _find: Find
    _opener: Opener | None

    def database(self, target: Path, tally: Tally | None = None) -> None:
        """Copy the database out; what is written is as it was backed up, and whole.

        Raises BackupDamaged, OSError, Stopped.
        """
        self._copy(DATABASE, self.manifest.database, target, tally)
        try:
            with closing(read_only(target)) as copy:
                good = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            good = False
        if not good:
            raise damaged(self.path)

    def picture(self, name: str, target: Path, tally: Tally | None = None) -> None:
        """Copy a picture out. Raises BackupDamaged, OSError, Stopped."""
        self._copy(f"{MEDIA}/{name}", Part(-1, picture_digest(name)), target, tally)

    def setting(self, name: str, target: Path) -> None:
        """Copy one of the settings out. Raises BackupDamaged, OSError."""
        self._copy(f"{SETTINGS}/{name}", self.manifest.settings[name], target, None)

    def _copy(self, name: str, part: Part, target: Path, tally: Tally | None) -> None:
        private_folder(target.parent)
        beside = target.with_name(f"{target.name}.part")
        beside.unlink(missing_ok=True)
        try:
            with new_file(beside) as file:
                self._pour(name, part, _Proving(file, tally))
                sync_file(file)
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise

    def prove_picture(self, name: str) -> None:
        """Read a picture through. Raises BackupDamaged, OSError."""
        self._pour(f"{MEDIA}/{name}", Part(-1, picture_digest(name)), _Proving(None, None))

    def prove_setting(self, name: str) -> None:
        """Read one of the settings through. Raises BackupDamaged, OSError."""
        self._pour(f"{SETTINGS}/{name}", self.manifest.settings[name], _Proving(None, None))

    def _pour(self, name: str, part: Part, proving: _Proving) -> None:
        proving.most = part.size
        try:
            with self._opened(name) as found:
                source = _Source(found, self.path)
                if self._opener:
                    self._opener.open(source, proving)  # type: ignore[arg-type]
                else:
                    while block := source.read(BLOCK):
                        proving.write(block)
        except (*_NO_ZIP, _TooLong):
            raise self._bad(name) from None
        if proving.told.hexdigest() != part.sha256:
            raise self._bad(name)

    def _opened(self, name: str) -> IO[bytes]:
        with _readable(self.path):
            try:
                return self._find(f"{name}{SEALED if self.manifest.sealed else ''}")
            except (KeyError, FileNotFoundError, *_NO_ZIP):
                raise self._bad(name) from None

    def _bad(self, name: str) -> BackupDamaged:
        return BackupDamaged(f"Cadangan {self.path} rusak: {name} hilang atau berubah isinya.")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Raise BackupUnreadable where the disk with a backup can't be read."""
    try:
        yield
    except OSError as error:
        raise BackupUnreadable(
            f"Cadangan {path} tidak dapat dibaca. Periksa apakah cakramnya masih terpasang "
            "dan berkasnya boleh dibaca, lalu coba lagi, atau pakai cadangan lain."
        ) from error


@dataclass(frozen=True, slots=True)
class _Source:
    """Reads a file of a backup: what fails here has nothing to do with where it is written."""

    file: IO[bytes]
    path: Path

    def read(self, size: int = BLOCK) -> bytes:
        with _readable(self.path):
            return self.file.read(size)


class _TooLong(Exception):
    """More comes than the manifest says."""


class _Proving:
    """Takes what is read, tells what it was, and hands it on."""

    def __init__(self, file: IO[bytes] | None, tally: Tally | None) -> None:
        self._file = file
        self._tally = tally
        self._size = 0
        self.most = -1
        self.told = hashlib.sha256()

    def write(self, block: bytes) -> int:
        self._size += len(block)
        if 0 <= self.most < self._size:
            raise _TooLong
        self.told.update(block)
        if self._tally:
            self._tally.add(len(block))
        if self._file:
            self._file.write(block)
        return len(block)


@contextmanager
def opened(path: Path, passphrase: str = "") -> Iterator[Backup]:
    """Open a backup: a folder, a zip file, or a place, of which the newest is meant.

    Raises NoBackup, BackupDamaged, PassphraseNeeded, WrongPassphrase, and StoreError where
    the disk fails.
    """
    with ExitStack() as held:
        with _readable(path):
            manifest, find = _located(path, held)
            opener = _opener(path, manifest, find, passphrase)
        yield Backup(path, manifest, find, opener)


def manifest_of(path: Path) -> tuple[Manifest, Path]:
    """Return what a backup says of itself, which needs no passphrase, and where it lies.

    Of a place the newest is meant. Raises NoBackup, BackupDamaged, and StoreError.
    """
    with _readable(path), ExitStack() as held:
        if path.is_dir() and not (path / MANIFEST).is_file() and (newest := Shelf(path).newest()):
            path = newest.path
        return _located(path, held)[0], path


def _located(path: Path, held: ExitStack) -> tuple[Manifest, Find]:
    if path.is_file():
        return _in_zip(path, held)
    if (path / MANIFEST).is_file():
        return _in_folder(path)
    newest = Shelf(path).newest()
    if newest is None:
        raise NoBackup(f"Tidak ada cadangan Newsroom di {path}.")
    return _in_folder(newest.path)


def _in_folder(path: Path) -> tuple[Manifest, Find]:
    manifest = read_manifest(path / MANIFEST)
    shared = path.parent / pictures_of(manifest.key)
    media = path / MEDIA if (path / MEDIA).is_dir() else shared

    def find(name: str) -> IO[bytes]:
        inside = name.removeprefix(f"{MEDIA}/")
        return ((media if inside != name else path) / inside).open("rb")

    return manifest, find


def _in_zip(path: Path, held: ExitStack) -> tuple[Manifest, Find]:
    try:
        archive = held.enter_context(zipfile.ZipFile(path))
        with archive.open(MANIFEST) as file:
            manifest = parsed(file.read(), path)
    except KeyError:
        raise NoBackup(f"{path} bukan cadangan Newsroom.") from None
    except _NO_ZIP:
        raise damaged(path) from None
    return manifest, archive.open


def _opener(path: Path, manifest: Manifest, find: Find, passphrase: str) -> Opener | None:
    if not manifest.sealed:
        return None
    if not passphrase:
        raise PassphraseNeeded(f"Cadangan {path} dikunci; tulis kata sandinya.")
    try:
        with find(KEY) as file:
            return Opener(file.read(), passphrase)
    except (KeyError, FileNotFoundError, *_NO_ZIP):
        raise damaged(path) from None
