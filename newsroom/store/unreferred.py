"""Deleting the pictures that no story, no version and no review refers to any more.

Nothing is deleted on doubt. A picture must have been without use for a month of days that
count, and its file must be as old; a version that can't be read lets none go; and who adds
a picture that is there already renews its file, which the deletion sees even while it runs.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.days_used import DaysUsed
from newsroom.store.failures import translated
from newsroom.store.media import PART, pictures_in
from newsroom.store.schema import PhotoRow, VersionRow, WorkspaceRow
from newsroom.store.versions.beside import states_beside
from newsroom.store.versions.versions import Versions

DAYS = 30
"""How long a picture is kept that nothing refers to."""

_KEY = "unreferred"
_GOING = ".going-"  # what a picture's name begins with while it is being deleted


def remove_unreferred(
    folder: Path, database: Database, versions: Versions, now: datetime, days: int = DAYS
) -> list[str]:
    """Delete the pictures of a folder that have been without use for so long; return digests.

    To be called now and then while the program is used, on a worker: if there is anything
    to delete, every version is read. ``now`` is aware. Raises StoreError.
    """
    with translated(folder):
        _bring_back(folder)
        _remove_cut_off(folder, now - timedelta(days=days))
        files = {path.name[:64]: path for path in pictures_in(folder)}
    with database.read() as session:
        unused = files.keys() - _used(session)
        newest = _newest_version(session)
    if unused:
        unused -= versions.pictures() | _beside(database)
    with database.write() as session:
        if _newest_version(session) != newest:
            return []  # somebody is writing: another time
        unused -= _used(session)
        row = session.get(WorkspaceRow, _KEY)
        used = DaysUsed(row.value if row else None, now)
        over = [digest for digest in sorted(unused) if used.of(digest) >= days]
        with translated(folder):
            gone = [one for one in over if _delete(files[one], now - timedelta(days=days))]
        if unused or row:
            left = sorted(unused - set(gone))
            session.merge(WorkspaceRow(key=_KEY, value=used.as_value(left)))
        return gone


def _used(session: Session) -> set[str]:
    return set(session.scalars(select(PhotoRow.digest).distinct()))


def _beside(database: Database) -> set[str]:
    """Return the pictures of states that are in no version, as a review keeps them.

    One that is damaged needs none: what is reviewed against is a version then.
    """
    with database.read() as session:
        sound = (story for _, story in states_beside(session) if story)
        return {photo.digest for story in sound for photo in story.photos}


def _newest_version(session: Session) -> int | None:
    return session.scalar(select(func.max(VersionRow.number)))


def _delete(path: Path, before: datetime) -> bool:
    """Delete a picture's file if it is older than that, also in the eyes of who adds it now.

    Whoever adds the picture renews its file, or, once it is out of the way, puts it there anew.
    """
    aside = path.with_name(f"{_GOING}{path.name}")
    path.replace(aside)
    if datetime.fromtimestamp(aside.stat().st_mtime, UTC) > before:
        _put_back(aside)
        return False
    aside.unlink()
    return True


def _bring_back(folder: Path) -> None:
    """Put back what was being deleted when the program ended: it is looked at again."""
    for aside in _going(folder):
        _put_back(aside)


def _remove_cut_off(folder: Path, before: datetime) -> None:
    """Delete what had come of pictures when the program ended in the midst of adding them."""
    for part in folder.glob(f"*{PART}"):
        if datetime.fromtimestamp(part.stat().st_mtime, UTC) < before:
            part.unlink()


def _going(folder: Path) -> Collection[Path]:
    return [*folder.glob(f"[0-9a-f][0-9a-f]/{_GOING}*")]


def _put_back(aside: Path) -> None:
    path = aside.with_name(aside.name.removeprefix(_GOING))
    if path.exists():
        aside.unlink()  # it was added anew meanwhile
    else:
        aside.replace(path)
