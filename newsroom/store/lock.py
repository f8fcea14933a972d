"""Doing something that only one program may do at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsroom.store.errors import StoreBusy
from newsroom.store.private import begin_private


@contextmanager
def alone(path: Path, what: str, patience: float = 0) -> Iterator[None]:
    """Hold a lock alone. Raises StoreBusy, which says ``what`` another program is at.

    Raises also sqlite3.Error and OSError.
    """
    busy = f"{what} sedang dikerjakan program lain. Tunggu sebentar."
    with closing(taken(path, busy, patience)):
        yield


def taken(
    path: Path, busy: str, patience: float = 0, *, shared: bool = False
) -> sqlite3.Connection:
    """Take a lock, which ends when it is closed, or with the program however that ends.

    It is SQLite's, on a database with nothing in it, and so known on any system. Raises
    StoreBusy, saying ``busy``, and sqlite3.Error and OSError.
    """
    begin_private(path)
    lock = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        if shared:
            lock.execute("BEGIN")
            lock.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes it
        else:
            lock.execute("BEGIN EXCLUSIVE")
    except BaseException as error:
        lock.close()
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_BUSY:
            raise StoreBusy(busy) from error
        raise
    return lock
