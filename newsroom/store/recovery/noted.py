"""What is noted beside the database: how it was closed, what was saved last, damage met in it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from newsroom.store.place import BACKUPS
from newsroom.store.private import new_file

_CLOSED = ".newsroom.closed"
_SAVED = ".newsroom.saved"
_MET = "rusak"
_LAST = re.compile(r"([0-9a-f]{32}) (\d{12})\n")


def note_closed(database: Path) -> None:
    """Note how the file is left, so that the next start can see whether it is still so.

    It is not noted while another program has the file open, nor where damage has been met.
    """
    with suppress(OSError):
        if log_of(database).exists():
            return
        if not was_met(database):
            _note(database, _look(database))
        forget_saved(database)


def note_damage(database: Path) -> None:
    """Note that damage was met, so that the next start looks at all of the file."""
    with suppress(OSError):
        _note(database, _MET)


def was_met(database: Path) -> bool:
    """Say whether damage was met since the file was last looked at."""
    with suppress(OSError, UnicodeDecodeError):
        return database.with_name(_CLOSED).read_text(encoding="ascii") == _MET
    return False


def forget_damage(database: Path) -> None:
    """Forget that damage was met: all of the file has been looked at since."""
    if was_met(database):
        with suppress(OSError):
            database.with_name(_CLOSED).unlink()


def needs_look(database: Path) -> bool:
    """Say whether the file is not as it was when it was last closed in good order."""
    try:
        if _has_log(database) or last_saved(database):
            return True
        if not database.exists():
            return (database.parent / BACKUPS).exists()
        return database.with_name(_CLOSED).read_text(encoding="ascii") != _look(database)
    except (OSError, UnicodeDecodeError):
        return True


def note_saved(database: Path, id: str, revision: int) -> None:
    """Note what was saved last, once it is safe: what the file has later is never less.

    The note is not made to outlive a power cut, which would take as long again as the
    saving; it merely proves a loss where it is there.
    """
    with suppress(OSError):
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
        file = os.open(database.with_name(_SAVED), flags, 0o600)
        try:
            os.write(file, f"{id} {revision:012d}\n".encode("ascii"))
        finally:
            os.close(file)


def last_saved(database: Path) -> tuple[str, int] | None:
    """Return the id and the revision of what was saved last, if the file was not closed since."""
    with suppress(OSError, UnicodeDecodeError):
        noted = database.with_name(_SAVED).read_text(encoding="ascii")
        if found := _LAST.fullmatch(noted):
            return found[1], int(found[2])
    return None


def forget_saved(database: Path) -> None:
    """Forget what was saved last: it is about to be deleted, or lies safe in the file itself."""
    with suppress(OSError):
        database.with_name(_SAVED).unlink(missing_ok=True)


def _note(database: Path, told: str) -> None:
    note = database.with_name(_CLOSED)
    if note.exists() and note.read_text(encoding="ascii") == told:
        return
    note.unlink(missing_ok=True)
    with new_file(note) as file:
        file.write(told.encode("ascii"))


def _look(database: Path) -> str:
    found = database.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _has_log(database: Path) -> bool:
    """Say whether anything is in the log; who merely reads leaves an empty one."""
    log = log_of(database)
    return log.exists() and log.stat().st_size > 0


def log_of(database: Path) -> Path:
    """Return where SQLite keeps the log of a database."""
    return database.with_name(f"{database.name}-wal")
