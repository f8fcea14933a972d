"""The actions of the desk; all that they need is loaded when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from newsroom.story.workflow import Status
    from newsroom.ui.desk_view.desking import Desking
    from newsroom.ui.main_window import MainWindow


class AtDesk(QObject):
    """Shows the desk of the window, and goes from one story of it to the next."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desking: Desking | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions of the desk does."""
        return {
            "desk_view": lambda on: self.desking().show(on),
            "next_story": lambda: self.desking().go(1),
            "previous_story": lambda: self.desking().go(-1),
            "daily_log": self.open_log,
        }

    @property
    def is_shown(self) -> bool:
        """True while the desk is in the page's place."""
        return self._desking is not None and self._desking.is_in_front

    @property
    def at_hand(self) -> Status | None:
        """The status of the story at hand at the desk; None while that is not shown."""
        line = self._desking.page.table.at_hand if self._desking and self.is_shown else None
        return line.status if line else None

    def desking(self) -> Desking:
        """Return the desk itself."""
        if self._desking is None:
            from newsroom.ui.desk_view.desking import Desking

            self._desking = Desking(self._window)
        return self._desking

    def leave(self) -> None:
        """Go back to what was there before the desk was shown."""
        if self._desking is not None:
            self._desking.leave()

    def move_on(self, status: Status) -> bool:
        """Give what is chosen at the desk another status; False while it is not shown."""
        return self._desking is not None and self._desking.move_on(status)

    def open_log(self) -> None:
        """Show what passed the desk today."""
        from newsroom.ui.desk_view.daily_logging import DailyLogging

        (self._window.findChild(DailyLogging) or DailyLogging(self._window)).open()
