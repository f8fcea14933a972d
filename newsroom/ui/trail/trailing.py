"""From “Jejak naskah…” to the file: the dialog and the work behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.exchange.errors import in_words
from newsroom.exchange.progress import Cancelled
from newsroom.ui.trail.dialog import TrailDialog
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.long_work import LongWork

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.story.trail.entry import Trail
    from newsroom.ui.main_window import MainWindow


class Trailing(QObject):
    """One dialog at a time. The store is opened anew for it: saving does not wait in line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._newsroom = window.desk.newsroom
        self._lane: Lane[Store] = Lane("trail", self._newsroom.open_store, self)
        self._work = LongWork(self)
        window.upkeep.ending.connect(self._work.stop)
        self._dialog: TrailDialog | None = None
        self._story_id = ""

    def open(self, story: Story) -> None:
        """Show the dialog for a story that is safe in the store."""
        from newsroom.exchange.article import story_slug

        self._story_id = story.id
        file_name = f"jejak-{story_slug(story)}.pdf"
        self._dialog = dialog = TrailDialog(
            self._window.theme, story.headline, file_name, self._window
        )
        self._work.progressed.connect(dialog.foot.set_progress)
        dialog.foot.cancelled.connect(self._work.stop)
        dialog.wanted_whole.connect(self._read_anew)
        dialog.save_wanted.connect(self._write)
        dialog.finished.connect(self._closed)
        dialog.open()
        self._read(whole=False)

    # Within.

    def _read_anew(self, whole: bool) -> None:
        if self._dialog is not None:
            self._dialog.read_on()
            self._read(whole=whole)

    def _read(self, *, whole: bool) -> None:
        newsroom, id, portal = self._newsroom, self._story_id, self._window.profile.name
        progress = self._work.begin()

        def job(store: Store) -> Trail:
            return newsroom.trail(id, store, portal=portal, progress=progress, whole=whole)

        self._lane.run(job, lambda trail: self._dialog.show_trail(trail), self._failed)

    def _write(self, trail: Trail, path: Path) -> None:
        progress = self._work.begin()
        self._dialog.write_on()

        def job(_: Store) -> Path:
            from newsroom.ui.trail.pdf import write_trail

            write_trail(trail, path, progress)
            return path

        self._lane.run(job, lambda written: self._dialog.show_saved(written), self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._dialog.show_stopped()
        else:
            self._dialog.show_error(in_words(error))

    def _closed(self) -> None:
        self._work.stop()
        self._lane.close(0)
        self._work.progressed.disconnect(self._dialog.foot.set_progress)
        self._dialog.deleteLater()
        self._dialog = None
        self.deleteLater()
