"""A place where backups are kept in turn: a folder for each, their pictures shared."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.store.backup.errors import BackupDamaged
from newsroom.store.backup.making import FolderTarget, Made, Order, make
from newsroom.store.backup.manifest import MANIFEST, SEALED, Manifest, read_manifest
from newsroom.store.backup.rotation import Rhythm, kept
from newsroom.store.backup.tally import Progress
from newsroom.store.durable import sync_folder
from newsroom.store.failures import OF_BACKUP, translated
from newsroom.store.lock import alone
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.private import private_folder

_LOCK = ".kunci.db"
_PICTURES = f"{MEDIA}*/??/*"
_NAME = re.compile(r"\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d_\d+")


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that lies in a place."""

    path: Path
    manifest: Manifest


def pictures_of(key: str) -> str:
    """Return the folder of the pictures that are closed with a pair of keys, or are open."""
    return f"{MEDIA}-{key}" if key else MEDIA


class Shelf:
    """The backups in ``folder``, each in a folder named after its moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def backups(self) -> list[Kept]:
        """Return the backups that are whole by their look, the newest first."""
        return list(self._found())

    def newest(self) -> Kept | None:
        """Return the newest backup that is whole by its look."""
        return next(self._found(), None)

    def _found(self) -> Iterator[Kept]:
        for path in sorted(self.folders(), key=_number, reverse=True):
            with suppress(BackupDamaged, OSError):
                one = Kept(path, read_manifest(path / MANIFEST))
                ending = SEALED if one.manifest.sealed else ""
                if (path / (DATABASE + ending)).is_file():
                    yield one

    def folders(self) -> list[Path]:
        """Return the folders of all backups, also of damaged ones."""
        with suppress(OSError):
            return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]
        return []

    def add(
        self,
        order: Order,
        rhythm: Rhythm,
        progress: Progress | None = None,
        patience: float = 0,
    ) -> Made:
        """Make a backup, then let those go that are no longer to be kept.

        A backup that fails leaves nothing of it, and the earlier ones as they are. Raises
        StoreError and Stopped.
        """
        # The place in the data folder itself is not one that somebody chose.
        other = "" if self.folder.parent == order.home else OF_BACKUP
        with translated(self.folder, other):
            if not self.folder.is_dir():  # one that the user has chosen is left as it is
                private_folder(self.folder)
            with alone(self.folder / _LOCK, f"Cadangan ke {self.folder}", patience):
                self._clear()
                made = self._make(order, progress)
                self._thin(rhythm)
                return made

    def _make(self, order: Order, progress: Progress | None) -> Made:
        # A damaged one counts too: numbers come once.
        sequence = max(map(_number, self.folders()), default=0) + 1
        name = f"{order.now.astimezone():%Y-%m-%d_%H-%M-%S}_{sequence}"
        part = self.folder / f"{name}.part"
        target = FolderTarget(
            part, self.folder / pictures_of(order.seal.name if order.seal else "")
        )
        try:
            private_folder(part)
            manifest, faulty = make(replace(order, sequence=sequence), target, progress)
            target.sync()
            part.replace(self.folder / name)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(self.folder)
        return Made(self.folder / name, manifest, tuple(faulty))

    def _thin(self, rhythm: Rhythm) -> None:
        """Remove what is no longer to be kept, the oldest first; never the newest, just made."""
        backups = self.backups()
        stay = kept([one.manifest for one in backups], rhythm)
        for one in backups:
            if one.manifest.sequence not in stay:
                _remove(one.path)
        left = [one for one in backups if one.manifest.sequence in stay]
        self._drop_pictures(left)
        while len(left) > 1 and _size(self.folder) > rhythm.most_bytes:
            _remove(left.pop().path)
            self._drop_pictures(left)

    def _drop_pictures(self, left: list[Kept]) -> None:
        """Remove the pictures that no backup has any more, unless one can't be read."""
        readable = {one.path for one in left}
        if any(path not in readable for path in self.folders()):
            return  # who knows which pictures a damaged backup had
        wanted = {
            f"{pictures_of(one.manifest.key)}/{name}{SEALED if one.manifest.sealed else ''}"
            for one in left
            for name in one.manifest.media or ()
        }
        for path in self.folder.glob(_PICTURES):
            if path.relative_to(self.folder).as_posix() not in wanted:
                path.unlink(missing_ok=True)

    def _clear(self) -> None:
        """Remove what a program that was killed left half done."""
        for path in self.folder.iterdir():
            if path.name.endswith((".part", ".gone")):
                shutil.rmtree(path, ignore_errors=True)
        for path in self.folder.glob(f"{_PICTURES}.part"):
            path.unlink(missing_ok=True)


def _number(folder: Path) -> int:
    return int(folder.name.rpartition("_")[2])


def _remove(folder: Path) -> None:
    """Remove a backup; half removed it is no backup any more."""
    gone = folder.with_name(f"{folder.name}.gone")
    with suppress(OSError):
        folder.replace(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
