"""A new database out of a damaged one and the newest good backup.

The damaged file is never written to. The new one is made beside it, whole, and then takes
its place in steps that can be done again from any point: a program that is killed between
them finds the new file, and goes on.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.backup.log_rows import vouches
from newsroom.store.backup.merge import (
    Incoming,
    Merged,
    Verdict,
    merge_lists,
    merge_rest,
    merge_stories,
    same_content,
)
from newsroom.store.backup.opened import opened
from newsroom.store.backup.shelf import Kept
from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import Database, open_database, open_own
from newsroom.store.durable import sync_folder, write_whole
from newsroom.store.errors import StoreBusy, StoreDamaged, StoreError
from newsroom.store.failures import damaged, translated
from newsroom.store.in_use import in_use, sole_use
from newsroom.store.mapping import fill_row
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.reading import story_of
from newsroom.store.recovery.check import damage
from newsroom.store.recovery.mending import REPORT, is_what_was_saved, open_backups
from newsroom.store.recovery.noted import (
    forget_damage,
    forget_saved,
    last_saved,
    log_of,
    note_closed,
)
from newsroom.store.recovery.pages import views
from newsroom.store.recovery.report import Origin, RecoveryReport, Saved, read_report
from newsroom.store.recovery.salvage import Salvaged, salvage
from newsroom.store.recovery.suspects import suspects
from newsroom.store.schema import StoryRow, WorkspaceRow
from newsroom.store.searched import searched_texts
from newsroom.store.sums import is_as_saved, sum_of
from newsroom.store.upgrade import make_at
from newsroom.store.versions.versions import sound_states
from newsroom.story.markdown_text import word_count
from newsroom.story.story import Story

_NEW = "newsroom-pulih-"
_BROKEN = "newsroom-rusak-"
_STAMP = re.compile(rf"{_NEW}(.+)\.db")
_SCRATCH = ".pemulihan-"
_ENDINGS = ("-wal", "-shm")
_SUMMED = "0008"  # the first revision in which stories have sums


def finish(home: Path) -> None:
    """Go on with a recovery that was ended between two steps, if there is one.

    Raises StoreError, StoreBusy while another program has the store open.
    """
    if not any(home.glob(f"{_NEW}*.db")):
        return
    with translated(home), sole_use(home / DATABASE, _why(home)):
        _finish(home)


def reports(home: Path) -> list[RecoveryReport]:
    """Return the reports of all recoveries there have been, the newest first."""
    found = []
    for path in sorted(home.glob(f"{REPORT}*.json"), reverse=True):
        with suppress(OSError, ValueError):
            found.append(read_report(path))
    return found


def recover(home: Path, now: datetime | None = None, told: str = "") -> RecoveryReport | None:
    """Make a new database of what can be read, and of the newest good backup.

    None if the file proves sound after all, as when another program was quicker. ``told``
    is how the damage came to light. Raises StoreError: StoreBusy while another program has
    the store open, for what is saved meanwhile would be put away with the damaged file;
    StoreDamaged where nothing at all can be saved. All is then as it was.
    """
    now = now or datetime.now(UTC)
    with translated(home), sole_use(home / DATABASE, _why(home)):
        _finish(home)
        what = damage(home / DATABASE, patience=None)
        if not what and not told:
            return None
        if not what and _reads(home / DATABASE):
            return None
        with _scratch(home) as folder:
            before = _stand(home)
            work = _Work(home, folder, now, what or told)
            work.build()
            if _stand(home) != before:
                # Somebody without the lock writes in it: an older program, or none could be made.
                raise StoreBusy(in_use(_why(home)))
            report = work.report()
            stamp = work.stamp
            write_whole(home / f"{REPORT}{stamp}.json", report.as_json().encode())
            (folder / "baru" / DATABASE).replace(home / f"{_NEW}{stamp}.db")
            sync_folder(home)
        _finish(home)
        forget_damage(home / DATABASE)
        note_closed(home / DATABASE)
        return report


def _why(home: Path) -> str:
    return f"Data di {home} rusak dan perlu dipulihkan"


def _stand(home: Path) -> list[tuple[int, int, int]]:
    """Return what changes whenever somebody writes in the database or its log."""
    found = (home / DATABASE, log_of(home / DATABASE))
    looks = (path.stat() for path in found if path.exists())
    return [(look.st_ino, look.st_size, look.st_mtime_ns) for look in looks]


def _finish(home: Path) -> None:
    """Put the new file in the place of the damaged one, which is kept under its own name.

    Its log goes first: SQLite would lay it over the new file as well.
    """
    for new in sorted(home.glob(f"{_NEW}*.db")):
        found = _STAMP.fullmatch(new.name)
        if not found:
            continue
        database, kept = home / DATABASE, home / f"{_BROKEN}{found[1]}.db"
        for ending in _ENDINGS:
            log = home / (DATABASE + ending)
            if log.exists():
                log.replace(kept.with_name(kept.name + ending))
        if database.exists() and not kept.exists():
            _keep_also_as(database, kept)
        sync_folder(home)
        forget_saved(database)  # of the file before; that it had more is in the report
        new.replace(database)
        sync_folder(home)


def _keep_also_as(path: Path, kept: Path) -> None:
    """Give a file a second name, or a copy where the file system knows no such thing."""
    try:
        kept.hardlink_to(path)
    except OSError:
        part = kept.with_name(f"{kept.name}.part")
        shutil.copy2(path, part)
        part.replace(kept)


def _reads(database: Path) -> bool:
    """Say whether every story can be read."""
    try:
        opened_ = open_own(database)
    except StoreError:
        return False
    try:
        with opened_.read() as session:
            for _ in session.scalars(select(StoryRow).execution_options(yield_per=100)):
                pass
    except Exception:
        return False
    finally:
        opened_.close()
    return True


def _schema_of(database: Path) -> list[str]:
    """Return the SQL of the tables of a database."""
    with closing(sqlite3.connect(database)) as store:
        return [sql for (sql,) in store.execute("SELECT sql FROM sqlite_master") if sql]


def _set_version(database: Path, version: str) -> None:
    with closing(sqlite3.connect(database)) as store, store:
        store.execute("INSERT INTO alembic_version VALUES (?)", (version or HEAD,))


def _contradictory(source: Database) -> set[str]:
    """Return the stories whose text is not what the store noted of it when it was saved.

    Where that is most of them the program counts otherwise by now, and it says nothing.
    """
    found: set[str] = set()
    count, last = 0, 0
    while True:
        with source.read() as session:
            after = select(StoryRow.number, StoryRow.id).where(StoryRow.number > last)
            some = session.execute(after.order_by(StoryRow.number).limit(100)).all()
        if not some:
            return found if 2 * len(found) <= count or count < 3 else set()
        for number, id in some:
            last, count = number, count + 1
            with suppress(Exception), source.read() as session:
                row = session.scalars(select(StoryRow).where(StoryRow.number == number)).one()
                texts = searched_texts(story_of(row))
                if row.words != word_count(row.body) or any(
                    getattr(row, column) != text for column, text in texts.items()
                ):
                    found.add(id)


def _by_sums(source: Database, found: Salvaged) -> None:
    """Tell the stories that are as they were saved from those that are not.

    One whose last state the version log has is put right.
    """
    with source.read() as session:
        numbers = session.execute(select(StoryRow.number, StoryRow.id)).all()
    for number, id in numbers:
        with suppress(Exception), source.write() as session:
            row = session.scalars(select(StoryRow).where(StoryRow.number == number)).one()
            if row.checksum is None and id not in found.garbled:
                continue
            if row.checksum is not None and is_as_saved(row):
                found.sound.add(id)
            elif state := _last_state(session, row):
                fill_row(row, state)
                found.sound.add(id)
            else:
                found.garbled.add(id)
                row.checksum = sum_of(row)  # the report tells of it
    found.garbled -= found.sound


def _last_state(session: Session, row: StoryRow) -> Story | None:
    states = sound_states(session, row.number)
    return next((state for state in states if is_what_was_saved(state, row)), None)


def _bring_workspace(source: Database, target: Database) -> None:
    """Bring in where the user left off."""
    with suppress(Exception):
        with source.read() as session:
            values = [(row.key, row.value) for row in session.scalars(select(WorkspaceRow))]
        with target.write() as session:
            for key, value in values:
                session.merge(WorkspaceRow(key=key, value=value))


@contextmanager
def _scratch(home: Path) -> Iterator[Path]:
    """Give a folder of the user's own on the store's disk, and clear what a killed one left."""
    for left in home.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=home))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(slots=True)
class _Work:
    """One recovery: ``build`` makes the new file, ``report`` tells of it."""

    home: Path
    folder: Path
    now: datetime
    what: str
    kept: Kept | None = None
    in_backup: dict[str, tuple[int, str]] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)
    proved: set[tuple[str, int]] = field(default_factory=set)
    saved: dict[str, Saved] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)  # in the backup: it had changed before
    last: tuple[str, int] | None = None  # what was saved last, if it is known
    traces: set[str] = field(default_factory=set)
    bad_pages: int = 0
    words: int = 0
    rows: int = 0

    @property
    def stamp(self) -> str:
        """What the files of this recovery are named by."""
        name = f"{self.now.astimezone():%Y-%m-%d_%H-%M-%S}"
        taken = {path.name for path in self.home.iterdir()}
        number = 1
        stamp = name
        while f"{_BROKEN}{stamp}.db" in taken or f"{_NEW}{stamp}.db" in taken:
            number += 1
            stamp = f"{name}_{number}"
        return stamp

    def build(self) -> None:
        """Make the new database. Raises StoreError, OSError, sqlite3.Error."""
        self.last = last_saved(self.home / DATABASE)
        target = self._begin()
        try:
            log = self.home / f"{DATABASE}-wal"
            for number, pages in enumerate(views(self.home / DATABASE, log)):
                place = self.folder / f"bagian-{number}"
                place.mkdir(mode=0o700)
                found = salvage(pages, place / DATABASE, self._schema)
                self.traces |= found.ids
                self.rows += found.rows
                self.bad_pages = max(self.bad_pages, found.bad_pages if number == 0 else 0)
                self._bring(place / DATABASE, found, target, first=number == 0)
        finally:
            target.close()
        if not self.rows and self.kept is None and (self.home / DATABASE).exists():
            # An empty store in its place would say that there had never been anything.
            raise damaged(self.home / DATABASE)
        self._prove()

    def _schema(self, version: str) -> list[str]:
        """Return the SQL of a revision's tables. Raises StoreTooNew."""
        if version in ("", HEAD):
            return _schema_of(self.folder / "baru" / DATABASE)
        old = self.folder / f"susunan-{version}.db"
        if not old.exists():
            make_at(old, version)
        return _schema_of(old)

    def _begin(self) -> Database:
        """Open a copy of the newest good backup, or an empty store."""
        path = self.folder / "baru" / DATABASE
        for kept in open_backups(self.home):
            shutil.rmtree(path.parent, ignore_errors=True)
            try:
                with opened(kept.path) as backup:
                    backup.database(path)
                target = open_database(path, with_backup=False)
            except StoreError:
                continue
            self.kept = kept
            with target.read() as session:
                rows = session.execute(select(StoryRow.id, StoryRow.revision, StoryRow.headline))
                self.in_backup = {row.id: (row.revision, row.headline) for row in rows}
            with closing(read_only(path)) as store:
                self.doubtful = set(suspects(store)[0])
            return target
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir(mode=0o700)
        return open_database(path, with_backup=False)

    def _bring(self, path: Path, found: Salvaged, target: Database, *, first: bool) -> None:
        """Bring in what was taken out of the damaged file."""
        _set_version(path, found.version)
        try:
            source = open_database(path, with_backup=False)
        except StoreError:
            return
        try:
            if not found.version or found.version >= _SUMMED:
                _by_sums(source, found)
            found.garbled |= _contradictory(source) - found.sound
            merged = merge_stories(source, target, lambda *asked: self._judge(found, *asked))
            self._note(merged, source, found)
            with suppress(Exception):
                self.words += merge_lists(source, target)[0]
                merge_rest(source, target, of_past=not first)
            if first:
                _bring_workspace(source, target)
        finally:
            source.close()

    def _judge(
        self, found: Salvaged, _session: Session, one: Incoming, ours: Story | None
    ) -> Verdict:
        """The later state wins, unless it is garbled: then it comes beside the other."""
        theirs = one.story
        key = theirs.id, theirs.revision
        is_sound = theirs.id in found.sound
        if is_sound or vouches(one.log, theirs):
            self.proved.add(key)
        if ours is None:
            return Verdict.NEW
        if same_content(ours, theirs):
            if theirs.id in self.in_backup and theirs.id not in self.saved:
                self.proved.add(key)
            return Verdict.NEWER if theirs.revision > ours.revision else Verdict.SAME
        if theirs.revision < ours.revision:
            return Verdict.OLDER
        if is_sound and theirs.id in self.doubtful:
            return Verdict.NEWER
        garbled = theirs.id in found.garbled
        if theirs.revision == ours.revision:
            was_garbled = theirs.id in self.saved and (
                self.saved[theirs.id].origin is Origin.GARBLED
            )
            return Verdict.NEWER if was_garbled and not garbled else Verdict.OLDER
        return Verdict.APART if garbled else Verdict.NEWER

    def _note(self, merged: Merged, source: Database, found: Salvaged) -> None:
        """Write down what became of each story; an earlier, better view has the word."""
        with source.read() as session:
            rows = session.execute(select(StoryRow.id, StoryRow.revision))
            revisions = {row.id: row.revision for row in rows}
        for one in merged.arrived:
            self.met[one.id] = max(self.met.get(one.id, 0), revisions.get(one.id, 0))
            garbled = one.id in found.garbled
            now = Saved(
                one.now,
                one.headline,
                self._origin(one.id, revisions.get(one.id, 0), garbled=garbled),
                revisions.get(one.id, 0),
                one.id if one.now != one.id else "",
            )
            before = self.saved.get(now.id)
            came = one.verdict in (Verdict.NEW, Verdict.NEWER, Verdict.APART)
            if came or (one.verdict is Verdict.SAME and before is None and not garbled):
                self.saved[now.id] = now

    def _origin(self, id: str, revision: int, *, garbled: bool) -> Origin:
        if (id, revision) in self.proved:
            return Origin.FILE
        return Origin.GARBLED if garbled else Origin.UNPROVED

    def _prove(self) -> None:
        path = self.folder / "baru" / DATABASE
        with closing(sqlite3.connect(path)) as store:
            store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            good = store.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            good = good and not store.execute("PRAGMA foreign_key_check").fetchall()
        if not good:
            raise StoreDamaged(
                f"Data di {self.home} rusak dan tidak dapat dipulihkan sendiri. "
                "Tidak ada yang diubah; simpan folder itu dan minta bantuan."
            )

    def _as_last_saved(self, one: Saved) -> Saved:
        """Return what became of a story, given what is known to have been saved last."""
        is_less = self.last and one.id == self.last[0] and one.revision < self.last[1]
        is_well = one.origin in (Origin.FILE, Origin.UNPROVED, Origin.BACKUP)
        return replace(one, origin=Origin.OLDER) if is_less and is_well else one

    def report(self) -> RecoveryReport:
        """Return what became of all stories."""
        apart = {one.beside for one in self.saved.values() if one.beside}
        stories = list(self.saved.values())
        for id, (revision, headline) in self.in_backup.items():
            if id not in self.saved:
                # What was met of it in the file was no newer: the backup has its last state.
                older = id in apart or not 0 < self.met.get(id, 0) <= revision
                origin = Origin.OLDER if older else Origin.BACKUP
                stories.append(Saved(id, headline, origin, revision))
        known = {one.id for one in stories}
        traces = self.traces | ({self.last[0]} if self.last else set())
        stories += [Saved(id, "", Origin.LOST, 0) for id in sorted(traces - known)]
        stories = [self._as_last_saved(one) for one in stories]
        manifest = self.kept.manifest if self.kept else None
        return RecoveryReport(
            when=self.now,
            damage=self.what,
            broken=self.home / f"{_BROKEN}{self.stamp}.db",
            backup=self.kept.path if self.kept else None,
            backup_made=manifest.made if manifest else None,
            stories=tuple(stories),
            bad_pages=self.bad_pages,
            words=self.words,
        )
