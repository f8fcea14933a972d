"""Who has a database open, and who puts another in its place or changes its tables: never both.

What is written meanwhile would go into a file that is put away, or into tables that have become
others. So each program that has it open shares a lock, which recovering and upgrading take alone.

It is a lock of SQLite's: it ends with the program however that ends, and holds wherever the
database itself can be used, on network drives too. Where none can be made, in a folder that may
only be read, nobody can replace the file either.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsroom.store.lock import alone, taken

_TURN = ".pemulihan.db"
_LONG = 60.0  # seconds, for another program that recovers or upgrades
_SHORT = 2.0  # seconds: a command is soon done, and a window is not


def share(database: Path) -> Callable[[], None]:
    """Keep a database as the file it is until what is returned is called, on any thread.

    Raises StoreBusy while another program has it to itself.
    """
    busy = "Data Newsroom sedang dipulihkan atau diperbarui. Tunggu sebentar, lalu coba lagi."
    try:
        return taken(_lock_of(database), busy, _LONG, shared=True).close
    except (OSError, sqlite3.Error):
        return _nothing


@contextmanager
def sole_use(database: Path, why: str) -> Iterator[None]:
    """Have a database to oneself: nobody has it open, and nobody opens it meanwhile.

    Raises StoreBusy, which begins with ``why`` it may not be open, and sqlite3.Error and
    OSError.
    """
    with (
        alone(database.with_name(_TURN), "Pemulihan atau pembaruan data", _LONG),
        closing(taken(_lock_of(database), in_use(why), _SHORT)),
    ):
        yield


def in_use(why: str) -> str:
    """Return the words for a database that others have open."""
    return (
        f"{why}, tetapi masih dipakai jendela atau perintah Newsroom yang lain. "
        "Tutup jendela Newsroom itu lebih dulu, lalu coba lagi."
    )


def _lock_of(database: Path) -> Path:
    return database.with_name(f".{database.name}.terbuka")


def _nothing() -> None:
    """Let go of a lock that could not be had."""
