"""How the database was left when it was last closed: whether there is a reason to look at it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from newsroom.store.place import BACKUPS
from newsroom.store.private import new_file

_CLOSED = ".newsroom.closed"


def note_closed(database: Path) -> None:
    """Note how the file is left, so that the next start can see whether it is still so.

    It is not noted while another program has the file open.
    """
    with suppress(OSError):
        if log_of(database).exists():
            return
        note = database.with_name(_CLOSED)
        told = _look(database)
        if note.exists() and note.read_text(encoding="ascii") == told:
            return
        note.unlink(missing_ok=True)
        with new_file(note) as file:
            file.write(told.encode("ascii"))


def needs_look(database: Path) -> bool:
    """Say whether the file is not as it was when it was last closed in good order."""
    try:
        if not database.exists():
            return log_of(database).exists() or (database.parent / BACKUPS).exists()
        note = database.with_name(_CLOSED).read_text(encoding="ascii")
        return log_of(database).exists() or note != _look(database)
    except (OSError, UnicodeDecodeError):
        return True


def _look(database: Path) -> str:
    found = database.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def log_of(database: Path) -> Path:
    """Return where SQLite keeps the log of a database."""
    return database.with_name(f"{database.name}-wal")
