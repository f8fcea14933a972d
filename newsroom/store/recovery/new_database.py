"""The new database: a copy of the newest good backup, and over it what can be read of the other."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from newsroom.store.backup.merge import merge_stories
from newsroom.store.backup.merge_rows import merge_lists, merge_rest
from newsroom.store.backup.opened import opened
from newsroom.store.backup.shelf import Kept
from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import Database, open_database
from newsroom.store.errors import StoreDamaged, StoreError
from newsroom.store.failures import damaged
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.recovery.fates import Fates
from newsroom.store.recovery.good_states import open_backups
from newsroom.store.recovery.noted import last_saved, log_of
from newsroom.store.recovery.pages import views
from newsroom.store.recovery.salvage import Salvaged, salvage
from newsroom.store.recovery.sifting import sift
from newsroom.store.recovery.suspects import suspects
from newsroom.store.schema import StoryRow, WorkspaceRow
from newsroom.store.upgrade import make_at


@dataclass(slots=True)
class NewDatabase:
    """A database made of the damaged one in ``home``, in a ``folder`` to work in.

    ``kept`` is the backup it was begun with, if there was one. ``bad_pages`` of the damaged
    file could not be read, or not all of them; ``words`` of the user's own came out of it.
    """

    home: Path
    folder: Path
    fates: Fates = field(default_factory=Fates)
    kept: Kept | None = None
    bad_pages: int = 0
    words: int = 0
    _rows: int = 0

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / "baru" / DATABASE

    def make(self) -> None:
        """Make it, and prove it. Raises StoreError, OSError, sqlite3.Error."""
        broken = self.home / DATABASE
        self.fates.last = last_saved(broken)
        target = self._begin()
        try:
            for number, pages in enumerate(views(broken, log_of(broken))):
                place = self.folder / f"bagian-{number}"
                place.mkdir(mode=0o700)
                found = salvage(pages, place / DATABASE, self._schema)
                self.fates.traces |= found.ids
                self._rows += found.rows
                self.bad_pages = max(self.bad_pages, found.bad_pages if number == 0 else 0)
                self._bring(place / DATABASE, found, target, first=number == 0)
        finally:
            target.close()
        if not self._rows and self.kept is None and broken.exists():
            # An empty store in its place would say that there had never been anything.
            raise damaged(broken)
        self._prove()

    def _begin(self) -> Database:
        """Open a copy of the newest good backup, or an empty store."""
        for kept in open_backups(self.home):
            shutil.rmtree(self.path.parent, ignore_errors=True)
            try:
                with opened(kept.path) as backup:
                    backup.database(self.path)
                target = open_database(self.path, with_backup=False)
            except StoreError:
                continue
            self.kept = kept
            with target.read() as session:
                rows = session.execute(select(StoryRow.id, StoryRow.revision, StoryRow.headline))
                self.fates.in_backup = {row.id: (row.revision, row.headline) for row in rows}
            with closing(read_only(self.path)) as store:
                self.fates.doubtful = set(suspects(store)[0])
            return target
        shutil.rmtree(self.path.parent, ignore_errors=True)
        self.path.parent.mkdir(mode=0o700)
        return open_database(self.path, with_backup=False)

    def _schema(self, version: str) -> list[str]:
        """Return the SQL of a revision's tables. Raises StoreTooNew."""
        if version in ("", HEAD):
            return _schema_of(self.path)
        old = self.folder / f"susunan-{version}.db"
        if not old.exists():
            make_at(old, version)
        return _schema_of(old)

    def _bring(self, path: Path, found: Salvaged, target: Database, *, first: bool) -> None:
        """Bring in what was taken out of the damaged file."""
        _set_version(path, found.version)
        try:
            source = open_database(path, with_backup=False)
        except StoreError:
            return
        try:
            sift(source, found)
            merged = merge_stories(
                source, target, lambda _, one, ours: self.fates.judge(found, one, ours)
            )
            self.fates.note(merged, _revisions(source), found)
            with suppress(Exception):
                self.words += merge_lists(source, target)[0]
                merge_rest(source, target, of_past=not first)
            if first:
                _bring_workspace(source, target)
        finally:
            source.close()

    def _prove(self) -> None:
        with closing(sqlite3.connect(self.path)) as store:
            store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            good = store.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            good = good and not store.execute("PRAGMA foreign_key_check").fetchall()
        if not good:
            raise StoreDamaged(
                f"Data di {self.home} rusak dan tidak dapat dipulihkan sendiri. "
                "Tidak ada yang diubah; simpan folder itu dan minta bantuan."
            )


def _schema_of(database: Path) -> list[str]:
    """Return the SQL of the tables of a database."""
    with closing(sqlite3.connect(database)) as store:
        return [sql for (sql,) in store.execute("SELECT sql FROM sqlite_master") if sql]


def _set_version(database: Path, version: str) -> None:
    with closing(sqlite3.connect(database)) as store, store:
        store.execute("INSERT INTO alembic_version VALUES (?)", (version or HEAD,))


def _revisions(source: Database) -> dict[str, int]:
    with source.read() as session:
        rows = session.execute(select(StoryRow.id, StoryRow.revision))
        return {row.id: row.revision for row in rows}


def _bring_workspace(source: Database, target: Database) -> None:
    """Bring in where the user left off."""
    with suppress(Exception):
        with source.read() as session:
            values = [(row.key, row.value) for row in session.scalars(select(WorkspaceRow))]
        with target.write() as session:
            for key, value in values:
                session.merge(WorkspaceRow(key=key, value=value))
