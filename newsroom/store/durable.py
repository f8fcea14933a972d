"""Writing so that it outlives a power cut: the bytes first, then the name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from newsroom.store.private import new_file

BLOCK = 1 << 20

Going = Callable[[], bool]
"""Asked between two blocks; False stops the work."""


class Stopped(Exception):
    """The user stopped it; what had been begun is gone again."""


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlive a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some memory sticks and network drives know no such thing
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(file: IO[bytes]) -> None:
    """Make what was written to a file outlive a power cut. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file of the user's own, whole or not at all. Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with new_file(part) as file:
            file.write(content)
            sync_file(file)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def copied(source: IO[bytes], target: IO[bytes], going: Going | None = None) -> tuple[str, int]:
    """Copy a file a block at a time; return the SHA-256 and the size of what was copied.

    Raises Stopped, and OSError.
    """
    told, size = hashlib.sha256(), 0
    while block := source.read(BLOCK):
        if going and not going():
            raise Stopped
        told.update(block)
        target.write(block)
        size += len(block)
    return told.hexdigest(), size


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
