"""Text freed of what neither XML nor a web page may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """Return the printable text with every run of spaces and line breaks made one space."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Return the text without control characters, stray surrogates and non-characters.

    Word processors and phones leave them behind; one is enough for WordPress to
    import nothing.

    >>> printable("Pan\\x0bdeglang\\x00")
    'Pandeglang'
    """
    return _FORBIDDEN.sub("", text)
