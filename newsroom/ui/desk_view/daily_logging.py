"""Fetches the daily log for its dialog, and hands it on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from newsroom.exchange.daily_log import as_text, span_of, write_csv
from newsroom.exchange.errors import in_words
from newsroom.story.daily_log import LoggedStep
from newsroom.ui.desk_view.log_dialog import LogDialog
from newsroom.ui.dialogs.files import ask_save
from newsroom.ui.jumping import go_to_story

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


class DailyLogging(QObject):
    """Goes by the newsroom's clock, wherever the computer is: days begin at its midnight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: LogDialog | None = None
        self._steps: Sequence[LoggedStep] = ()
        self._turn = 0  # grows with each span asked for; only the last is shown

    def open(self) -> None:
        """Show the log of today."""
        if self.dialog is not None:
            return
        window = self._window
        today = datetime.now(window.profile.zone).date()
        self.dialog = dialog = LogDialog(window.theme, today, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._read)
        dialog.text_wanted.connect(self._copy)
        dialog.csv_wanted.connect(self._ask_path)
        dialog.story_wanted.connect(self._go_to)
        dialog.finished.connect(self._closed)
        dialog.open()
        window.page.flush()  # what was done last may be a step of today
        window.desk.when_safe(lambda: self.dialog and self.dialog.ask_for(today, today))

    def save(self, path: Path) -> None:
        """Write what is shown as a table."""
        steps, zone = list(self._steps), self._window.profile.zone

        def job(_: object) -> None:
            write_csv(steps, zone, path)

        def done(_: object) -> None:
            self._say(self.tr("Tersimpan: {0}").format(path.name))

        self._window.desk.in_files(job, done, self._refuse)

    # Within.

    def _read(self, first: date, last: date) -> None:
        self._turn += 1
        turn, zone = self._turn, self._window.profile.zone
        since, until = span_of(first, last, zone)

        def job(store: Store) -> list[LoggedStep]:
            return store.daily_log.steps(since, until)

        def done(steps: list[LoggedStep]) -> None:
            if turn == self._turn and self.dialog is not None:
                self._steps = steps
                form = "%H.%M" if first == last else "%d/%m %H.%M"
                clocks = [f"{step.moment.astimezone(zone):{form}}" for step in steps]
                self.dialog.show_steps(steps, clocks)

        self._window.desk.in_store(job, done, self._refuse)

    def _copy(self) -> None:
        if self.dialog is not None:
            text = as_text(self._steps, *self.dialog.days, self._window.profile.zone)
            QGuiApplication.clipboard().setText(text)
            self._say(self.tr("Log tersalin. Tempelkan di WhatsApp."))

    def _ask_path(self) -> None:
        if self.dialog is None:
            return
        first, last = self.dialog.days
        days = f"{first}" if first == last else f"{first}-sampai-{last}"
        title, kind = self.tr("Simpan log harian"), self.tr("Tabel untuk Excel (*.csv)")

        def chosen(name: str) -> None:
            self.save(Path(name))

        ask_save(self.dialog, title, f"log-harian-{days}.csv", kind, chosen)

    def _go_to(self, story_id: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        go_to_story(self._window, story_id)

    def _closed(self) -> None:
        self.dialog = None
        self._turn += 1

    def _refuse(self, error: Exception) -> None:
        self._say(in_words(error), "error")

    def _say(self, words: str, role: str = "good") -> None:
        if self.dialog is not None:
            self.dialog.say(words, role)
