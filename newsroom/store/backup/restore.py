"""Bringing a backup back: to a new place, or into the store there is."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from newsroom.store.backup.alike import comparing
from newsroom.store.backup.automatic import first_place, read_settings
from newsroom.store.backup.errors import BackupDamaged, PlaceTaken
from newsroom.store.backup.making import Order, scratch
from newsroom.store.backup.manifest import Kind, Manifest, picture_digest
from newsroom.store.backup.merge import (
    Incoming,
    Judge,
    Merged,
    Verdict,
    merge_stories,
    same_content,
)
from newsroom.store.backup.merge_rows import merge_lists, merge_rest
from newsroom.store.backup.opened import Backup, opened
from newsroom.store.backup.past import was_before
from newsroom.store.backup.snapshot import known_backups, read_only
from newsroom.store.backup.tally import Progress, Tally
from newsroom.store.database import Database, open_database
from newsroom.store.durable import sync_folder
from newsroom.store.failures import OF_RESTORED, translated
from newsroom.store.in_use import sole_use
from newsroom.store.media import Media
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.private import keep_all_private, private_folder
from newsroom.story.story import Story


@dataclass(frozen=True, slots=True)
class Restored:
    """What a backup brought. ``before`` is the backup of the store as it was, if there was one.

    ``missing`` are pictures that the backup names and has not, or not whole.
    """

    home: Path
    stories: Merged
    pictures: int
    missing: tuple[str, ...]
    words: int = 0
    marks: int = 0
    settings: tuple[str, ...] = ()
    before: Path | None = None


def restore_to(
    path: Path, to: Path, passphrase: str = "", progress: Progress | None = None
) -> Restored:
    """Make a store of a backup in a new place, byte for byte as it was backed up.

    The database comes last: a restore that is stopped has made no store, and can be done
    again. Who opens the place meanwhile waits, and begins no store of their own there. Raises
    StoreError, Stopped.
    """
    _require_free(to)
    with ExitStack() as held:
        backup = held.enter_context(opened(path, passphrase))
        held.enter_context(translated(to, OF_RESTORED))
        private_folder(to)
        keep_all_private(to, DATABASE)
        held.enter_context(sole_use(to / DATABASE, f"Cadangan hendak dipulihkan ke {to}"))
        _require_free(to)
        tally = Tally(progress, backup.manifest.database.size + _work(backup))
        pictures, missing = _pictures(backup, to, tally)
        settings = _settings(backup, to)
        backup.database(to / DATABASE, tally)
        sync_folder(to)
        return Restored(to, Merged(), pictures, missing, settings=settings)


def _require_free(to: Path) -> None:
    if (to / DATABASE).exists():
        raise PlaceTaken(f"Di {to} sudah ada data Newsroom. Pilih folder lain.")


def restore_into(
    home: Path,
    path: Path,
    passphrase: str = "",
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Restored:
    """Bring into the store what a backup has and the store has not.

    A story that is unknown comes in as it was. One that both have stays if the store's
    came out of the backup's, is replaced if it is the other way round, and where neither
    can be shown, both stay, as two stories. Nothing else is touched; a backup of the
    store as it is comes first. Stopped half way, it can be done again. Raises StoreError,
    Stopped.
    """
    with translated(home):
        private_folder(home)
    with opened(path, passphrase) as backup, translated(home), scratch(home) as folder:
        size, ours = backup.manifest.database.size, _work_before(home)
        tally = Tally(progress, size + ours + _work(backup) + work_with_stories(backup.manifest))
        backup.database(folder / DATABASE, tally)
        with tally.part(ours) as told:
            before = _back_up(home, now or datetime.now(UTC), told)
        source = open_database(folder / DATABASE)
        try:
            target = open_database(home / DATABASE)
            try:
                pictures, missing = _pictures(backup, home, tally)
                stories = _merge(backup, source, target, home, tally)
                words, marks = merge_lists(source, target)
                merge_rest(source, target)
            finally:
                target.close()
        finally:
            source.close()
        settings = _settings(backup, home)
        return Restored(home, stories, pictures, missing, words, marks, settings, before)


def _back_up(home: Path, now: datetime, progress: Progress) -> Path | None:
    if not (home / DATABASE).is_file():
        return None
    order = Order(home, Kind.RESTORE, now)
    return first_place(home).add(order, read_settings(home).rhythm, progress).path


def _merge(backup: Backup, source: Database, target: Database, home: Path, tally: Tally) -> Merged:
    judge, one = judge_of(backup, source, home), work_with_stories(backup.manifest, 1)
    with comparing(source, target) as alike:
        return merge_stories(source, target, judge, lambda count: tally.add(count * one), alike)


def judge_of(backup: Backup, source: Database, home: Path) -> Judge:
    """Return what says what becomes of each story of a backup that is merged into a store."""
    with closing(read_only(home / DATABASE)) as store:
        id = backup.manifest.id
        is_of_this_store = bool(id) and id in known_backups(store)

    def judge(session: Session, one: Incoming, ours: Story | None) -> Verdict:
        theirs = one.story
        if ours is None:
            return Verdict.NEW
        if same_content(ours, theirs):
            return Verdict.SAME
        if is_of_this_store and theirs.revision <= ours.revision:
            return Verdict.OLDER
        if was_before(session, theirs, ours):
            return Verdict.OLDER
        with source.read() as theirs_session:
            if theirs.revision > ours.revision and was_before(theirs_session, ours, theirs):
                return Verdict.NEWER
        return Verdict.APART

    return judge


def work_with_stories(manifest: Manifest, count: int | None = None) -> int:
    """Return what so many stories count, or all: together as much as the database that is read."""
    stories = max(manifest.stories, 1)
    return max(manifest.database.size // stories, 1) * (stories if count is None else count)


def _work(backup: Backup) -> int:
    """Return how much there is to copy besides the database, as well as it is known."""
    return len(backup.manifest.media or ()) * 1_000_000


def _work_before(home: Path) -> int:
    """Return how much there is to back up before merging: the database is copied twice."""
    database = home / DATABASE
    return 2 * database.stat().st_size if database.is_file() else 0


def _pictures(backup: Backup, home: Path, tally: Tally) -> tuple[int, tuple[str, ...]]:
    """Copy the pictures that are not there; return how many, and those that can't be had."""
    media, missing, count = Media(home / MEDIA), [], 0
    for name in backup.manifest.media or ():
        # One that is there was perhaps about to be deleted, as nothing had referred to it.
        if not media.renew(picture_digest(name)):
            try:
                backup.picture(name, home / MEDIA / name)
                count += 1
            except BackupDamaged:
                missing.append(name)
        tally.add(1_000_000)
    if count:
        private_folder(home / MEDIA)
        for folder in (home / MEDIA).iterdir():
            if folder.is_dir():
                sync_folder(folder)
    return count, tuple(missing)


def _settings(backup: Backup, home: Path) -> tuple[str, ...]:
    """Copy the settings that are not there; what a newsroom has set is left as it is."""
    new = [name for name in backup.manifest.settings if not (home / name).exists()]
    for name in new:
        backup.setting(name, home / name)
    return tuple(new)
