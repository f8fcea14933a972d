"""What is the user's alone: folders and files that nobody else on the machine may read.

Where there are no such permissions (Windows, a memory stick) the functions do what they
do without them; there the user's own folder is what keeps others out.
"""

from __future__ import annotations

import os
import stat
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_KEEPS = os.name == "posix"


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it, and keep others out of it. Raises OSError."""
    if not folder.parent.exists():
        private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    keep_private(folder)


def new_file(path: Path) -> IO[bytes]:
    """Open a file that is not there yet, to be written, by its owner alone. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def begin_private(path: Path) -> None:
    """Make an empty file of the owner's alone, unless there is one. Raises OSError.

    It is closed before it gets its name: whoever closes a database file, even one just
    made, takes from SQLite's other connections of this program their locks on it.
    """
    if not _KEEPS or path.exists():
        return
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    new_file(part).close()
    try:
        # Another program may have been quicker, and some file systems know no links.
        with suppress(OSError):
            path.hardlink_to(part)
    finally:
        part.unlink()


def keep_private(path: Path) -> bool:
    """Take from all but the owner what they may do with a file; True if they could do any.

    The owner's own rights stay as they are. What is another's, or is everybody's by its
    kind (``/tmp``), stays so.
    """
    if not _KEEPS:
        return False
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS and not mode & stat.S_ISVTX:
            path.chmod(mode & ~_OTHERS)
            return True
    return False


def keep_all_private(folder: Path, database: str) -> None:
    """Keep others out of a data folder and of all that an older version left open in it.

    The files are looked through only while the folder is open to others, and it is
    closed last: the look is over, or comes again.
    """
    if not _KEEPS:
        return
    for ending in ("", "-wal", "-shm"):
        keep_private(folder / (database + ending))
    with suppress(OSError):
        if stat.S_IMODE(folder.stat().st_mode) & _OTHERS:
            for path in _inside(folder):
                keep_private(path)
            keep_private(folder)


def _inside(folder: Path) -> Iterator[Path]:
    for path, folders, files in os.walk(folder):  # does not follow links
        for name in (*folders, *files):
            if not (Path(path) / name).is_symlink():
                yield Path(path) / name
