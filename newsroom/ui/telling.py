"""What a person is told of the desk's work: in the banner, in the line below, on closing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.ui.review.tally import tally
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.recovery.report import RecoveryReport
    from newsroom.ui.main_window import MainWindow


class Telling(QObject):
    """Says whether all is safe, what went wrong, and what can be done about it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_closing = False  # as soon as all is safe

    def connect(self) -> None:
        """Join this to the window, once all of that is there."""
        window, desk = self._window, self._window.desk
        desk.saved.connect(self._saved)
        desk.failed.connect(self._failed)
        desk.recovered.connect(window.banner.clear_errors)
        desk.opened.connect(window.banner.story_left)
        desk.refused.connect(self._warn)
        desk.words.refused.connect(self._warn_lastingly)
        desk.ignoring.refused.connect(self._warn_lastingly)
        desk.copied.connect(self._copied)
        desk.uncopied.connect(self._not_copied)
        desk.discarded.connect(self._discarded)
        desk.noted.connect(self._warn)
        window.upkeep.warned.connect(self._warn_lastingly)
        window.upkeep.recovered.connect(self._recovered)
        window.aids.refused.connect(self._warn_lastingly)
        window.aids.nothing_to_put_right.connect(self._nothing_to_put_right)
        window.checks.unavailable.connect(self._no_checks)
        window.checks.lacking.connect(self._fewer_words)
        window.findings.progress.long_begun.connect(self._long_begun)
        window.findings.progress.long_ended.connect(self._long_ended)

    def show_unsaved(self) -> None:
        """Say that the last words are on their way, or that they do not get there."""
        if self._window.desk.is_failing:
            self._window.status_line.show_failed()
        else:
            self._window.status_line.show_saving()

    def close_when_safe(self) -> None:
        """Close the window once every word is in the store; ask if they do not get there."""
        self._is_closing = True
        self._window.desk.when_safe(self._window.close)

    # What the desk tells.

    def _saved(self, at: datetime) -> None:
        if self._window.desk.is_stored:
            self._window.status_line.show_saved(at)

    def _failed(self, message: str) -> None:
        if not self._window.desk.is_safe:
            self._window.status_line.show_failed()
        self._say_error(message)
        if self._is_closing:
            self._ask_before_closing(message)

    def _copied(self, path: Path) -> None:
        self._window.banner.answer(self.tr("Salinan tersimpan di {0}").format(path))

    def _not_copied(self, message: str) -> None:
        self._say_error(message, lasting=False)

    def _discarded(self, story_ids: list[str]) -> None:
        several = self.tr("{0} naskah dipindah ke keranjang.").format(number(len(story_ids)))
        one = self.tr("Naskah dipindah ke keranjang.")
        self._window.banner.say(
            several if len(story_ids) > 1 else one,
            "good",
            self.tr("Urungkan"),
            lambda: self._restore(story_ids),
            lasting=True,
        )

    def _restore(self, story_ids: list[str]) -> None:
        self._window.banner.clear()
        self._window.desk.restore(*story_ids)

    def captions_shared(self, count: int, take_back: Callable[[], None]) -> None:
        """Say that photos have other words than before, and offer to take that back."""

        def act() -> None:
            self._window.banner.clear()
            take_back()

        told = self.tr("Keterangan dipakai untuk {0} foto.").format(count)
        self._window.banner.say(told, "good", self.tr("Urungkan"), act)

    def _recovered(self, report: RecoveryReport) -> None:
        from newsroom.ui.dialogs.details_dialog import DetailsDialog

        def show() -> None:
            title = self.tr("Data dipulihkan")
            dialog = DetailsDialog(report.short, list(report.lines()), self._window, title)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        told, button = report.short, self.tr("Lihat rincian…")
        self._window.banner.say(told, "warning", button, show, lasting=True)

    # What the checks and the aids tell.

    def _no_checks(self, message: str) -> None:
        self._window.status_line.show_spelling(self.tr("tidak tersedia"))
        self._warn_lastingly(message)

    def _fewer_words(self, message: str) -> None:
        self._window.status_line.show_spelling(self.tr("daftar kata sendiri"))
        self._warn_lastingly(message)

    def _long_begun(self) -> None:
        self._window.reviewing.said.emit(self.tr("Sedang diperiksa…"))

    def _long_ended(self) -> None:
        found = tally(self._window.findings.found).words
        self._window.reviewing.said.emit(self.tr("Selesai diperiksa: {0}.").format(found))

    def _nothing_to_put_right(self) -> None:
        self._window.banner.say(self.tr("Tidak ada usul untuk kata di dekat kursor."), "good")

    # Within.

    def _warn(self, message: str) -> None:
        """Tell of the story that lies open."""
        self._window.banner.say(message, "warning")

    def _warn_lastingly(self, message: str) -> None:
        """Tell of the installation, which is the same with any story."""
        self._window.banner.say(message, "warning", lasting=True)

    def _say_error(self, message: str, *, lasting: bool = True) -> None:
        window = self._window
        if window.desk.story is None:
            window.banner.say(message, lasting=lasting)
        else:
            button, act = self.tr("Simpan salinan ke…"), window.commands.of_story.save_copy
            window.banner.say(message, "error", button, act, lasting=lasting)

    def _ask_before_closing(self, message: str) -> None:
        from newsroom.ui.dialogs.unsaved_dialog import ask_about_unsaved

        window = self._window
        self._is_closing = False
        ask_about_unsaved(
            window, message, copy=window.commands.of_story.save_copy, leave=self._leave_unsaved
        )

    def _leave_unsaved(self) -> None:
        self._window.desk.give_up()
        self._window.close()
