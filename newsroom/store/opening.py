"""Opening the store so that it is sound: what is damaged is found, and made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.store.database import is_open_here
from newsroom.store.errors import StoreBusy, StoreDamaged
from newsroom.store.place import DATABASE
from newsroom.store.recovery.noted import forget_damage, log_of, needs_look, note_damage, was_met
from newsroom.store.recovery.swap import is_waiting
from newsroom.store.remembered import remember, require_known
from newsroom.store.store import Store

if TYPE_CHECKING:
    from newsroom.store.recovery.report import RecoveryReport

_hopeless: dict[Path, tuple[object, StoreDamaged]] = {}
"""Damaged files of which nothing could be saved, as they were then, with what was told."""


def open_sound(home: Path, told: Callable[[RecoveryReport], None] | None = None) -> Store:
    """Open the store; a damaged one is made anew first, and ``told`` of what was saved.

    The file is looked through only if it is not as it was last closed, and then for a
    quarter of a second at most: a start is not to wait for a large archive. Only where
    damage was met in it the last time all of it is looked at. While it is open somewhere
    it is not made anew: what is being written would go into the file that is put away.
    ``told`` is told later too, of a story that has to be mended.

    Raises StoreError; StoreBusy for a damaged store that another program has open;
    StoreMissing for a folder on another disk, which is not begun anew while that is away.
    """
    database = home / DATABASE
    require_known(home)
    if is_waiting(home):
        from newsroom.store.recovery.recover import finish

        finish(home)
    is_in_use = is_open_here(database)
    if not is_in_use and needs_look(database):
        _raise_if_hopeless(home)
        if what := _damage(database):
            _recover(home, what, told)
        forget_damage(database)
    try:
        store = Store.open(home, told)
    except StoreDamaged:
        if is_in_use:
            raise
        _recover(home, "tidak dapat dibuka", told)
        store = Store.open(home, told)
    remember(home)
    return store


def _damage(database: Path) -> str:
    """Return what is wrong with the file, as far as it is to be looked at; nothing if nothing."""
    from newsroom.store.recovery.check import PATIENCE, damage

    return damage(database, None if was_met(database) else PATIENCE)


def _recover(home: Path, what: str, told: Callable[[RecoveryReport], None] | None) -> None:
    from newsroom.store.recovery.recover import recover

    _raise_if_hopeless(home)
    try:
        report = recover(home, told=what)
    except StoreDamaged as error:
        _hopeless[home] = (_state(home), error)
        raise
    except StoreBusy:
        if not _damage(home / DATABASE):
            return  # what another was just then writing looks like damage for a moment
        note_damage(home / DATABASE)
        raise
    if report and told:
        told(report)


def _raise_if_hopeless(home: Path) -> None:
    """Tell again at once what was told of a file that has not changed since.

    The window tries every few seconds; the whole file would be read each time.
    """
    known = _hopeless.get(home)
    if known and known[0] == _state(home):
        raise known[1].with_traceback(None)


def _state(home: Path) -> object:
    """Return what would have to change for a recovery to come out otherwise."""
    from newsroom.store.recovery.good_states import open_backups

    database = home / DATABASE
    return _look(database), _look(log_of(database)), [kept.path for kept in open_backups(home)]


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
