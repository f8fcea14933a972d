"""Saving a damaged store: a new database of what can be read, and of the newest good backup.

The damaged file is never written to. The new one is made beside it, whole, and then takes
its place in steps that can be done again from any point.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from newsroom.store.durable import write_whole
from newsroom.store.errors import StoreBusy
from newsroom.store.failures import translated
from newsroom.store.in_use import in_use, sole_use
from newsroom.store.place import DATABASE
from newsroom.store.recovery.check import damage, reads
from newsroom.store.recovery.new_database import NewDatabase
from newsroom.store.recovery.noted import forget_damage, log_of, note_closed
from newsroom.store.recovery.report import RecoveryReport, report_at
from newsroom.store.recovery.stamp import free_stamp
from newsroom.store.recovery.swap import broken_at, is_waiting, new_file_at, offer, put_in_place

_SCRATCH = ".pemulihan-"


def finish(home: Path) -> None:
    """Go on with a recovery that was ended between two steps, if there is one.

    Raises StoreError, StoreBusy while another program has the store open.
    """
    if not is_waiting(home):
        return
    with translated(home), sole_use(home / DATABASE, _why(home)):
        put_in_place(home)


def recover(home: Path, now: datetime | None = None, told: str = "") -> RecoveryReport | None:
    """Make a new database of what can be read, and of the newest good backup.

    None if the file proves sound after all, as when another program was quicker. ``told``
    is how the damage came to light. Raises StoreError: StoreBusy while another program has
    the store open, for what is saved meanwhile would be put away with the damaged file;
    StoreDamaged where nothing at all can be saved. All is then as it was.
    """
    now = now or datetime.now(UTC)
    with translated(home), sole_use(home / DATABASE, _why(home)):
        put_in_place(home)
        what = damage(home / DATABASE, patience=None)
        if not what and not told:
            return None
        if not what and reads(home / DATABASE):
            return None
        with _scratch(home) as folder:
            before = _stand(home)
            new = NewDatabase(home, folder)
            new.make()
            if _stand(home) != before:
                # Somebody without the lock writes in it: an older program, or none could be made.
                raise StoreBusy(in_use(_why(home)))
            stamp = free_stamp(now, lambda one: (broken_at(home, one), new_file_at(home, one)))
            report = _report(new, now, what or told, broken_at(home, stamp))
            write_whole(report_at(home, stamp), report.as_json().encode())
            offer(new.path, home, stamp)
        put_in_place(home)
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


def _report(new: NewDatabase, now: datetime, what: str, broken: Path) -> RecoveryReport:
    return RecoveryReport(
        when=now,
        damage=what,
        broken=broken,
        backup=new.kept.path if new.kept else None,
        backup_made=new.kept.manifest.made if new.kept else None,
        stories=new.fates.told(),
        bad_pages=new.bad_pages,
        words=new.words,
    )
