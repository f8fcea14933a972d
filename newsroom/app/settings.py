"""What a newsroom sets for itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app.home import Home
from newsroom.app.styles import DEFAULT_PORTAL

if TYPE_CHECKING:
    from newsroom.exchange.settings.settings import Settings


class OwnSettings(Home):
    """Settings read, written, and shared with colleagues."""

    def settings(self, name: str = DEFAULT_PORTAL) -> Settings:
        """Return the settings in force. Raises ExchangeError."""
        from newsroom.exchange.settings.settings import read_settings

        return read_settings(self.home, name)

    def save_settings(
        self, before: Settings, after: Settings, name: str = DEFAULT_PORTAL
    ) -> Settings:
        """Write what differs, all of it or nothing, and return ``after``. Raises ExchangeError."""
        from newsroom.exchange.settings.settings import write_settings

        write_settings(self.home, name, before, after)
        return after

    def share_settings(self, settings: Settings, out: Path, name: str = DEFAULT_PORTAL) -> Path:
        """Write settings as one file for colleagues, and return its path. Raises ExchangeError."""
        from newsroom.exchange.settings.share import write_share

        write_share(settings, name, out)
        return out

    def shared_settings(
        self, path: Path, settings: Settings, name: str = DEFAULT_PORTAL
    ) -> Settings:
        """Return settings with what a colleague's file says. Raises ExchangeError."""
        from newsroom.exchange.settings.share import read_share, received

        return received(settings, read_share(path, name))
