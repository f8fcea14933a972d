"""Making one backup: the database, the settings and the pictures, put where they belong."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from newsroom.store.backup.manifest import (
    KEY,
    MANIFEST,
    SEALED,
    SETTINGS,
    Kind,
    Manifest,
    Part,
    is_setting,
    picture_digest,
)
from newsroom.store.backup.sealing import Seal, close_with
from newsroom.store.backup.snapshot import Facts, remember_backup, snapshot
from newsroom.store.backup.tally import Progress, Tally
from newsroom.store.durable import BLOCK, sync_file, sync_folder
from newsroom.store.failures import translated
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.private import new_file, private_folder

_SETTINGS = ("*.toml", "house/*.toml", "portals/*.toml", "portals/*.situs.json", "templates/*.md")
_SCRATCH = ".cadangan-"
_READ_ME = "BACA-SAYA.txt"
_READ_ME_TEXT = """\
Ini cadangan data Newsroom.

newsroom.db    semua naskah, sebuah basis data SQLite 3
media/         foto-foto; nama berkasnya adalah SHA-256 isinya
settings/      pengaturan redaksi
manifest.json  daftar isi cadangan

Memulihkannya:            newsroom restore TEMPAT-INI --to FOLDER-BARU
Menggabungkannya:         newsroom restore TEMPAT-INI
Memeriksanya:             newsroom verify --backup TEMPAT-INI
Membuka yang berakhiran .age tanpa Newsroom (program age, dengan kata sandinya):
                          age -d -i kunci.age -o newsroom.db newsroom.db.age
"""


class Target(Protocol):
    """Where the files of one backup go."""

    def has(self, name: str) -> bool:
        """Say whether a picture is there already, from an earlier backup."""
        ...

    def writing(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """Give a new file to write to; what fails leaves none of it."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that is whole. ``faulty`` are pictures whose bytes are not what they were."""

    path: Path
    manifest: Manifest
    faulty: tuple[str, ...] = ()


@dataclass(slots=True)
class FolderTarget:
    """A backup as a folder, its pictures in ``media``, which others may share."""

    folder: Path
    media: Path
    _touched: set[Path] = field(default_factory=set)

    def has(self, name: str) -> bool:
        """Say whether a picture is there already."""
        return name.startswith(f"{MEDIA}/") and self._path(name).is_file()

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """Give a new file to write to; it has its name when all of it is on the disk."""
        path = self._path(name)
        private_folder(path.parent)
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        try:
            with new_file(part) as file:
                yield file
                sync_file(file)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        self._touched.add(path.parent)

    def sync(self) -> None:
        """Make the names outlive a power cut."""
        for folder in (*self._touched, self.folder):
            sync_folder(folder)

    def _path(self, name: str) -> Path:
        inside = name.removeprefix(f"{MEDIA}/")
        return (self.media if inside != name else self.folder) / inside


@dataclass(frozen=True, slots=True)
class ZipTarget:
    """A backup as one zip file."""

    archive: zipfile.ZipFile

    def has(self, name: str) -> bool:
        """Say that nothing is there already."""
        return False

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """Give a new file to write to."""
        info = zipfile.ZipInfo(name, datetime.now().timetuple()[:6])
        info.external_attr = 0o600 << 16
        is_text = not name.startswith(MEDIA) and not name.endswith(SEALED)
        info.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
        with self.archive.open(info, "w", force_zip64=True) as file:
            yield file


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be backed up, and why."""

    home: Path
    kind: Kind
    now: datetime
    sequence: int = 0
    seal: Seal | None = None
    with_pictures: bool = True
    with_note: bool = True


def make(order: Order, target: Target, progress: Progress | None) -> tuple[Manifest, list[str]]:
    """Put a backup of the store where ``target`` says, and return what is in it.

    The manifest is written last. Also returned are the pictures that had changed on the
    disk and are therefore left out. Raises StoreDamaged, Stopped, OSError, sqlite3.Error.
    """
    home = order.home
    pictures = list(_pictures(home / MEDIA)) if order.with_pictures else []
    database = home / DATABASE
    sizes = [path.stat().st_size for path in (database, *(path for _, path in pictures))]
    tally = Tally(progress, sum(sizes) + sizes[0])
    id = remember_backup(database) if order.with_note else ""
    seal = order.seal
    with ExitStack() as held:
        with translated(home):  # not of the place where the backup goes
            copy = held.enter_context(scratch(home)) / DATABASE
            found: Facts = snapshot(database, copy, tally)
        part = _put(target, DATABASE, copy, seal, tally)
    kept, faulty = [], []
    for name, path in pictures:
        at = f"{MEDIA}/{name}{SEALED if seal else ''}"
        if target.has(at) or _put_picture(target, name, path, seal, tally):
            kept.append(name)
        else:
            faulty.append(name)
    settings = {
        name: _put(target, f"{SETTINGS}/{name}", home / name, seal, tally)
        for name in own_settings(home)
    }
    if seal:
        _write(target, KEY, seal.key)
    _write(target, _READ_ME, _READ_ME_TEXT.encode())
    manifest = Manifest(
        id=id,
        made=order.now,
        kind=order.kind,
        schema=found.schema,
        stories=found.stories,
        state=found.state,
        database=part,
        media=tuple(kept) if order.with_pictures else None,
        settings=settings,
        key=seal.name if seal else "",
        sequence=order.sequence,
    )
    _write(target, MANIFEST, manifest.as_json().encode())
    return manifest, faulty


def own_settings(home: Path) -> list[str]:
    """Return the names of a newsroom's own settings, as they lie in its data folder."""
    paths = [path for pattern in _SETTINGS for path in sorted(home.glob(pattern))]
    names = [path.relative_to(home).as_posix() for path in paths if path.is_file()]
    return [name for name in names if is_setting(name)]


def _pictures(media: Path) -> Iterator[tuple[str, Path]]:
    """Yield the store's pictures by their names in it."""
    for folder in sorted(media.glob("[0-9a-f][0-9a-f]")):
        for path in sorted(folder.iterdir()):
            name = f"{folder.name}/{path.name}"
            if picture_digest(name) and path.is_file():
                yield name, path


class _Counted:
    """Reads a file, counting, and telling what the bytes were."""

    def __init__(self, source: IO[bytes], tally: Tally) -> None:
        self._source = source
        self._tally = tally
        self._told = hashlib.sha256()
        self._size = 0

    def read(self, size: int = BLOCK) -> bytes:
        block = self._source.read(size)
        self._told.update(block)
        self._size += len(block)
        self._tally.add(len(block))
        return block

    @property
    def part(self) -> Part:
        return Part(self._size, self._told.hexdigest())


def _put(target: Target, name: str, path: Path, seal: Seal | None, tally: Tally) -> Part:
    with path.open("rb") as source:
        counted = _Counted(source, tally)
        with target.writing(f"{name}{SEALED if seal else ''}") as file:
            _pour(counted, file, seal)
        return counted.part


class _Changed(Exception):
    """A picture is not what its name says any more."""


def _put_picture(target: Target, name: str, path: Path, seal: Seal | None, tally: Tally) -> bool:
    """Put a picture in, unless its bytes have changed since it was taken into the store."""
    if isinstance(target, ZipTarget) and not _is_itself(path, name):
        return False  # what is in a zip can't be taken out again
    with path.open("rb") as source:
        counted = _Counted(source, tally)
        try:
            with target.writing(f"{MEDIA}/{name}{SEALED if seal else ''}") as file:
                _pour(counted, file, seal)
                if counted.part.sha256 != picture_digest(name):
                    raise _Changed
        except _Changed:
            return False
    return True


def _is_itself(path: Path, name: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == picture_digest(name)


def _pour(counted: _Counted, file: IO[bytes], seal: Seal | None) -> None:
    if seal:
        close_with(seal, counted, file)  # type: ignore[arg-type] # it is only read
        return
    while block := counted.read():
        file.write(block)


def _write(target: Target, name: str, content: bytes) -> None:
    with target.writing(name) as file:
        file.write(content)


@contextmanager
def scratch(home: Path) -> Iterator[Path]:
    """Give a folder of the user's own, on the store's disk, that is gone afterwards."""
    for left in home.glob(f"{_SCRATCH}*"):  # by a program that was killed, a day ago at least
        if abs(time.time() - left.stat().st_mtime) > 86_400:
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=home))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
