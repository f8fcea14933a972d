"""Backups that are made by themselves while one works."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newsroom.store.backup.errors import PlaceMissing, PlaceTaken
from newsroom.store.backup.making import Made, Order
from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.rotation import Rhythm
from newsroom.store.backup.sealing import Seal, make_seal
from newsroom.store.backup.shelf import Kept, Shelf
from newsroom.store.backup.snapshot import facts, read_only
from newsroom.store.backup.tally import Progress
from newsroom.store.durable import write_whole
from newsroom.store.errors import StoreDamaged, StoreError
from newsroom.store.failures import OF_BACKUP, translated
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.recovery.noted import note_damage

SETTINGS_FILE = "backup.json"
EVERY = timedelta(hours=1)

_MARK = "CADANGAN-NEWSROOM.txt"
_MARK_TEXT = (
    "Folder ini dipakai Newsroom untuk menyimpan cadangan.\n"
    "Jangan hapus berkas ini: dari sini Newsroom tahu bahwa cakramnya terpasang.\n"
)


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """What the user has chosen. They lie beside the database, to be read when it can't be.

    ``second`` is another place that gets the same backups, closed with ``seal`` if there
    is one. The first place lies beside the store itself, which is open as well.
    """

    second: Path | None = None
    seal: Seal | None = None
    rhythm: Rhythm = field(default_factory=Rhythm)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an automatic backup went: what was made, and in words what was not."""

    first: Made | None = None
    trouble: str = ""
    second: Made | None = None
    second_trouble: str = ""
    is_second_away: bool = False  # which is why: a stick that is not plugged in


def first_place(home: Path) -> Shelf:
    """Return the place that every store has."""
    return Shelf(home / BACKUPS)


def read_settings(home: Path) -> BackupSettings:
    """Return what the user has chosen; what can't be read is as if it had not been."""
    try:
        told: Any = json.loads((home / SETTINGS_FILE).read_text(encoding="utf-8"))
        seal = told.get("seal")
        return BackupSettings(
            second=Path(told["second"]) if told.get("second") else None,
            seal=Seal(seal["public"], base64.b64decode(seal["key"])) if seal else None,
            rhythm=Rhythm(**told.get("rhythm", {})),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return BackupSettings()


def write_settings(home: Path, settings: BackupSettings) -> None:
    """Keep what the user has chosen. Raises StoreError."""
    rhythm, seal = settings.rhythm, settings.seal
    told = {
        "second": str(settings.second or ""),
        "seal": seal and {"public": seal.public, "key": base64.b64encode(seal.key).decode("ascii")},
        "rhythm": {
            "hours": rhythm.hours,
            "days": rhythm.days,
            "weeks": rhythm.weeks,
            "most_bytes": rhythm.most_bytes,
        },
    }
    with translated(home):
        write_whole(home / SETTINGS_FILE, (json.dumps(told, indent=2) + "\n").encode())


def choose_second(home: Path, folder: Path | None, passphrase: str | None = None) -> BackupSettings:
    """Have the backups kept in another folder too, which must be there; None ends it.

    With a passphrase they are closed with it from now on; None leaves what there is.
    Raises StoreError.
    """
    settings = replace(read_settings(home), second=folder)
    if folder is not None:
        if folder.resolve().is_relative_to(home.resolve()):
            raise PlaceTaken(
                f"Folder {folder} bagian dari data Newsroom sendiri. "
                "Pilih folder lain, sebaiknya di cakram lain."
            )
        if not folder.is_dir():
            raise PlaceMissing(f"Folder {folder} tidak ada. Pasang cakramnya, lalu coba lagi.")
        with translated(folder, OF_BACKUP):
            (folder / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
    if passphrase is not None:
        settings = replace(settings, seal=make_seal(passphrase) if passphrase else None)
    write_settings(home, settings)
    return settings


def limit_size(home: Path, most_bytes: int) -> BackupSettings:
    """Have all backups of a place fill no more than so much. Raises StoreError."""
    settings = read_settings(home)
    settings = replace(settings, rhythm=replace(settings.rhythm, most_bytes=most_bytes))
    write_settings(home, settings)
    return settings


def is_there(second: Path) -> bool:
    """Say whether a second place is to be reached now, and not only its folder's name."""
    return (second / _MARK).is_file()


def due(now: datetime, backups: Sequence[Kept]) -> bool:
    """Say whether it is time for another backup; a clock that jumped back makes it time."""
    automatic = (one for one in backups if one.manifest.kind is Kind.AUTOMATIC)
    last = next(automatic, None)
    return last is None or not timedelta() <= now - last.manifest.made < EVERY


def back_up_if_due(
    home: Path, now: datetime | None = None, progress: Progress | None = None
) -> Outcome:
    """Make the backups for which it is time, where anything has changed since the last.

    Some of the stories are looked at before: what is to be backed up should be as it was
    saved. What goes wrong in one place is told in the outcome and does not hold up the other.
    Raises Stopped alone.
    """
    now = now or datetime.now(UTC)
    settings = read_settings(home)
    changed = _looked(home)
    first, trouble = _one(home, first_place(home), now, None, settings.rhythm, progress)
    second, second_trouble, is_away = None, "", False
    if settings.second is not None:
        if is_there(settings.second):
            place = Shelf(settings.second)
            second, second_trouble = _one(
                home, place, now, settings.seal, settings.rhythm, progress
            )
        else:
            is_away = True
            second_trouble = (
                f"Tempat cadangan kedua, {settings.second}, tidak ada. "
                "Pasang cakramnya; cadangan di komputer ini tetap dibuat."
            )
    trouble = " ".join(filter(None, (*changed, trouble)))
    return Outcome(first, trouble, second, second_trouble, is_away)


def _looked(home: Path) -> list[str]:
    """Look at some of the stories; return what is told of those that had changed by themselves."""
    from newsroom.store.recovery.looking import look

    try:
        return [report.short for report in look(home)]
    except StoreDamaged:
        note_damage(home / DATABASE)
    except StoreError:
        pass  # whoever saves is told, and so is whoever backs up
    return []


def _one(
    home: Path,
    shelf: Shelf,
    now: datetime,
    seal: Seal | None,
    rhythm: Rhythm,
    progress: Progress | None,
) -> tuple[Made | None, str]:
    try:
        backups = shelf.backups()
        if not due(now, backups) or not _changed(home, backups):
            return None, ""
        return shelf.add(Order(home, Kind.AUTOMATIC, now, seal=seal), rhythm, progress), ""
    except StoreError as error:
        if isinstance(error, StoreDamaged):
            note_damage(home / DATABASE)
        return None, str(error)


def _changed(home: Path, backups: Sequence[Kept]) -> bool:
    """Say whether the store has anything that the last backup with pictures has not."""
    if not (home / DATABASE).is_file():
        return False
    last = next((one.manifest for one in backups if one.manifest.media is not None), None)
    if last is None:
        return True
    with translated(home), closing(read_only(home / DATABASE)) as store:
        try:
            return facts(store).state != last.state
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_ERROR:
                return False  # a file without the tables of a store holds nothing to keep
            raise
