"""The new database takes the place of the damaged one, which is kept under a name of its own.

The steps can be done again from any point: a program that is killed between them finds the
new file, and goes on.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from newsroom.store.durable import sync_folder
from newsroom.store.place import DATABASE
from newsroom.store.recovery.noted import forget_saved

_NEW = "newsroom-pulih-"
_BROKEN = "newsroom-rusak-"
_STAMP = re.compile(rf"{_NEW}(.+)\.db")
_ENDINGS = ("-wal", "-shm")


def is_waiting(home: Path) -> bool:
    """Say whether a new file lies there that is not in its place yet."""
    return any(home.glob(f"{_NEW}*.db"))


def new_file_at(home: Path, stamp: str) -> Path:
    """Return where the new file of a recovery waits."""
    return home / f"{_NEW}{stamp}.db"


def broken_at(home: Path, stamp: str) -> Path:
    """Return where the damaged file of a recovery is kept."""
    return home / f"{_BROKEN}{stamp}.db"


def offer(database: Path, home: Path, stamp: str) -> None:
    """Lay a new file, which is whole, beside the damaged one. Raises OSError."""
    database.replace(new_file_at(home, stamp))
    sync_folder(home)


def put_in_place(home: Path) -> None:
    """Put the new file, if one waits, in the place of the damaged one. Raises OSError.

    The log of that goes first: SQLite would lay it over the new file as well.
    """
    for new in sorted(home.glob(f"{_NEW}*.db")):
        found = _STAMP.fullmatch(new.name)
        if not found:
            continue
        database, kept = home / DATABASE, broken_at(home, found[1])
        for ending in _ENDINGS:
            log = home / (DATABASE + ending)
            if log.exists():
                log.replace(kept.with_name(kept.name + ending))
        if database.exists() and not kept.exists():
            _keep_also_as(database, kept)
        sync_folder(home)
        forget_saved(database)  # of the file before; that it had more is in the report
        new.replace(database)
        sync_folder(home)


def _keep_also_as(path: Path, kept: Path) -> None:
    """Give a file a second name, or a copy where the file system knows no such thing."""
    try:
        kept.hardlink_to(path)
    except OSError:
        part = kept.with_name(f"{kept.name}.part")
        shutil.copy2(path, part)
        part.replace(kept)
