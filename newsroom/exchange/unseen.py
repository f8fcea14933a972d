"""Marks in a text that nobody sees: taken out, as they break words apart for every search."""

from __future__ import annotations

import re

# Zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks. Between
# two pictures of an emoji the joiner makes them one, and stays.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    r"|(?<![^\w\s])"
    "\u200d"
    "|\u200d"
    r"(?=[\w\s]|\Z)"
)


def without_unseen(text: str) -> str:
    """Return the text without marks that are not to be seen; blanks all stay.

    >>> without_unseen("Pande\\u00adglang\\u200b 👩\\u200d🌾")
    'Pandeglang 👩\\u200d🌾'
    """
    return _UNSEEN.sub("", text)
