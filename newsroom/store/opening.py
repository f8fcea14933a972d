"""Opening the store so that it is sound: what is damaged is found, and made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.store.errors import StoreDamaged
from newsroom.store.place import DATABASE
from newsroom.store.recovery.noted import needs_look
from newsroom.store.store import Store

if TYPE_CHECKING:
    from newsroom.store.recovery.report import RecoveryReport


def open_sound(home: Path, told: Callable[[RecoveryReport], None] | None = None) -> Store:
    """Open the store; a damaged one is made anew first, and ``told`` of what was saved.

    The file is looked through only if it is not as it was last closed, and then for a
    quarter of a second at most: a start is not to wait for a large archive. Raises
    StoreError.
    """
    database = home / DATABASE
    if _waits_for_its_place(home):
        from newsroom.store.recovery.recover import finish

        finish(home)
    if needs_look(database):
        from newsroom.store.recovery.check import damage

        if what := damage(database):
            _recover(home, what, told)
    try:
        return Store.open(home)
    except StoreDamaged:
        _recover(home, "tidak dapat dibuka", told)
        return Store.open(home)


def _waits_for_its_place(home: Path) -> bool:
    """Say whether a recovery was ended before its new file was in its place."""
    return any(home.glob("newsroom-pulih-*.db"))


def _recover(home: Path, what: str, told: Callable[[RecoveryReport], None] | None) -> None:
    from newsroom.store.recovery.recover import recover

    report = recover(home, told=what)
    if report and told:
        told(report)
