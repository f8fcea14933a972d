"""The pictures of the store: each kept once, under the hash of its bytes."""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from pathlib import Path

from newsroom.store.errors import PictureUnreadable
from newsroom.store.failures import translated

_DIGEST = re.compile(r"[0-9a-f]{64}")
_EXTENSION = re.compile(r"\.[a-z0-9]{1,5}")


class Media:
    """Pictures as files in ``folder``: ``<first two of the digest>/<digest><.ext>``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, path: Path) -> str:
        """Copy a picture in, unless it is there, and return the SHA-256 of its bytes.

        The original is only read. After a crash the picture is there whole or not
        at all. Raises PictureUnreadable, or another StoreError if it can't be kept.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise PictureUnreadable(
                f"Foto {path} tidak dapat dibaca. Periksa apakah berkasnya masih ada."
            ) from error
        digest = hashlib.sha256(data).hexdigest()
        if self.path(digest) is None:
            with translated(self._folder):
                _write(data, self._folder / digest[:2] / f"{digest}{_extension(path)}")
        return digest

    def path(self, digest: str) -> Path | None:
        """Return where the picture with this digest lies, or None."""
        if not _DIGEST.fullmatch(digest):
            return None
        return next((self._folder / digest[:2]).glob(f"{digest}*"), None)


def _extension(path: Path) -> str:
    extension = path.suffix.lower()
    return extension if _EXTENSION.fullmatch(extension) else ""


def _write(data: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{uuid.uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Make a new name in the folder outlive a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
