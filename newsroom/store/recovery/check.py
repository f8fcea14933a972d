"""Whether the database is damaged: looked at when there is a reason to, and not for long."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from newsroom.store.backup.automatic import first_place
from newsroom.store.backup.snapshot import known_backups
from newsroom.store.database import open_own
from newsroom.store.errors import StoreError
from newsroom.store.recovery.noted import last_saved, log_of
from newsroom.store.recovery.wal import log_is_broken
from newsroom.store.schema import StoryRow

PATIENCE = 0.25
"""Seconds that the look at the start may take; what it does not come to is found later,
when it is read or backed up."""

_LONGEST_LOG = 16_000_000  # bytes: SQLite begins it anew at a fourth of it
_STEP = 2_000  # of SQLite's own steps, between two looks at the clock
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
INDEX = "story_index"


def damage(database: Path, patience: float | None = PATIENCE) -> str:
    """Return what is wrong with the file, in SQLite's words; nothing if nothing is found.

    Without ``patience`` all of it is looked at. A file that is held by others, or may not
    be read, is not thereby damaged. The log is read first: who opens the database to write
    and closes it again takes the log away, and what SQLite could not read in it.
    """
    if _has_broken_log(database):
        return "catatan perubahan terakhir rusak"
    if not database.exists() or database.stat().st_size == 0:
        log = log_of(database)
        had = (
            (log.exists() and log.stat().st_size)
            or last_saved(database)
            or first_place(database.parent).newest()
        )
        return "berkasnya hilang atau kosong" if had else ""
    until = None if patience is None else time.monotonic() + patience
    try:
        with _reading(database, "ro", until) as store:
            told = _of_tables(store)
            told = told or _of_backups(database, store) or _of_saves(database, store)
        if told or INDEX not in _tables_of(database):
            return told
        with _reading(database, "rw", until) as store:
            return _of_index(store)
    except sqlite3.DatabaseError as error:
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        told = str(error)
        return told if kind in _DAMAGED or "UTF-8" in told or "malformed" in told else ""


def reads(database: Path) -> bool:
    """Say whether every story can be read. The caller has the file to itself by ``sole_use``."""
    try:
        opened = open_own(database)
    except StoreError:
        return False
    try:
        with opened.read() as session:
            for _ in session.scalars(select(StoryRow).execution_options(yield_per=100)):
                pass
    except Exception:
        return False
    finally:
        opened.close()
    return True


@contextmanager
def _reading(database: Path, mode: str, until: float | None) -> Iterator[sqlite3.Connection]:
    uri = f"{database.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, timeout=0.1, isolation_level=None)) as store:
        if until is not None:
            limit = until
            store.set_progress_handler(lambda: int(time.monotonic() > limit), _STEP)
        yield store


def _tables_of(database: Path) -> set[str]:
    with _reading(database, "ro", None) as store:
        return _tables(store)


def _tables(store: sqlite3.Connection) -> set[str]:
    return {name for (name,) in store.execute("SELECT name FROM sqlite_master")}


def _has_broken_log(database: Path) -> bool:
    log = log_of(database)
    try:
        # Not the database itself: closing it would take SQLite's locks away.
        return log.stat().st_size <= _LONGEST_LOG and log_is_broken(log.read_bytes())
    except OSError:
        return False


def _of_tables(store: sqlite3.Connection) -> str:
    """Return the first fault; raises sqlite3.Error, also when the time is over."""
    (told,) = store.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        return str(told)
    tables = _tables(store)
    if tables and "alembic_version" not in tables:
        return "tabelnya bukan tabel Newsroom"
    for table in ("photo", "word", "ignored", "workspace", "story"):
        if table in tables:  # texts that are no UTF-8 any more
            for _ in store.execute(f"SELECT * FROM {table}"):
                pass
    return ""


def _of_backups(database: Path, store: sqlite3.Connection) -> str:
    """Return whether the store knows less than its own backup: its log has got lost."""
    newest = first_place(database.parent).newest()
    if newest is None or not newest.manifest.id or "workspace" not in _tables(store):
        return ""
    if newest.manifest.id in known_backups(store):
        return ""
    return "isinya lebih lama dari cadangannya"


def _of_saves(database: Path, store: sqlite3.Connection) -> str:
    """Return whether the store has less than was saved last: the end of its log has got lost."""
    last = last_saved(database)
    if last is None or "story" not in _tables(store):
        return ""
    id, revision = last
    row = store.execute("SELECT revision FROM story WHERE id = ?", (id,)).fetchone()
    return "" if row and row[0] >= revision else "yang terakhir disimpan tidak ada di dalamnya"


def _of_index(store: sqlite3.Connection) -> str:
    """Return whether the words found are not those of the texts: one of the two has changed."""
    try:
        store.execute(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorcode & 0xFF) in _DAMAGED:
            return "indeks pencarian tidak cocok dengan teks naskah"
        raise
    return ""
