"""Photographs that a story's text places itself, as ``![](name.jpg)``."""

from __future__ import annotations

from pathlib import PureWindowsPath
from urllib.parse import unquote

from newsroom.story.story import Photo, Story


def placed_photo(story: Story, address: str) -> Photo | None:
    """Return the photograph of the story that an address in its text means.

    Only the file name counts, in any case: the folder may be another by now.

    >>> story = Story(photos=(Photo("C:\\\\foto\\\\Panen Raya.JPG"),))
    >>> placed_photo(story, "panen%20raya.jpg") == story.photos[0]
    True
    """
    wanted = _name(unquote(address))
    return next((one for one in story.photos if wanted and _name(one.file) == wanted), None)


def _name(path: str) -> str:
    return PureWindowsPath(path).name.casefold()  # parts at / and \ alike
