"""What the window's actions do with the portals' sites."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from newsroom.ui.main_window import MainWindow


class SiteCommands(QObject):
    """Opens the dialogs, which are loaded when they are first asked for."""

    logged_in = Signal(str)  # portal: its login is good, and its facts are there

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions about sites does."""
        return {"sites": self.open, "site_login": lambda: self.log_in()}

    def open(self) -> None:
        """Show the portals and how they stand."""
        from newsroom.ui.sites.sites import Sites

        if self._window.findChild(Sites) is None:
            Sites(self._window).open()

    def log_in(self, portal: str = "") -> None:
        """Let a person log in to a portal's site; the window's own portal by default.

        ``logged_in`` tells when that is done.
        """
        from newsroom.ui.sites.logging_in import LoggingIn

        if self._window.findChild(LoggingIn) is None:
            LoggingIn(self._window).look_up(portal or self._window.profile.name)
