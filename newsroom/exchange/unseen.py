"""Signs that are not what they look like: marks nobody sees, letters that are none, blanks.

They break words apart for every search, and for readers who have the text read to them.
"""

from __future__ import annotations

import re
import unicodedata

# Zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks. Between
# two pictures of an emoji the joiner makes them one, and stays.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    r"|(?<![^\w\s])"
    "\u200d"
    "|\u200d"
    r"(?=[\w\s]|\Z)"
)
# 𝗕𝗼𝗹𝗱 and 𝘪𝘵𝘢𝘭𝘪𝘤 letters of mathematics, which networks without a bold are decorated with.
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")
_BLANKS = str.maketrans({"\u2800": " ", "\u3164": " ", "\uffa0": " "})


def without_unseen(text: str) -> str:
    """Return the text without marks that are not to be seen; blanks all stay.

    >>> without_unseen("Pande\\u00adglang\\u200b 👩\\u200d🌾")
    'Pandeglang 👩\\u200d🌾'
    """
    return _UNSEEN.sub("", text)


def legible(text: str) -> str:
    """Return the text with letters for what only looks like some, and blanks that are some.

    >>> legible("𝗣𝗮𝘀𝗮𝗿 𝘉𝘢𝘳𝘶")
    'Pasar Baru'
    """
    plain = _MATHEMATICAL.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return plain.translate(_BLANKS)
