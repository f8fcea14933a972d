"""The queue's dialog, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.ui.dialogs.publish.queue_dialog import QueueDialog
from newsroom.ui.jumping import go_to_story

if TYPE_CHECKING:
    from newsroom.store.deliveries.records import Push
    from newsroom.ui.main_window import MainWindow


class Queueing(QObject):
    """Shows the queue as it is, and as it comes to be."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._uploads = window.uploads
        self._dialog: QueueDialog | None = None

    def open(self) -> None:
        """Show the dialog."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        self._dialog = dialog = QueueDialog(self._window.theme, self._uploads.titles, self._window)
        dialog.go_on_wanted.connect(self._go_on)
        dialog.cancel_wanted.connect(self._cancel)
        dialog.undo_wanted.connect(
            lambda push: self._uploads.change(lambda store: store.pushes.resume(push))
        )
        dialog.move_wanted.connect(
            lambda push, place: self._uploads.change(lambda store: store.pushes.move(push, place))
        )
        dialog.story_wanted.connect(self._open_story)
        dialog.finished.connect(self._closed)
        self._uploads.changed.connect(dialog.show_pushes)
        dialog.show_pushes(self._uploads.pushes)
        dialog.open()
        dialog.table.setFocus()
        self._uploads.refresh()

    # Within.

    def _push(self, id: str) -> Push | None:
        return next((one for one in self._uploads.pushes if one.id == id), None)

    def _go_on(self, id: str) -> None:
        if (push := self._push(id)) is not None:
            self._leave()
            self._uploads.talk().follow(push)

    def _cancel(self, id: str) -> None:
        push = self._push(id)
        self._uploads.cancel(id)
        if push is not None and self._dialog is not None:
            self._dialog.tell_cancelled(id, push.headline)

    def _open_story(self, id: str) -> None:
        if (push := self._push(id)) is not None:
            self._leave()
            go_to_story(self._window, push.story)

    def _leave(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._uploads.changed.disconnect(self._dialog.show_pushes)
            self._dialog.deleteLater()
            self._dialog = None
