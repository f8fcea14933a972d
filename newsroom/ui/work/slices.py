"""Long work in the window's thread, a few milliseconds at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.work.pace import LOOK_AGAIN, Turn, is_typing

_SLICE = 0.004  # seconds; short enough not to be felt in a key press
_PATIENCE = 0.25  # seconds; then there is a slice whoever types, so that there is an end


class Slices(QObject):
    """Goes through an iterator for its effects, between the events of the window.

    Starting anew drops what was under way. What is not done at once waits while somebody
    types, and goes on between the keys.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._turn = Turn(_PATIENCE)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on_between_keys)

    @property
    def is_busy(self) -> bool:
        """True until the last step is done."""
        return self._work is not None

    def start(self, work: Iterator[object], *, at_once: bool = True) -> None:
        """Begin; what is short is done at once, or after the events that are due now."""
        self._work = work
        self._timer.start(0)
        if at_once:
            self._go_on()

    def stop(self) -> None:
        """Drop what is under way."""
        self._work = None
        self._timer.stop()

    def _go_on_between_keys(self) -> None:
        has_come = self._turn.has_come()
        self._timer.setInterval(LOOK_AGAIN if is_typing() else 0)
        if has_come:
            self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + (_SLICE / 2 if is_typing() else _SLICE)
        work = self._work
        while work is not None and time.perf_counter() < until:
            if next(work, self) is self:
                if work is self._work:
                    self.stop()
                return
            if work is not self._work:
                return
