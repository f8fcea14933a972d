"""All that can be done with a data folder."""

from __future__ import annotations

from newsroom.app.archives import Archives
from newsroom.app.backups import Backups
from newsroom.app.publishing import Publishing
from newsroom.app.settings import OwnSettings
from newsroom.app.trails import Trails


class Newsroom(Archives, Backups, Publishing, Trails, OwnSettings):
    """One data folder and all that can be done with it; see ``Home`` for what threads may."""
