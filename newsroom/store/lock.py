"""Doing something that only one program may do at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.store.errors import StoreBusy
from newsroom.store.private import begin_private


@contextmanager
def alone(path: Path, what: str, patience: float = 0) -> Iterator[None]:
    """Hold a lock, which ends with the program however that ends, on any system.

    It is SQLite's, on a database with nothing in it. Raises StoreBusy, which says ``what``
    another program is at, and sqlite3.Error and OSError.
    """
    begin_private(path)
    lock = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_BUSY:
                busy = f"{what} sedang dikerjakan program lain. Tunggu sebentar."
                raise StoreBusy(busy) from error
            raise
        yield
    finally:
        lock.close()
