"""Says in the banner how far a file is, and has the window wait for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.handover.words import tr
from newsroom.ui.work.long_work import LongWork

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow

TOLD_AFTER = 500  # milliseconds; what is done sooner needs no word before


class UnderWay(QObject):
    """One file at a time. It may be stopped, also by who closes the window and does not wait.

    ``doing`` says what is done, ``leaving`` what the button to close without it says.
    """

    def __init__(self, window: MainWindow, doing: str, leaving: str) -> None:
        super().__init__(window)
        self.is_given_up = False  # by who closes the window
        self._window = window
        self._doing = doing
        self._leaving = leaving
        self._name = ""
        self._told = ""  # how far it is, as the banner says it
        self._is_closing = False
        self._work = LongWork(self)
        self._work.progressed.connect(self._tell_progress)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)

    def begin(self, name: str) -> Callable[[int, int], bool]:
        """Say of a file how far it is, once that takes longer than a moment.

        Returns what the worker tells its progress to; it answers whether to go on.
        """
        self._name = name
        self._timer.start(TOLD_AFTER)
        return self._work.begin()

    def end(self) -> None:
        """Say no more of it."""
        self._timer.stop()
        self._window.banner.withdraw(self._told)
        self._told = ""

    def keep_open(self) -> None:
        """Have the window wait, and say so for as long as it does."""
        self._is_closing = True
        self.end()
        self._tell()

    def closes(self, *, is_well: bool) -> bool:
        """Close the window, if it waited; not where something went otherwise than wished."""
        closes = self._is_closing and (is_well or self.is_given_up)
        self._is_closing = self.is_given_up = False
        if closes:
            self._window.close()
        return closes

    # Within.

    def _tell(self) -> None:
        self._told = self._words(
            f"{self._doing} {self._name}…", tr("{0} Jendela ditutup sesudahnya.")
        )
        if self._is_closing:
            level, button, act = "warning", self._leaving, self._give_up
        else:
            level, button, act = "good", tr("Batalkan"), self._work.stop
        self._window.banner.say(self._told, level, button, act, lasting=True)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._told and total:
            share = f"{self._doing} {self._name}: {done * 100 // total}%"
            share = self._words(share, tr("{0}. Jendela ditutup sesudahnya."))
            self._window.banner.change(self._told, share)
            self._told = share

    def _words(self, told: str, closing: str) -> str:
        return closing.format(told) if self._is_closing else told

    def _give_up(self) -> None:
        self.is_given_up = True
        self._work.stop()
