"""The ways that photos come into the story, besides files chosen one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from newsroom.ui.desk.pasted_picture import pasted_picture
from newsroom.ui.dropping import local_files

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class PhotoWays(QObject):
    """Folders, camera cards, and the clipboard, also where Ctrl+V is pressed in a text field."""

    def __init__(self, window: MainWindow, add: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._add = add
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions does."""
        return {
            "add_folder": self.choose_folder,
            "paste_photo": self.paste,
            "card_photos": self.open_card,
        }

    def choose_folder(self) -> None:
        """Ask for a folder and add the pictures in it."""
        dialog = QFileDialog(self._window, self.tr("Tambah foto dari folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._add([Path(name)]))
        dialog.open()

    def open_card(self) -> None:
        """Let a person choose from the pictures of a camera card."""
        from newsroom.ui.dialogs.card_dialog import CardDialog

        dialog = CardDialog(self._window.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._add)
        dialog.open()

    def paste(self) -> None:
        """Add what is on the clipboard as photos, or say that there is no picture."""
        if not self._take_clipboard():
            message = self.tr("Tidak ada gambar di papan klip. Salin gambarnya dulu.")
            self._window.banner.say(message, "warning")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a picture or files that are pasted; words are the field's own."""
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and self._window.desk.story is not None
            and self._take_clipboard()
        )

    # Within.

    def _take_clipboard(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        if data is None:  # empty, as some systems have it
            return False
        if paths := local_files(data):
            self._window.commands.take_files(paths)
            return True
        picture = pasted_picture(data, datetime.now())
        if picture is None:
            return False
        self._window.show_tab("photos")
        self._window.desk.add_pasted(picture)
        return True

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and self._is_for_photos(now):
            self._watched = now
            now.installEventFilter(self)

    def _is_for_photos(self, widget: QWidget) -> bool:
        window = self._window
        places = [window.page, *([window.inspector.photos] if window.inspector else [])]
        return any(place is widget or place.isAncestorOf(widget) for place in places)
