"""A piece of work that takes long: how far it has come, and a way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

_OFTEN = 0.05  # seconds between two tellings; nobody reads faster


class LongWork(QObject):
    """Carries the progress of one work at a time from its worker to the window."""

    progressed = Signal(object, object)  # so much is done, of so much: bytes pass 32 bits

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def begin(self) -> Callable[[int, int], bool]:
        """Return what the worker tells its progress to; it answers whether to go on."""
        self._stop = stop = threading.Event()
        last = 0.0

        def tell(done: int, total: int) -> bool:
            nonlocal last
            now = time.monotonic()
            if now - last >= _OFTEN and not stop.is_set():
                last = now
                self.progressed.emit(done, total)
            return not stop.is_set()

        return tell

    def stop(self) -> None:
        """Have the work that is under way stopped."""
        self._stop.set()
