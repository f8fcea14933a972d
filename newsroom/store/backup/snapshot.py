"""One state of the database, copied while others write in it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.store.backup.tally import Tally
from newsroom.store.failures import damaged
from newsroom.store.private import new_file

_PAGES = 512  # copied between two looks at whether to go on
LINEAGE = "backups"
_MOST_IDS = 1_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What a database is known by, without reading its texts."""

    schema: str
    stories: int
    state: str


def read_only(database: Path) -> sqlite3.Connection:
    """Open a database to be read. Raises sqlite3.Error."""
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def snapshot(database: Path, target: Path, tally: Tally) -> Facts:
    """Copy the database to a new file, checked, and return what is in it.

    The copy is of one moment, which is held while others go on writing. Raises
    StoreDamaged (also where the damage is in the database), Stopped, OSError and
    sqlite3.Error; the file may then be there in part.
    """
    new_file(target).close()
    with closing(read_only(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.isolation_level = copy.isolation_level = None
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment is held
        size = source.execute("PRAGMA page_size").fetchone()[0]
        left = source.execute("PRAGMA page_count").fetchone()[0]

        def step(_status: int, remaining: int, _total: int) -> None:
            nonlocal left
            left, done = remaining, left - remaining
            tally.add(done * size)

        source.backup(copy, pages=_PAGES, progress=step)
        # A file on a card that may only be read can have no log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(database)
        return facts(copy)


def facts(database: sqlite3.Connection) -> Facts:
    """Return what a database is known by. Raises sqlite3.Error."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    schema = database.execute("SELECT version_num FROM alembic_version").fetchone()
    story = database.execute(
        "SELECT count(*), total(revision), max(updated), count(discarded) FROM story"
    ).fetchone()
    lists = [
        database.execute(f"SELECT count(*), max(rowid) FROM {name}").fetchone()
        for name in ("word", "ignored", "push_step")
        if name in tables
    ]
    told = repr((schema, story, lists)).encode()
    return Facts(schema[0] if schema else "", story[0], hashlib.sha256(told).hexdigest()[:32])


def remember_backup(database: Path) -> str:
    """Give the backup that is about to be made an id, and note it in the store.

    A store that has the id of a backup has all of that backup's stories in its past. Where
    the store can't be written there is no id.
    """
    made = uuid.uuid4().hex[:16]
    with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as store:
        store.isolation_level = None
        store.execute("PRAGMA synchronous=FULL")
        store.execute("BEGIN IMMEDIATE")
        ids = [*known_backups(store), made][-_MOST_IDS:]
        store.execute(
            "INSERT OR REPLACE INTO workspace (key, value) VALUES (?, ?)",
            (LINEAGE, json.dumps(ids)),
        )
        store.execute("COMMIT")
        return made
    return ""


def known_backups(store: sqlite3.Connection) -> list[str]:
    """Return the ids of the backups that were made of a store. Raises sqlite3.Error."""
    row = store.execute("SELECT value FROM workspace WHERE key = ?", (LINEAGE,)).fetchone()
    try:
        return [str(one) for one in json.loads(row[0])] if row else []
    except (ValueError, TypeError):
        return []
