"""The bin in the window: read, brought back from and emptied beside the window's work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsroom.exchange.errors import in_words
from newsroom.store.binned import DAYS, BinnedStory
from newsroom.ui.dialogs.bin_dialog import BinDialog
from newsroom.ui.work.parts import in_parts
from newsroom.ui.written import number

if TYPE_CHECKING:
    from newsroom.store.store import Store
    from newsroom.ui.main_window import MainWindow


class Binning(QObject):
    """One dialog at a time; what is under way when it is closed is stopped where it is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._dialog: BinDialog | None = None

    def open(self) -> None:
        """Show what is in the bin."""
        self._dialog = dialog = BinDialog(self._window.theme, DAYS, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_wanted.connect(self._restore)
        dialog.deletion_wanted.connect(self._delete)
        dialog.finished.connect(self._closed)
        self._read()
        dialog.open()

    # Within.

    def _read(self) -> None:
        def job(store: Store) -> list[BinnedStory]:
            return store.stories.bin()

        self._desk.in_store(job, self._show, self._fail)

    def _show(self, stories: Sequence[BinnedStory]) -> None:
        if self._dialog:
            self._dialog.set_busy(False)
            self._dialog.show_stories(stories)

    def _restore(self, ids: list[str]) -> None:
        def job(store: Store) -> None:
            store.stories.restore_many(ids)

        def done(_: None) -> None:
            self._changed(self.tr("{0} naskah kembali ke daftar.").format(number(len(ids))))

        if self._dialog:
            self._dialog.set_busy(True)
        self._desk.in_store(job, done, self._fail)

    def _delete(self, ids: list[str]) -> None:
        dialog = self._dialog
        assert dialog is not None

        def job(store: Store, part: Sequence[str]) -> list[str]:
            return store.stories.delete_many(part)

        def done(gone: list[str]) -> None:
            self._changed(self.tr("{0} naskah dihapus.").format(number(len(gone))))

        def failed(error: Exception, gone: list[str]) -> None:
            self._fail(error)
            if gone:
                self._read()

        def progress(at: int, total: int) -> bool:
            if at and self._dialog:
                told = self.tr("Menghapus: {0} dari {1}…").format(number(at), number(total))
                self._dialog.say(told, "muted")
            return self._dialog is dialog  # who closes it wants no more of it

        dialog.set_busy(True)
        in_parts(self._desk.in_store, ids, job, done, failed, progress)

    def _changed(self, told: str) -> None:
        self._desk.refresh_list()
        if self._dialog:
            self._dialog.say(told)
            self._read()

    def _closed(self) -> None:
        self._dialog = None

    def _fail(self, error: Exception) -> None:
        if self._dialog:
            self._dialog.fail(in_words(error))
