"""Turning the failures of SQLite and of the disk into the store's own errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.store.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreUnwritable,
)

# https://www.sqlite.org/rescode.html; the low byte of an extended code is its kind.
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
}
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a StoreError about ``path`` for each failure of the database or the disk inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_database(error, path) from error
    except OSError as error:
        raise _of_disk(error, path) from error
    except UnicodeEncodeError as error:
        # Half of a surrogate pair, as some programs put on the clipboard.
        around = error.object[max(0, error.start - 20) : error.start]
        raise StoreError(
            f"Ada huruf rusak yang tidak dapat disimpan, setelah “{around}”. Hapus huruf itu."
        ) from error


def _of_database(error: sqlite3.Error, path: Path) -> StoreError:
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind in _BUSY:
        return StoreBusy(
            "Data Newsroom sedang dipakai program lain. "
            "Tutup jendela Newsroom yang lain atau tunggu sebentar, lalu coba lagi."
        )
    if kind == sqlite3.SQLITE_FULL:
        return _full(path)
    if kind in _UNWRITABLE:
        return _unwritable(path)
    if kind in _DAMAGED:
        return damaged(path)
    return StoreError(f"Data di {path} tidak dapat dibaca atau disimpan: {error}.")


def _of_disk(error: OSError, path: Path) -> StoreError:
    if error.errno in _NO_ROOM:
        return _full(path)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return StoreUnwritable(
            f"Folder {path} tidak dapat dibuat karena di tempat itu sudah ada sebuah berkas. "
            "Pindahkan berkas itu, atau pilih folder lain lewat NEWSROOM_HOME."
        )
    return _unwritable(path)


def _full(path: Path) -> StoreFull:
    return StoreFull(
        f"Ruang cakram habis; {path} tidak dapat ditulisi. "
        "Kosongkan sebagian cakram, lalu coba lagi."
    )


def _unwritable(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"{path} tidak dapat dibuka atau ditulisi. "
        "Periksa izin folder dan sisa ruang cakramnya, "
        "atau pilih folder lain lewat NEWSROOM_HOME."
    )


def moved(path: Path) -> StoreUnwritable:
    """Return the error for a store whose file is no longer where it was opened."""
    return StoreUnwritable(
        f"Berkas {path} tidak ada lagi di tempatnya: dipindah, dihapus, atau cakramnya dilepas. "
        "Kembalikan ke tempat itu, atau simpan salinan naskah ini lalu buka lagi Newsroom."
    )


def damaged(path: Path) -> StoreDamaged:
    """Return the error for a file that is no store, or no longer one."""
    return StoreDamaged(
        f"Berkas {path} rusak atau bukan data Newsroom. "
        "Pindahkan berkas itu ke tempat lain (jangan dihapus), lalu buka lagi Newsroom."
    )
