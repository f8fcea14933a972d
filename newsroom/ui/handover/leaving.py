"""Hands the open story over as a file: the dialog, the work behind it, the word of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from newsroom.exchange.errors import in_words
from newsroom.exchange.progress import Cancelled
from newsroom.ui.dialogs.handover_dialog import SIZES, GoesAlong, HandoverDialog, Wish
from newsroom.ui.handover.under_way import UnderWay
from newsroom.ui.handover.words import named, tr
from newsroom.ui.work.lanes import Lane

if TYPE_CHECKING:
    from newsroom.store.media import Media
    from newsroom.store.store import Store
    from newsroom.story.story import Story
    from newsroom.ui.main_window import MainWindow


class Leaving(QObject):
    """One file at a time, beside the saving: pictures take long."""

    _progressed = Signal(int, int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stop = threading.Event()
        self._dialog: HandoverDialog | None = None
        self._writing: list[Path] = []
        self._way = UnderWay(window, tr("Menulis"), tr("Tutup tanpa menulis"))

    def keeps_open(self) -> bool:
        """Have the window close once the file is whole; False if none is being written."""
        if self._writing:
            self._way.keep_open()
        return bool(self._writing)

    def open(self) -> None:
        """Ask where to and how, once all of the open story is safe."""
        window, desk = self._window, self._window.desk
        window.page.flush()
        if desk.story is None or (desk.story.is_empty and not desk.story.revision):
            window.banner.say(tr("Naskah ini masih kosong."), "good")
        elif self._dialog is None:
            desk.when_safe(self._ask)

    def write(self, path: Path, failed: Callable[[Exception], None]) -> None:
        """Write the open story whole to a file, and say so; a file that fails is ``failed``."""
        story = self._window.desk.story
        if story is None:
            return

        def not_done(error: Exception) -> None:
            if isinstance(error, Cancelled):
                self._window.banner.refuse(tr("Dibatalkan; tidak ada berkas yang ditulis."))
            else:
                failed(error)

        def begin() -> None:
            progress = self._way.begin(path.name)
            self._run(story, Wish(path, None, ""), progress, lambda: None, not_done)

        self._window.desk.when_safe(begin)

    # Within.

    def _ask(self) -> None:
        window, story = self._window, self._window.desk.story
        if story is None or self._dialog is not None:
            return
        kept = window.shape.hand_over
        dialog = HandoverDialog(window.theme, story, kept, window)
        self._dialog = dialog
        dialog.wanted.connect(lambda wish: self._hand_over(story, wish, dialog))
        dialog.foot.cancelled.connect(lambda: self._stop.set())
        dialog.finished.connect(self._closed)
        self._progressed.connect(dialog.foot.set_progress)
        self._foretell(story, dialog)
        dialog.open()

    def _foretell(self, story: Story, dialog: HandoverDialog) -> None:
        """Have the dialog say how large the file will be, and what goes along."""
        desk = self._window.desk

        def sizes(media: Media) -> dict[str, int]:
            from newsroom.exchange.naskah import estimated_size

            find = desk.newsroom.picture(media)
            return {name: estimated_size(story, find, side) for name, side in SIZES.items()}

        def along(store: Store) -> GoesAlong:
            return GoesAlong.of(store.versions.list(story.id), store.comments.all(story.id))

        def show(act: Callable[[object], None]) -> Callable[[object], None]:
            return lambda answer: act(answer) if dialog is self._dialog else None

        desk.in_files(sizes, show(dialog.show_sizes), lambda _: None)
        desk.in_store(along, show(dialog.show_along), lambda _: None)

    def _hand_over(self, story: Story, wish: Wish, dialog: HandoverDialog) -> None:
        shape, self._stop = self._window.shape, threading.Event()
        stop = self._stop
        shape.hand_over = {"folder": str(wish.path.parent), "size": wish.size}
        shape.keep()

        def progress(done: int, total: int) -> bool:
            self._progressed.emit(done, total)
            return not stop.is_set()

        def done() -> None:
            if self._dialog is dialog:
                dialog.accept()

        def failed(error: Exception) -> None:
            if self._dialog is dialog:
                dialog.say_failed("" if isinstance(error, Cancelled) else in_words(error))

        self._run(story, wish, progress, done, failed)

    def _run(
        self,
        story: Story,
        wish: Wish,
        progress: Callable[[int, int], bool],
        then: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        newsroom = self._window.desk.newsroom
        self._writing.append(wish.path)
        # Pictures must not hold up the saving.
        lane: Lane[Store] = Lane("hand over", newsroom.open_store, self)
        notes: list[str] = []

        def closes(*, is_well: bool) -> bool:
            lane.close(0)
            self._writing.remove(wish.path)
            self._way.end()
            return not self._writing and self._way.closes(is_well=is_well)

        def job(store: Store) -> Path:
            return newsroom.hand_over(
                store,
                story.id,
                wish.path,
                side=SIZES.get(wish.size or ""),
                passphrase=wish.passphrase,
                progress=progress,
                tell=notes.append,
            )

        def done(path: Path) -> None:
            if closes(is_well=not notes):
                return
            then()
            self._window.desk.step_kept.emit()
            self._tell(story, path, notes, is_sealed=bool(wish.passphrase))

        def not_done(error: Exception) -> None:
            if not closes(is_well=isinstance(error, Cancelled)):
                failed(error)

        lane.run(job, done, not_done)

    def _tell(self, story: Story, path: Path, notes: list[str], *, is_sealed: bool) -> None:
        told = tr("“{0}” siap diserahkan: {1}").format(named(story), path.name)
        if is_sealed:
            told = tr("{0} (terkunci; kirim kata sandinya lewat jalan lain)").format(told)
        self._window.banner.say(
            ". ".join((told, *notes)),
            "warning" if notes else "good",
            tr("Buka folder"),
            lambda: open_folder(path),
            lasting=True,
            also=(tr("Salin berkas"), lambda: self._copy(path)),
        )

    def _copy(self, path: Path) -> None:
        copy_file(path)
        told = tr("Berkas tersalin. Tempel di WhatsApp Web, surel, atau folder.")
        self._window.banner.say(told, "good")

    def _closed(self) -> None:
        self._stop.set()
        if self._dialog is not None:
            self._progressed.disconnect(self._dialog.foot.set_progress)
            self._dialog.deleteLater()
            self._dialog = None


def open_folder(path: Path) -> None:
    """Show the folder that a file lies in."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def copy_file(path: Path) -> None:
    """Put a file on the clipboard, as file managers do: other programs paste it."""
    url = QUrl.fromLocalFile(str(path))
    data = QMimeData()
    data.setUrls([url])
    copied = f"copy\n{url.toString(QUrl.ComponentFormattingOption.FullyEncoded)}"
    data.setData("x-special/gnome-copied-files", copied.encode())
    QGuiApplication.clipboard().setMimeData(data)
