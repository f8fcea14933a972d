"""From “Cadangan” to the store's backups and back, beside the window's work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.exchange.errors import in_words
from newsroom.store.backup.automatic import choose_second, first_place, limit_size, read_settings
from newsroom.store.backup.overview import Overview, Seen, overview, seen_at
from newsroom.ui.archive.backup_runs import BackupRuns
from newsroom.ui.dialogs.backup.dialog import BackupDialog
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.ui.main_window import MainWindow


class BackingUp(QObject):
    """One dialog at a time: shows what there is, and sets what is done by itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._newsroom = window.upkeep.newsroom
        self._lane: Lane[Newsroom] = Lane("backups", lambda: self._newsroom, self)
        self._dialog: BackupDialog | None = None
        self._runs: BackupRuns | None = None

    def open(self) -> None:
        """Show the dialog; the last words are saved meanwhile, to be in what is made."""
        window = self._window
        window.page.flush()
        window.desk.when_safe(lambda: None)
        dialog = BackupDialog(window.theme, first_place(self._newsroom.home).folder, window)
        self._dialog = dialog
        self._runs = BackupRuns(window, dialog, self)
        self._runs.ended.connect(self._list)
        dialog.list.opened.connect(self._open_other)
        dialog.automatic.second_wanted.connect(self._choose_second)
        dialog.automatic.passphrase_wanted.connect(self._close_second)
        dialog.automatic.limit_wanted.connect(self._limit)
        dialog.finished.connect(self._closed)
        self._list()
        dialog.open()

    # Within.

    def _list(self) -> None:
        self._lane.run(lambda newsroom: overview(newsroom.home), self._show, self._fail)

    def _show(self, seen: Overview) -> None:
        if self._dialog is not None:
            self._dialog.show_overview(seen)

    def _open_other(self, path: Path) -> None:
        def done(one: Seen) -> None:
            if self._dialog is not None:
                self._dialog.show_other(one)
                self._dialog.foot.say("")

        self._lane.run(lambda _: seen_at(path), done, self._fail)

    def _choose_second(self, folder: Path | None) -> None:
        told = self.tr("Tempat kedua dipakai mulai cadangan otomatis berikutnya.")
        ended = self.tr("Tempat kedua tidak dipakai lagi. Cadangan yang ada di sana tetap ada.")
        self._set(lambda newsroom: choose_second(newsroom.home, folder), told if folder else ended)

    def _close_second(self, word: str) -> None:
        def job(newsroom: Newsroom) -> object:
            second = read_settings(newsroom.home).second
            return choose_second(newsroom.home, second, word)

        closed = self.tr("Cadangan berikutnya di tempat kedua dikunci dengan kata sandi.")
        opened = self.tr("Cadangan berikutnya di tempat kedua tidak dikunci.")
        self._set(job, closed if word else opened)

    def _limit(self, most: int) -> None:
        told = self.tr("Batas ruang dipakai mulai cadangan berikutnya.")
        self._set(lambda newsroom: limit_size(newsroom.home, most), told)

    def _set(self, job: Callable[[Newsroom], object], told: str) -> None:
        def done(_: object) -> None:
            if self._dialog is not None:
                self._dialog.foot.say(told, "good")
            self._list()

        def failed(error: Exception) -> None:
            self._fail(error)
            self._list()

        self._lane.run(job, done, failed)

    def _fail(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.foot.say(in_words(error), "error")

    def _closed(self) -> None:
        self._lane.close(0)
        if self._dialog is not None and self._runs is not None:
            self._runs.close()
            self._dialog.deleteLater()
            self._dialog = None
            self.deleteLater()
