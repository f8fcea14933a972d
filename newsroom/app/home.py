"""A data folder, and what is opened in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from newsroom.store.media import Media
    from newsroom.store.recovery.report import RecoveryReport
    from newsroom.store.store import Store

T = TypeVar("T")


def data_home(named: str | None = None) -> Path:
    """Return the data folder: the one named, ``NEWSROOM_HOME``, or the platform's place for it."""
    named = named or os.environ.get("NEWSROOM_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("newsroom", appauthor=False)


class Home:
    """One data folder.

    It holds nothing but the folder's path, and whom to tell of a damaged store that was made
    anew, so every thread may use it. What it opens (stores, checkers) belongs to the thread
    that asked for it.
    """

    def __init__(
        self, home: Path, on_recovery: Callable[[RecoveryReport], None] | None = None
    ) -> None:
        self.home = home
        self._on_recovery = on_recovery

    def __getstate__(self) -> dict[str, object]:
        """Leave behind whom to tell: that is no thing for another process."""
        return {"home": self.home, "_on_recovery": None}

    def telling(self, on_recovery: Callable[[RecoveryReport], None]) -> Self:
        """Return the same newsroom, telling somebody else of a damaged store."""
        return type(self)(self.home, on_recovery)

    def open_store(self) -> Store:
        """Open the store, making it if need be. Raises StoreError.

        A damaged one is looked for only where it was not closed in good order, or can't be
        opened. It is made anew from what can be read and the newest backup, ``on_recovery``
        gets the report, on the thread that asked, and the damaged file is kept.
        """
        from newsroom.store.opening import open_sound

        return open_sound(self.home, self._on_recovery)

    def open_media(self) -> Media:
        """Return the store's pictures alone."""
        from newsroom.store.media import Media
        from newsroom.store.place import MEDIA

        return Media(self.home / MEDIA)

    def _kept(self, read: Callable[[Store], list[T]]) -> list[T]:
        """Read from the store; without a data folder there is nothing, and none is made."""
        if not self.home.is_dir():
            return []
        with closing(self.open_store()) as store:
            return read(store)
