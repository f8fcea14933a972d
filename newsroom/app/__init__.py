"""Puts the parts together, for the window and the command line alike.

The parts are imported where they are used, so that the window is painted before
the database and the pictures have been loaded.
"""

from newsroom.app.exporting import EXPORTS, is_own
from newsroom.app.home import data_home
from newsroom.app.incoming import SAMPLE, SAMPLES
from newsroom.app.newsroom import Newsroom
from newsroom.app.styles import DEFAULT_HOUSE, DEFAULT_PORTAL

__all__ = [
    "DEFAULT_HOUSE",
    "DEFAULT_PORTAL",
    "EXPORTS",
    "SAMPLE",
    "SAMPLES",
    "Newsroom",
    "data_home",
    "is_own",
]
