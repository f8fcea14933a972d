"""The look at all stories beside the work, a piece of it each time: are they as they were saved?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import open_database
from newsroom.store.failures import translated
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.recovery.mending import mend
from newsroom.store.recovery.report import RecoveryReport
from newsroom.store.recovery.suspects import suspects
from newsroom.store.schema import WorkspaceRow

PATIENCE = 0.5
"""Seconds that one look may take: some thousand stories. The next one goes on from there."""

_KEY = "looked"


def look(home: Path, patience: float = PATIENCE) -> list[RecoveryReport]:
    """Look at some stories, mend those that have changed by themselves, and tell of each.

    A store of another version is not looked at. Raises StoreError.
    """
    database = home / DATABASE
    if not database.is_file():
        return []
    with translated(database), closing(read_only(database)) as store:
        if not _is_ours(store):
            return []
        begun = _begun(store)
        found, last = suspects(store, begun, patience)
    if not found and last == begun:
        return []
    opened = open_database(database)
    try:
        reports = [mend(opened, id) for id in found]
        if last != begun:
            with opened.write() as session:
                session.merge(WorkspaceRow(key=_KEY, value=last))
    finally:
        opened.close()
    return [report for report in reports if report]


def _is_ours(store: sqlite3.Connection) -> bool:
    tables = {name for (name,) in store.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" not in tables:
        return False
    version = store.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(version == (HEAD,))


def _begun(store: sqlite3.Connection) -> int:
    row = store.execute("SELECT value FROM workspace WHERE key = ?", (_KEY,)).fetchone()
    return int(row[0]) if row and str(row[0]).isdigit() else 0
