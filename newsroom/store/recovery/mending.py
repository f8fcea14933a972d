"""A story whose letters changed by themselves on the disk, put right where it stands.

If the version log or a backup has just the state that was saved last, that comes back.
Otherwise the row stays, being the newest there is, and an earlier sound state is to be found
in the version log, to compare. What stood there is kept in a file of its own either way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.backup.automatic import first_place, read_settings
from newsroom.store.backup.making import scratch
from newsroom.store.backup.opened import opened
from newsroom.store.backup.shelf import Kept, Shelf
from newsroom.store.backup.snapshot import read_only
from newsroom.store.database import Database, open_database
from newsroom.store.durable import write_whole
from newsroom.store.errors import StoreError
from newsroom.store.failures import translated
from newsroom.store.mapping import fill_row
from newsroom.store.place import DATABASE
from newsroom.store.plain_rows import plain_row
from newsroom.store.reading import story_of
from newsroom.store.recovery.pages import Blob
from newsroom.store.recovery.report import Origin, RecoveryReport, Saved, What
from newsroom.store.recovery.salvage import Shape, shapes_of
from newsroom.store.recovery.suspects import is_sound
from newsroom.store.schema import StoryRow
from newsroom.store.search.index import REBUILD, statements
from newsroom.store.sums import is_as_saved, sum_of
from newsroom.store.versions.log import add_step
from newsroom.store.versions.versions import sound_states
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind

KEPT = "naskah-rusak-"
REPORT = "pemulihan-"

_TRIGGER = "story_index_update"
_EMPTY = {"byline": "[]", "tags": "[]", "details": "{}", "sources": "[]"}


@dataclass(frozen=True, slots=True)
class Good:
    """A state of a story that is surely as it was saved, and the backup that has it, if one."""

    story: Story
    kept: Kept | None = None


def mend(database: Database, id: str, now: datetime | None = None) -> RecoveryReport | None:
    """Put a story right that is not as it was saved, and tell of it; None for one that is.

    Raises StoreError; all is then as it was.
    """
    home, now = database.path.parent, now or datetime.now(UTC)
    with database.read() as session:
        found = _found(session, id)
        if found is None:
            return None
        good = _from_log(session, found)
    if good is None or good.story.revision != found.revision:
        good = _newer(good, _from_backups(home, id, found.revision))
    with translated(home):
        stamp = _stamp(home, now)
        kept, told = home / f"{KEPT}{stamp}.json", home / f"{REPORT}{stamp}.json"
        write_whole(kept, found.as_json().encode())
    report, is_done = None, False
    try:
        with database.write() as session:
            if _found(session, id) == found:  # it was not saved anew meanwhile
                with _without_trigger(session):
                    story, is_exact = _put_right(session, found, good, now)
                if not is_exact:
                    # The index has the words that stood there before, whatever they were.
                    session.connection().exec_driver_sql(REBUILD)
                report = _report(replace(story, id=id), good, kept, now, is_exact=is_exact)
                with translated(home):
                    write_whole(told, report.as_json().encode())
        is_done = report is not None
    finally:
        if not is_done:
            for path in (kept, told):
                path.unlink(missing_ok=True)
    return report


def open_backups(home: Path) -> Iterator[Kept]:
    """Yield the backups that open without a passphrase, the newest first."""
    second = read_settings(home).second
    shelves = [first_place(home), *([Shelf(second)] if second else [])]
    found = [kept for shelf in shelves for kept in shelf.backups() if not kept.manifest.sealed]
    yield from sorted(found, key=lambda one: (one.manifest.made, one.manifest.sequence))[::-1]


# What stands there.


@dataclass(frozen=True, slots=True)
class _Found:
    """A story's rows as they stand on the disk; bytes that are no text are in the texts still."""

    story: dict[str, Any]
    photos: list[dict[str, Any]]

    @property
    def number(self) -> int:
        return int(self.story["number"])

    @property
    def revision(self) -> int:
        revision = self.story["revision"]
        return revision if isinstance(revision, int) else 0

    def as_json(self) -> str:
        told = {"story": self.story, "photos": self.photos}
        return json.dumps(told, indent=2, default=bytes.hex) + "\n"


def _found(session: Session, id: str) -> _Found | None:
    """Return the rows of a story; None if there is none, or it is as it was saved."""
    store: Any = session.connection().connection.driver_connection
    if is_sound(store, "id = ?", id):
        return None
    with _reading_all(store):
        (story,) = _rows(store, "SELECT * FROM story WHERE id = ?", id)
        photos = "SELECT * FROM photo WHERE story_number = ? ORDER BY position"
        return _Found(story, _rows(store, photos, story["number"]))


@contextmanager
def _reading_all(store: Any) -> Iterator[None]:
    """Have SQLite's own connection read also what is no text."""
    before = store.text_factory
    store.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        store.text_factory = before


def _rows(store: sqlite3.Connection, sql: str, value: object) -> list[dict[str, Any]]:
    cursor = store.execute(sql, (value,))
    names = [name for name, *_ in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


# What was saved.


def _from_log(session: Session, found: _Found) -> Good | None:
    """Return the newest state in the version log that can be read."""
    newest: Story | None = None
    with suppress(ValueError, TypeError):
        for state in sound_states(session, found.number):
            if newest is None or newest.revision <= state.revision <= found.revision:
                newest = state
    return Good(newest) if newest else None


def _from_backups(home: Path, id: str, most: int) -> Good | None:
    """Return the state in the newest backup in which it is sound."""
    for kept in open_backups(home):
        # Copied out, and so proved, only where it is worth it.
        story = _in_backup(home, kept, id) if _is_in(kept.path / DATABASE, id) else None
        if story and story.revision <= most:
            return Good(story, kept)
    return None


def _is_in(database: Path, id: str) -> bool:
    try:
        with closing(read_only(database)) as store:
            return bool(store.execute("SELECT 1 FROM story WHERE id = ?", (id,)).fetchone())
    except sqlite3.Error:
        return False


def _in_backup(home: Path, kept: Kept, id: str) -> Story | None:
    try:
        with opened(kept.path) as backup, scratch(home) as folder:
            backup.database(folder / DATABASE)
            source = open_database(folder / DATABASE, with_backup=False)
            try:
                with source.read() as session:
                    row = session.scalar(select(StoryRow).where(StoryRow.id == id))
                    return story_of(row) if row and is_as_saved(row) else None
            finally:
                source.close()
    except (StoreError, OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _newer(one: Good | None, other: Good | None) -> Good | None:
    if one is None or other is None:
        return one or other
    return other if other.story.revision > one.story.revision else one


# Putting it right.


@contextmanager
def _without_trigger(session: Session) -> Iterator[None]:
    """Leave the search index as it is while a row is changed."""
    (made,) = [sql for sql in statements() if _TRIGGER in sql]
    connection = session.connection()
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {_TRIGGER}")
    yield
    session.flush()
    connection.exec_driver_sql(made)


def _put_right(
    session: Session, found: _Found, good: Good | None, now: datetime
) -> tuple[Story, bool]:
    """Put a story's row right; return it, and whether it is just as it was saved.

    If so, the index, which saw nothing of the damage, has just its words.
    """
    changed = _make_readable(session, found)
    of_number = select(StoryRow).where(StoryRow.number == found.number)
    row = session.scalars(of_number.execution_options(populate_existing=True)).one()
    is_exact = good is not None and is_what_was_saved(good.story, row)
    story = good.story if good and is_exact else story_of(row)
    if good and good.kept and not is_exact:
        _add(session, row, good.story, good.kept)
    if "updated" in changed:
        row.updated = (good and good.story.updated) or now
    if "created" in changed:
        row.created = (good and good.story.created) or row.updated
    fill_row(row, story)
    return story, is_exact and not changed & {"created", "discarded"}


def is_what_was_saved(state: Story, row: StoryRow) -> bool:
    """Say whether a state is just the one whose sum stands in the damaged row."""
    if state.revision != row.revision:
        return False
    probe = StoryRow()
    fill_row(probe, state)
    return row.checksum in (None, probe.checksum) or probe.checksum == sum_of(row)


def _add(session: Session, row: StoryRow, state: Story, kept: Kept) -> None:
    """Put an earlier state out of a backup into the version log."""
    made = kept.manifest.made
    mark = Mark(StepKind.RESTORE, note=f"dari cadangan {_in_words(made)}")
    add_step(session, row, state, mark, state.updated or made)


def _make_readable(session: Session, found: _Found) -> set[str]:
    """Put a value of its column where there is none, so that the rows can be read.

    Return the columns of the story's row that were changed.
    """
    store: Any = session.connection().connection.driver_connection
    shapes = shapes_of(store)
    story = _mended(shapes["story"], found.story)
    photos = [_mended(shapes["photo"], photo) for photo in found.photos]
    _write(session, "story", story, ("number",))
    for photo in photos:
        _write(session, "photo", photo, ("story_number", "position"))
    try:
        story_of(plain_row(store, "number = ?", found.number))
    except (ValueError, TypeError, KeyError, AttributeError):
        # It is JSON, and says what no story has: better without it than without the text.
        _write(session, "story", {"number": found.number, **_EMPTY}, ("number",))
        for photo in photos:
            emptied = {name: photo[name] for name in ("story_number", "position")}
            _write(session, "photo", {**emptied, "details": "{}"}, ("story_number", "position"))
    return {name for name, value in story.items() if value != found.story[name]}


def _mended(shape: Shape, values: dict[str, Any]) -> dict[str, Any]:
    clean = [
        value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if isinstance(value, str)
        else Blob(value)
        if isinstance(value, bytes)
        else value
        for value in values.values()
    ]
    return dict(zip(values, shape.mended(clean) or clean, strict=True))


def _write(session: Session, table: str, values: dict[str, Any], keys: tuple[str, ...]) -> None:
    names = [name for name in values if name not in keys]
    sql = (
        f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} "
        f"WHERE {' AND '.join(f'{name} = ?' for name in keys)}"
    )
    given = tuple(values[name] for name in (*names, *keys))
    session.connection().exec_driver_sql(sql, given)


# Telling of it.


def _report(
    story: Story, good: Good | None, kept: Path, now: datetime, *, is_exact: bool
) -> RecoveryReport:
    name = f"Naskah “{story.headline or '(tanpa judul)'}”"
    backup = good.kept if good else None
    if is_exact:
        origin = Origin.BACKUP if backup else Origin.LOG
        where = "cadangan" if backup else "riwayat versi"
        damage = f"{name} berubah sendiri di cakram dan sudah dikembalikan dari {where}."
        note = "Isinya persis seperti terakhir disimpan."
    else:
        origin = Origin.GARBLED
        damage = f"{name} berubah sendiri di cakram: ada huruf yang mungkin salah."
        note = "Baca sekali lagi; tidak ada versi atau cadangan utuh untuk membandingkannya."
        if good:
            moment = _in_words(good.story.updated or now)
            note = f"Baca sekali lagi, dan bandingkan dengan versi {moment} di riwayatnya."
    return RecoveryReport(
        when=now,
        damage=damage,
        broken=kept,
        backup=backup.path if backup else None,
        backup_made=backup.manifest.made if backup else None,
        stories=(Saved(story.id, story.headline, origin, story.revision),),
        bad_pages=0,
        words=0,
        what=What.STORY,
        note=note,
    )


def _in_words(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y %H.%M}"


def _stamp(home: Path, now: datetime) -> str:
    """Return what the files of this mending are named by, which no other is."""
    stamp = name = f"{now.astimezone():%Y-%m-%d_%H-%M-%S}"
    number = 1
    while (home / f"{KEPT}{stamp}.json").exists() or (home / f"{REPORT}{stamp}.json").exists():
        number += 1
        stamp = f"{name}_{number}"
    return stamp
