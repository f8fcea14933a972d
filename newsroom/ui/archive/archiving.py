"""From “Impor arsip” to the stories in the store, beside the window's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.exchange.archive.look import Look, look_at, require_there
from newsroom.exchange.archive.report import Outcome, Report, write_report
from newsroom.exchange.errors import in_words
from newsroom.ui.dialogs.archive.dialog import ArchiveDialog
from newsroom.ui.dropping import archives_among
from newsroom.ui.work.lanes import Lane
from newsroom.ui.work.long_work import LongWork

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


def sort_out(
    window: MainWindow,
    paths: Sequence[Path],
    take_archives: Callable[[list[Path]], None],
    take_others: Callable[[list[Path]], None],
) -> None:
    """Have a look at what may be archives, and hand on those that are, and the others."""

    def done(answer: tuple[list[Path], list[Path]]) -> None:
        archives, others = answer
        if archives:
            take_archives(archives)
        if others:
            take_others(others)

    for_story = window.desk.story is not None

    def job(_: object) -> tuple[list[Path], list[Path]]:
        return archives_among(paths, for_story=for_story)

    window.desk.in_files(job, done, lambda _: take_others(list(paths)))


class Archiving(QObject):
    """One dialog at a time. The store is opened anew for it: saving does not wait in line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._newsroom = window.desk.newsroom
        self._lane: Lane[Store] = Lane("archive", self._newsroom.open_store, self)
        self._looking: Lane[Newsroom] = Lane("archive-look", lambda: self._newsroom, self)
        self._work = LongWork(self)
        window.upkeep.ending.connect(self._work.stop)
        self._report = Report()
        self._dialog: ArchiveDialog | None = None
        self._turn = 0  # grows with each archive that is chosen; only the last is shown

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Show the dialog, with an archive that is known already."""
        dialog = ArchiveDialog(self._window.theme, self._window)
        self._dialog = dialog
        self._work.progressed.connect(dialog.foot.set_progress)
        dialog.foot.cancelled.connect(self._stop)
        dialog.source_chosen.connect(self._look)
        dialog.import_wanted.connect(self._import)
        dialog.report_wanted.connect(self._save)
        dialog.story_chosen.connect(self._open_story)
        dialog.finished.connect(self._closed)
        dialog.open()
        if paths:
            dialog.choose(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Take another archive while the dialog is open, unless one is being taken in."""
        if self._dialog is not None and not self._dialog.is_importing:
            self._dialog.choose(paths)

    # Within.

    def _look(self, paths: list[Path]) -> None:
        self._work.stop()  # the look at one that was chosen before
        self._turn += 1
        turn, progress = self._turn, self._work.begin()

        def done(look: Look) -> None:
            if turn == self._turn and self._dialog is not None:
                self._dialog.show_look(look)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._failed(error)

        self._looking.run(lambda _: look_at(paths, progress), done, failed)

    def _stop(self) -> None:
        self._work.stop()
        if self._dialog is not None and not self._dialog.is_importing:
            self._turn += 1  # a disk that does not answer need not be waited for
            self._dialog.show_stopped()

    def _import(self, paths: list[Path], split: bool, changed_too: bool) -> None:
        newsroom, progress = self._newsroom, self._work.begin()

        def job(store: Store) -> Report:
            require_there(paths)
            return newsroom.import_archive(
                paths, store, split=split, changed_too=changed_too, progress=progress
            )

        def done(report: Report) -> None:
            self._report = report
            here = report.count(Outcome.ADDED) + report.count(Outcome.RENEWED)
            self._refresh(is_new=bool(here))
            if self._dialog is not None:
                self._dialog.show_report(report)

        def failed(error: Exception) -> None:
            self._refresh(is_new=True)  # what was added until then stays
            self._failed(error)

        self._lane.run(job, done, failed)

    def _refresh(self, *, is_new: bool) -> None:
        self._window.desk.refresh_list()
        if is_new:
            self._window.checks.renew()  # names in the archive are known to it

    def _save(self, path: Path) -> None:
        report = self._report

        def done(_: None) -> None:
            if self._dialog is not None:
                told = self._dialog.tr("Laporan tersimpan di {0}").format(path)
                self._dialog.say(told, "good")

        def failed(error: Exception) -> None:
            if self._dialog is not None:
                self._dialog.say(in_words(error), "error")

        self._looking.run(lambda _: write_report(report, path), done, failed)

    def _open_story(self, id: str) -> None:
        window = self._window
        window.leaving(lambda: window.desk.open(id))

    def _failed(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_error(in_words(error))

    def _closed(self) -> None:
        self._work.stop()
        self._lane.close(0)
        self._looking.close(0)
        if self._dialog is not None:
            self._work.progressed.disconnect(self._dialog.foot.set_progress)
            self._dialog.deleteLater()
            self._dialog = None
            self.deleteLater()
