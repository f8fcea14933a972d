"""Opening the database file, and working in it one transaction at a time."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from newsroom.store.errors import StoreDamaged, StoreError
from newsroom.store.failures import damaged, moved, too_new, translated
from newsroom.store.in_use import share, sole_use
from newsroom.store.place import HEAD
from newsroom.store.private import begin_private
from newsroom.store.recovery.noted import note_damage

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_WRITES = "writes"

_guard = threading.Lock()
_open: WeakSet[Database] = WeakSet()


class Database:
    """An open database whose tables are those of ``schema``.

    ``release`` lets others replace the file, once this one is closed.
    """

    def __init__(self, path: Path, engine: Engine, release: Callable[[], None]) -> None:
        self.path = path
        self._file = _file_at(path)
        self._engine = engine
        self._release = release
        self._writing_engine = _writing(engine)
        with _guard:
            _open.add(self)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one state of the store; raises StoreError."""
        with self._noted(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session that alone may write: all of its work is kept, or none.

        Raises StoreError.
        """
        with self._noted(), Session(self._writing_engine) as session:
            with session.begin():
                self._require_in_place()
                yield session
            # What was moved or copied meanwhile may not have had this in it.
            self._require_in_place()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        self._release()
        with _guard:
            _open.discard(self)

    def _require_in_place(self) -> None:
        """Raise StoreUnwritable if someone has moved the file, or put another in its place.

        Where a file in use can be moved, SQLite goes on writing to it: told as saved, and
        not there at the next start.
        """
        if _file_at(self.path) != self._file:
            raise moved(self.path)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Raise StoreErrors, and note damage for the next start, which looks at all then."""
        try:
            with _translated(self.path):
                yield
        except StoreDamaged:
            note_damage(self.path)
            raise


def is_open_here(path: Path) -> bool:
    """Say whether this program has a database open; whoever would replace it must not."""
    with _guard:
        return any(one.path == path for one in _open)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Return which file lies at a path, whatever has been moved there since, or None."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_database(path: Path, *, with_backup: bool = True) -> Database:
    """Open a database, making it or bringing its tables up to date where needed.

    Before older tables are changed a backup is made; without one they are not changed, nor
    while another program has the database open. Raises StoreError; StoreTooNew leaves the
    file as it is.
    """
    if opened := _opened(path, share(path)):
        return opened
    why = f"Data di {path.parent} perlu diperbarui untuk Newsroom ini"
    with _translated(path), sole_use(path, why):
        _upgrade(path, with_backup=with_backup)
    return _require(_opened(path, share(path)), path)


def open_own(path: Path) -> Database:
    """Open a database that the caller has to itself by ``sole_use``. Raises StoreError."""
    with _translated(path):
        _upgrade(path, with_backup=True)
    return _require(_opened(path, _nothing), path)


def _opened(path: Path, release: Callable[[], None]) -> Database | None:
    """Open a database whose tables are up to date; let go of any other, and return None."""
    with ExitStack() as undo:
        undo.callback(release)
        engine = _engine(path)
        undo.callback(engine.dispose)
        with _translated(path):
            begin_private(path)
            version = _version_in(engine, path)
            if version is not None and version > HEAD:
                raise too_new(path)
            if version != HEAD:
                return None
            _write_ahead(engine)
        undo.pop_all()
        return Database(path, engine, release)


def _require(opened: Database | None, path: Path) -> Database:
    if opened is None:
        raise StoreError(f"Data di {path} tidak dapat diperbarui untuk Newsroom ini.")
    return opened


def _upgrade(path: Path, *, with_backup: bool) -> None:
    """Bring the tables up to date, unless another program has done so meanwhile."""
    # Alembic takes longer to load than all the rest takes to open.
    from newsroom.store.upgrade import upgrade

    engine = _engine(path)
    try:
        if (version := _version_in(engine, path)) != HEAD:
            upgrade(_writing(engine), version, path, with_backup=with_backup)
    finally:
        engine.dispose()


def _nothing() -> None:
    """Let go of a lock that another holds."""


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Raise a StoreError for SQLAlchemy's failures too, which hold those of SQLite."""
    with translated(path):
        try:
            yield
        except DBAPIError as error:
            if error.orig is None:
                raise
            raise error.orig from error


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE}
    )

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        # Python's sqlite3 would begin transactions late and commit around DDL by
        # itself; without it they begin where SQLAlchemy says, below.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and then writes fails at once, not after
        # waiting, if another one wrote in between: take the right to write first.
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _writing(engine: Engine) -> Engine:
    """Return the same engine, beginning each transaction as one that writes."""
    return engine.execution_options(**{_WRITES: True})


def _version_in(engine: Engine, path: Path) -> str | None:
    """Return the revision of the tables; None for a file that has none yet."""
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = set(tables.scalars())
        if not names:
            return None
        if "alembic_version" not in names:
            raise damaged(path)
        version: str | None = connection.exec_driver_sql(
            "SELECT version_num FROM alembic_version"
        ).scalar()
        return version


def _write_ahead(engine: Engine) -> None:
    """Set the log that lets others read while one writes; the file remembers it.

    Where it can't be set the store is as safe, but readers wait for the writer.
    """
    connection = engine.raw_connection()  # the pragma does nothing inside a transaction
    deadline = time.monotonic() + PATIENCE
    try:
        while not _set_write_ahead(connection.cursor()) and time.monotonic() < deadline:
            time.sleep(0.02)
    finally:
        connection.close()


def _set_write_ahead(cursor: DBAPICursor) -> bool:
    """Set the log unless another program is just then opening the new file too.

    SQLite itself does not wait here, because both hold what the other needs.
    """
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
