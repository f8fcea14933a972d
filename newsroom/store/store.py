"""The store: everything the program keeps, in one folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.store.database import Database, open_database
from newsroom.store.deliveries.deliveries import Deliveries
from newsroom.store.deliveries.journal import Journal
from newsroom.store.deliveries.pushes import Pushes
from newsroom.store.desk.rows import DeskRows
from newsroom.store.failures import translated
from newsroom.store.filters import Filters
from newsroom.store.ignored import HouseIgnored
from newsroom.store.imported import Imported
from newsroom.store.media import Media
from newsroom.store.people import People
from newsroom.store.place import DATABASE, MEDIA
from newsroom.store.private import keep_all_private
from newsroom.store.recovery.noted import note_closed
from newsroom.store.stories import Stories
from newsroom.store.unreferred import DAYS, remove_unreferred
from newsroom.store.versions.versions import Versions
from newsroom.store.words import Words
from newsroom.store.workspace import Workspace

if TYPE_CHECKING:
    from newsroom.store.backup.everything import Everything
    from newsroom.store.comments import Comments
    from newsroom.store.conflicts import Conflicts
    from newsroom.store.desk.daily_log import DailyLog
    from newsroom.store.desk.listing import DeskList
    from newsroom.store.desk.views import DeskViews
    from newsroom.store.handovers import Handovers
    from newsroom.store.recovery.report import RecoveryReport
    from newsroom.store.reviews import Reviews


class Store:
    """Stories, their versions, pictures, words, marks left out and workspace of one data folder.

    A store belongs to the thread that opened it; several may have the same folder
    open, also from several programs at once.
    """

    def __init__(
        self,
        home: Path,
        database: Database,
        told: Callable[[RecoveryReport], None] | None = None,
    ) -> None:
        self._home = home
        self._database = database
        self.stories = Stories(database, told)
        self.versions = Versions(database, self.stories)
        self.media = Media(home / MEDIA)
        self.words = Words(database)
        self.ignored = HouseIgnored(database)
        self.workspace = Workspace(database)
        self.filters = Filters(database)
        self.people = People(database)
        self.desk = DeskRows(database)
        self.imported = Imported(database)
        self.deliveries = Deliveries(database)
        self.pushes = Pushes(database)
        self.journal = Journal(database)

    @classmethod
    def open(cls, home: Path, told: Callable[[RecoveryReport], None] | None = None) -> Store:
        """Open the store in a folder, making what is missing. Raises StoreError.

        ``told`` is told of damage that is met later, and mended or passed over.
        """
        with translated(home):
            # A folder that was there may be one that others are to use: it is closed below.
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            keep_all_private(home, DATABASE)
        return cls(home, open_database(home / DATABASE), told)

    @cached_property
    def comments(self) -> Comments:
        """What is said about the stories."""
        from newsroom.store.comments import Comments

        return Comments(self._database)

    @cached_property
    def handovers(self) -> Handovers:
        """Stories handed from desk to desk."""
        from newsroom.store.handovers import Handovers

        return Handovers(self._database, self.stories, self.media)

    @cached_property
    def conflicts(self) -> Conflicts:
        """What two desks wrote differently in the stories."""
        from newsroom.store.conflicts import Conflicts

        return Conflicts(self.stories, self.comments, self.handovers)

    @cached_property
    def reviews(self) -> Reviews:
        """Against what stories are reviewed."""
        from newsroom.store.reviews import Reviews

        return Reviews(self._database)

    @cached_property
    def desk_list(self) -> DeskList:
        """The stories as a desk has them before it."""
        from newsroom.store.desk.listing import DeskList

        return DeskList(self._database)

    @cached_property
    def desk_views(self) -> DeskViews:
        """How the desk is looked at."""
        from newsroom.store.desk.views import DeskViews

        return DeskViews(self._database)

    @cached_property
    def daily_log(self) -> DailyLog:
        """What passed the desk."""
        from newsroom.store.desk.daily_log import DailyLog

        return DailyLog(self._database)

    def remove_unreferred_pictures(self, now: datetime, days: int = DAYS) -> list[str]:
        """Delete pictures that nothing has referred to for so long; return their digests.

        On a worker: it may read every version. ``now`` is aware. Raises StoreError.
        """
        folder = self._home / MEDIA
        return remove_unreferred(folder, self._database, self.versions, now, days)

    def everything(self) -> Everything:
        """Return all stories, also those in the bin, read when they are asked for."""
        from newsroom.store.backup.everything import Everything

        return Everything(self._database)

    def close(self) -> None:
        """Let go of the files; all that was saved is in them already."""
        self._database.close()
        note_closed(self._home / DATABASE)
