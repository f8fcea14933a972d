"""From the open story to the upload bundle: the dialog and the work behind it."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from newsroom.exchange.errors import in_words
from newsroom.language.finding import Finding
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind
from newsroom.ui.desk.desk import Desk
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.theme import Theme


class Exporting(QObject):
    """One export at a time, off the window's thread, with progress and a way to stop."""

    finding_chosen = Signal(Finding)
    _progressed = Signal(int, int)

    def __init__(self, desk: Desk, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._theme = theme
        self._window = window
        self._dialog: ExportDialog | None = None
        self._stop = threading.Event()

    def open(self, story: Story) -> None:
        """Show the dialog for a story that is safe in the store."""
        newsroom = self._desk.newsroom
        dialog = ExportDialog(self._theme, story, newsroom.profile_names(), self._window)
        self._dialog = dialog
        dialog.preflight_wanted.connect(lambda portal: self._preflight(story, portal))
        dialog.export_wanted.connect(lambda portal, out: self._export(story, portal, out))
        dialog.cancelled.connect(self._stop.set)
        dialog.finding_chosen.connect(self._go_to)
        dialog.finished.connect(self._closed)
        self._progressed.connect(dialog.set_progress)
        self._preflight(story, dialog.portal())
        dialog.open()

    def _preflight(self, story: Story, portal: str) -> None:
        newsroom = self._desk.newsroom
        dialog = self._dialog

        def done(findings: list[Finding]) -> None:
            if dialog is self._dialog and dialog is not None:
                dialog.show_findings(findings)

        self._desk.in_files(
            lambda media: newsroom.preflight(story, newsroom.profile(portal), media),
            done,
            self._failed,
        )

    def _export(self, story: Story, portal: str, out: Path) -> None:
        newsroom = self._desk.newsroom
        self._stop.clear()

        def progress(done: int, total: int) -> bool:
            self._progressed.emit(done, total)
            return not self._stop.is_set()

        def done(path: Path) -> None:
            self._desk.keep_step(story, Mark(StepKind.EXPORT, note=f"{portal}, {path.name}"))
            if self._dialog:
                self._dialog.show_done(path)

        self._desk.in_files(
            lambda media: newsroom.export(
                story, "bundle", out, newsroom.profile(portal), media, progress
            ),
            done,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if self._dialog:
            self._dialog.show_error(in_words(error))

    def _go_to(self, finding: Finding) -> None:
        if self._dialog:
            self._dialog.close()
        self.finding_chosen.emit(finding)

    def _closed(self) -> None:
        self._stop.set()
        if self._dialog:
            self._progressed.disconnect(self._dialog.set_progress)
            self._dialog.deleteLater()
            self._dialog = None
            self.deleteLater()
