"""The store: everything the program keeps, in one folder."""

from __future__ import annotations

from pathlib import Path

from newsroom.store.database import Database, open_database
from newsroom.store.failures import translated
from newsroom.store.ignored import HouseIgnored
from newsroom.store.media import Media
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.stories import Stories
from newsroom.store.words import Words
from newsroom.store.workspace import Workspace


class Store:
    """Stories, pictures, words, marks left out and workspace of one data folder.

    A store belongs to the thread that opened it; several may have the same folder
    open, also from several programs at once.
    """

    def __init__(self, home: Path, database: Database) -> None:
        self._database = database
        self.stories = Stories(database)
        self.media = Media(home / MEDIA)
        self.words = Words(database)
        self.ignored = HouseIgnored(database)
        self.workspace = Workspace(database)

    @classmethod
    def open(cls, home: Path) -> Store:
        """Open the store in a folder, making what is missing. Raises StoreError."""
        with translated(home):
            home.mkdir(parents=True, exist_ok=True)
        return cls(home, open_database(home / DATABASE))

    def close(self) -> None:
        """Let go of the files; all that was saved is in them already."""
        self._database.close()
