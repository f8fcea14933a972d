"""From the open story to its file: the dialog and the work behind it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.exchange.errors import ExchangeError, in_words
from newsroom.language.finding import Finding
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.ui.desk.desk import Desk
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.theme import Theme
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.store.media import Media
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


class Exporting(QObject):
    """One export at a time, off the window's thread, with progress and a way to stop."""

    finding_chosen = Signal(Finding)
    _progressed = Signal(int, int)

    def __init__(self, desk: Desk, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._theme = theme
        self._window = window
        self._dialog: ExportDialog | None = None
        self._stop = threading.Event()
        # Whether the portal had the story before stands in the store, opened anew for it.
        self._lane: Lane[Store] = Lane("export", desk.newsroom.open_store, self)
        self._turn = 0  # grows with each check asked for; only the last counts

    def open(self, story: Story) -> None:
        """Show the dialog for a story that is safe in the store."""
        newsroom = self._desk.newsroom
        portals, form = newsroom.profile_titles(), self._window.shape.export_form
        dialog = ExportDialog(self._theme, story, portals, self._window, form)
        self._dialog = dialog
        dialog.preflight_wanted.connect(lambda portal: self._preflight(story, portal))
        dialog.export_wanted.connect(
            lambda portal, out, reason: self._export(story, portal, out, reason)
        )
        dialog.cancelled.connect(self._stop.set)
        dialog.finding_chosen.connect(self._go_to)
        dialog.finished.connect(self._closed)
        self._progressed.connect(dialog.set_progress)
        self._preflight(story, dialog.portal())
        dialog.open()

    def _preflight(self, story: Story, portal: str) -> None:
        newsroom, dialog = self._desk.newsroom, self._dialog
        if dialog is None:
            return
        form = dialog.form
        self._turn += 1
        turn = self._turn

        def job(store: Store) -> tuple[list[Finding], str]:
            from newsroom.app import is_own
            from newsroom.app.delivered import IMPORTED

            if is_own(form):  # a file of one's own, which no portal asks anything of
                return [], ""
            profile = newsroom.profile(portal)
            sent = newsroom.sent_before(story, profile, store) if form in IMPORTED else None
            warning = sent.warning(profile) if sent else ""
            return newsroom.preflight(story, profile, store.media), warning

        def done(answer: tuple[list[Finding], str]) -> None:
            if turn == self._turn and dialog is self._dialog:
                dialog.show_findings(*answer)

        self._lane.run(job, done, self._failed)

    def _export(self, story: Story, portal: str, out: Path, reason: str) -> None:
        """Export it, if nothing has come into the way since it was looked at."""
        newsroom = self._desk.newsroom
        form = self._dialog.form if self._dialog else "bundle"
        self._window.shape.export_form = form
        self._stop.clear()

        def progress(done: int, total: int) -> bool:
            self._progressed.emit(done, total)
            return not self._stop.is_set()

        def job(media: Media) -> tuple[Path, str]:
            from newsroom.app import is_own

            profile, passed = newsroom.profile(portal), ""
            if not is_own(form):
                cleared = newsroom.clearance(story, profile, media, override=reason)
                if cleared.in_the_way:
                    raise ExchangeError(" ".join(one.message for one in cleared.in_the_way))
                passed = cleared.note
            return newsroom.export(story, form, out, profile, media, progress), passed

        def done(answer: tuple[Path, str]) -> None:
            path, passed = answer
            # By what stands first it is known later what the portal was given.
            what = f"{portal}, {path.name}" if form == "bundle" else f"{form}, {portal}"
            note = "; ".join(filter(None, (what, passed)))
            self._desk.keep_step(story, Mark(StepKind.EXPORT, note=note))
            if self._dialog:
                self._dialog.show_done(path)

        self._desk.in_files(job, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if self._dialog:
            self._dialog.show_error(in_words(error))

    def _go_to(self, finding: Finding) -> None:
        if self._dialog:
            self._dialog.close()
        self.finding_chosen.emit(finding)

    def _closed(self) -> None:
        self._stop.set()
        self._lane.close(0)
        if self._dialog:
            self._progressed.disconnect(self._dialog.set_progress)
            self._dialog.deleteLater()
            self._dialog = None
            self.deleteLater()
