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
        self._lane: Lane[Store] | None = None

    def open(self) -> None:
        """Ask where to and how, once all of the open story is safe."""
        window, desk = self._window, self._window.desk
        window.page.flush()
        if desk.story is None or (desk.story.is_empty and not desk.story.revision):
            window.banner.say(tr("Naskah ini masih kosong."), "good")
        elif self._dialog is None:
            desk.when_safe(self._ask)

    def write(self, path: Path, failed: Callable[[Exception], None]) -> None:
        """Write the open story whole to a file, and say so."""
        story = self._window.desk.story
        if story is not None:
            wish = Wish(path, None, "")
            self._window.desk.when_safe(lambda: self._run(story, wish, failed))

    # Within.

    def _ask(self) -> None:
        window, story = self._window, self._window.desk.story
        if story is None or self._dialog is not None:
            return
        kept = window.shape.hand_over
        dialog = HandoverDialog(window.theme, story, kept, window)
        self._dialog = dialog
        dialog.wanted.connect(lambda wish: self._hand_over(story, wish))
        dialog.foot.cancelled.connect(self._stop.set)
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

    def _hand_over(self, story: Story, wish: Wish) -> None:
        shape, dialog = self._window.shape, self._dialog
        shape.hand_over = {"folder": str(wish.path.parent), "size": wish.size}
        shape.keep()

        def failed(error: Exception) -> None:
            if self._dialog is dialog and dialog is not None:
                dialog.say_failed("" if isinstance(error, Cancelled) else in_words(error))

        self._run(story, wish, failed)

    def _run(self, story: Story, wish: Wish, failed: Callable[[Exception], None]) -> None:
        newsroom = self._window.desk.newsroom
        self._stop.clear()
        # Pictures must not hold up the saving.
        lane: Lane[Store] = Lane("hand over", newsroom.open_store, self)

        def progress(done: int, total: int) -> bool:
            self._progressed.emit(done, total)
            return not self._stop.is_set()

        def job(store: Store) -> Path:
            return newsroom.hand_over(
                store,
                story.id,
                wish.path,
                side=SIZES.get(wish.size or ""),
                passphrase=wish.passphrase,
                progress=progress,
            )

        def done(path: Path) -> None:
            lane.close(0)
            if self._dialog is not None:
                self._dialog.accept()
            self._window.desk.step_kept.emit()
            self._tell(story, path, is_sealed=bool(wish.passphrase))

        def not_done(error: Exception) -> None:
            lane.close(0)
            failed(error)

        lane.run(job, done, not_done)

    def _tell(self, story: Story, path: Path, *, is_sealed: bool) -> None:
        told = tr("“{0}” siap diserahkan: {1}").format(named(story), path.name)
        if is_sealed:
            told = tr("{0} (terkunci; kirim kata sandinya lewat jalan lain)").format(told)
        self._window.banner.say(
            told,
            "good",
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
