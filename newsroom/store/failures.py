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
    StoreTooNew,
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


OF_HOME = "pilih folder lain lewat NEWSROOM_HOME"
OF_BACKUP = "pilih tempat lain untuk cadangannya"
OF_RESTORED = "pilih folder lain untuk hasil pemulihannya"
"""What else can be done where a place can't be written to."""


@contextmanager
def translated(path: Path, other: str = OF_HOME) -> Iterator[None]:
    """Raise a StoreError about ``path`` for each failure of the database or the disk inside.

    ``other`` is what else can be done, if anything, where the place can't be written to.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of_database(error, path, other) from error
    except OSError as error:
        raise _of_disk(error, path, other) from error
    except UnicodeEncodeError as error:
        # Half of a surrogate pair, as some programs put on the clipboard.
        around = error.object[max(0, error.start - 20) : error.start]
        raise StoreError(
            f"Ada huruf rusak yang tidak dapat disimpan, setelah “{around}”. Hapus huruf itu."
        ) from error


def is_damage(error: BaseException) -> bool:
    """Say whether a failure shows that what is read is not what was written."""
    if isinstance(error, sqlite3.Error):
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return kind in _DAMAGED or "decode to UTF-8" in str(error)
    if (within := getattr(error, "orig", None)) is not None:  # as SQLAlchemy raises them
        return is_damage(within)
    # A value is none that its column ever has; letters that can't be saved are no damage.
    kinds = (ValueError, TypeError, KeyError, AttributeError, OverflowError)
    return isinstance(error, kinds) and not isinstance(error, UnicodeEncodeError)


def _of_database(error: sqlite3.Error, path: Path, other: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0)
    kind = code & 0xFF
    if kind in _BUSY:
        return StoreBusy(
            "Data Newsroom sedang dipakai program lain. "
            "Tutup jendela Newsroom yang lain atau tunggu sebentar, lalu coba lagi."
        )
    if kind == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return _full(path, other)
    if kind in _UNWRITABLE:
        return _unwritable(path, other)
    if is_damage(error):
        return damaged(path)
    return StoreError(f"Data di {path} tidak dapat dibaca atau disimpan: {error}.")


def _of_disk(error: OSError, path: Path, other: str) -> StoreError:
    if error.errno in _NO_ROOM:
        return _full(path, other)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return StoreUnwritable(
            f"Folder {path} tidak dapat dibuat karena di tempat itu sudah ada sebuah berkas. "
            f"Pindahkan berkas itu{_or(other)}."
        )
    return _unwritable(path, other)


def _full(path: Path, other: str) -> StoreFull:
    # Another data folder would begin empty: that is no way out of a full disk.
    other = "" if other == OF_HOME else other
    return StoreFull(
        f"Ruang cakram habis; {path} tidak dapat ditulisi. "
        f"Kosongkan sebagian cakram, lalu coba lagi{_or(other)}."
    )


def _unwritable(path: Path, other: str) -> StoreUnwritable:
    return StoreUnwritable(
        f"{path} tidak dapat dibuka atau ditulisi. "
        f"Periksa izin folder dan sisa ruang cakramnya{_or(other)}."
    )


def _or(other: str) -> str:
    return f", atau {other}" if other else ""


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
        "Tutup lalu buka lagi Newsroom: yang masih terbaca akan dipulihkan. Kalau tetap begini, "
        "pindahkan berkas itu ke tempat lain (jangan dihapus)."
    )


def too_new(path: Path) -> StoreTooNew:
    """Return the error for a store whose tables this program does not know."""
    return StoreTooNew(
        f"Data di {path} dibuat oleh Newsroom yang lebih baru dan tidak diubah. "
        "Perbarui Newsroom untuk membukanya."
    )
