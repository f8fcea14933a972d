"""The pictures of the store: each kept once, under the hash of its bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from newsroom.store.durable import sync_file, sync_folder
from newsroom.store.errors import PictureUnreadable
from newsroom.store.failures import translated
from newsroom.store.private import new_file, private_folder

LARGEST = 400_000_000
"""Bytes; a picture of the largest cameras, unpacked in 16 bits a colour, has fewer."""
PART = ".part"
"""With what the name of a picture ends while it is being added."""

_BLOCK = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}")
_EXTENSION = re.compile(r"\.[a-z0-9]{1,5}")


class Media:
    """Pictures as files in ``folder``: ``<first two of the digest>/<digest><.ext>``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, path: Path) -> str:
        """Copy a picture in, unless it is there, and return the SHA-256 of its bytes.

        The original is only read, once, a block at a time: it may lie on a slow card.
        After a crash the picture is there whole or not at all. Raises PictureUnreadable,
        or another StoreError if it can't be kept.
        """
        with _opened(path) as source:
            part = self._folder / f"{uuid.uuid4().hex}{PART}"
            try:
                digest = self._copy(source, path, part)
                if not self.renew(digest):
                    with translated(self._folder):
                        _put(part, self._folder / digest[:2] / f"{digest}{_extension(path)}")
            finally:
                with translated(self._folder):
                    part.unlink(missing_ok=True)
        return digest

    def path(self, digest: str) -> Path | None:
        """Return where the picture with this digest lies, or None."""
        if not _DIGEST.fullmatch(digest):
            return None
        return next((self._folder / digest[:2]).glob(f"{digest}*"), None)

    def renew(self, digest: str) -> bool:
        """Make the file of a picture new by its time, so that it is not deleted as unused.

        False if there is none, or it is being deleted this moment.
        """
        kept = self.path(digest)
        if kept is None:
            return False
        try:
            os.utime(kept)
        except OSError:
            return kept.exists()  # one may not: whoever deletes pictures may not either
        return True

    def _copy(self, source: BinaryIO, path: Path, part: Path) -> str:
        """Copy a file to ``part``, for good, and return the digest of what was copied."""
        told, size = hashlib.sha256(), 0
        with translated(self._folder):
            # A data folder that has vanished is not begun anew: a picture kept there would
            # be missing once the folder is back.
            self._folder.parent.stat()
            private_folder(part.parent)
            with new_file(part) as copy:
                while block := _read(source, path):
                    size += len(block)
                    if size > LARGEST:  # it has grown since it was looked at
                        raise PictureUnreadable(too_large(path))
                    told.update(block)
                    copy.write(block)
                sync_file(copy)
        return told.hexdigest()


def pictures_in(folder: Path) -> Iterator[Path]:
    """Yield the files of the pictures that are kept in a folder of the store's."""
    for path in sorted(folder.glob("[0-9a-f][0-9a-f]/*")):
        if _DIGEST.fullmatch(path.name.partition(".")[0]):
            yield path


def too_large(path: Path) -> str:
    """Return what is said of a picture file of too many bytes."""
    most = LARGEST // 1_000_000
    return f"Foto {path.name} lebih besar dari {most} MB. Perkecil lebih dulu, lalu tambahkan lagi."


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read. Raises PictureUnreadable.

    Pipes and devices, which may never end, are not even opened.
    """
    try:
        found = path.stat()
        is_file = stat.S_ISREG(found.st_mode)
        source = path.open("rb", buffering=0) if is_file else None
    except (OSError, ValueError) as error:
        raise PictureUnreadable(_unreadable(path)) from error
    if source is None:
        raise PictureUnreadable(_unreadable(path))
    with source:
        if found.st_size > LARGEST:
            raise PictureUnreadable(too_large(path))
        yield source


def _read(source: BinaryIO, path: Path) -> bytes:
    try:
        return source.read(_BLOCK)
    except OSError as error:  # a card that was pulled out
        raise PictureUnreadable(_unreadable(path)) from error


def _unreadable(path: Path) -> str:
    return f"Foto {path} tidak dapat dibaca. Periksa apakah berkasnya masih ada."


def _extension(path: Path) -> str:
    extension = path.suffix.lower()
    return extension if _EXTENSION.fullmatch(extension) else ""


def _put(part: Path, target: Path) -> None:
    """Give what has been copied its name, so that it outlives a power cut."""
    private_folder(target.parent)
    part.replace(target)
    sync_folder(target.parent)
