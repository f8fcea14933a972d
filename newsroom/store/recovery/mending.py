"""A story whose letters changed by themselves on the disk, put right where it stands.

If the version log or a backup has just the state that was saved last, that comes back.
Otherwise the row stays, being the newest there is, and an earlier sound state is to be found
in the version log, to compare. What stood there is kept in a file of its own either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsroom.store.backup.shelf import Kept
from newsroom.store.database import Database
from newsroom.store.durable import write_whole
from newsroom.store.failures import translated
from newsroom.store.mapping import fill_row
from newsroom.store.reading import story_of
from newsroom.store.recovery.good_states import (
    Good,
    from_backups,
    from_log,
    is_what_was_saved,
    newer,
)
from newsroom.store.recovery.raw_rows import RawRows, damaged_rows, make_readable
from newsroom.store.recovery.report import (
    Origin,
    RecoveryReport,
    Saved,
    What,
    moment_in_figures,
    report_at,
)
from newsroom.store.recovery.stamp import free_stamp
from newsroom.store.schema import StoryRow
from newsroom.store.search.index import REBUILD, statements
from newsroom.store.versions.log import add_step
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind

_TRIGGER = "story_index_update"


def mend(database: Database, id: str, now: datetime | None = None) -> RecoveryReport | None:
    """Put a story right that is not as it was saved, and tell of it; None for one that is.

    Raises StoreError; all is then as it was.
    """
    home, now = database.path.parent, now or datetime.now(UTC)
    with database.read() as session:
        found = damaged_rows(session, id)
        if found is None:
            return None
        good = from_log(session, found.number, found.revision)
    if good is None or good.story.revision != found.revision:
        good = newer(good, from_backups(home, id, found.revision))
    with translated(home):
        stamp = free_stamp(now, lambda one: (_kept_at(home, one), report_at(home, one)))
        kept, told = _kept_at(home, stamp), report_at(home, stamp)
        write_whole(kept, found.as_json().encode())
    report, is_done = None, False
    try:
        with database.write() as session:
            if damaged_rows(session, id) == found:  # it was not saved anew meanwhile
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


def _kept_at(home: Path, stamp: str) -> Path:
    """Return where it is kept what stood in a story's rows."""
    return home / f"naskah-rusak-{stamp}.json"


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
    session: Session, found: RawRows, good: Good | None, now: datetime
) -> tuple[Story, bool]:
    """Put a story's row right; return it, and whether it is just as it was saved.

    If so, the index, which saw nothing of the damage, has just its words.
    """
    changed = make_readable(session, found)
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


def _add(session: Session, row: StoryRow, state: Story, kept: Kept) -> None:
    """Put an earlier state out of a backup into the version log."""
    made = kept.manifest.made
    mark = Mark(StepKind.RESTORE, note=f"dari cadangan {moment_in_figures(made)}")
    add_step(session, row, state, mark, state.updated or made)


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
            moment = moment_in_figures(good.story.updated or now)
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
