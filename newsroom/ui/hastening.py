"""Turning to something else saves what was written, without waiting for the pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class Hastening(QObject):
    """Watches where the keyboard goes: to another field, or to another program."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # After all else that follows the keyboard: fields tell their last words then.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._save)
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def _focus_moved(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None:
            self._soon.start()

    def _save(self) -> None:
        self._window.page.flush()
        self._window.desk.hasten()
