"""Places in a text: code points, as stories count, and UTF-16 units, as Qt does."""

from __future__ import annotations


def units(text: str) -> int:
    """Return the length in UTF-16 units.

    >>> units("Warga 🙂")
    8
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, position: int) -> int:
    """Return how many code points stand before a position in UTF-16 units.

    >>> points("🙂 warga", 3)
    2
    """
    if units(text) == len(text):
        return position
    before = text.encode("utf-16-le", "surrogatepass")[: position * 2]
    return len(before.decode("utf-16-le", "ignore"))


def plain_breaks(text: str) -> str:
    """Return the text with line feeds for Unicode's own breaks, which Qt uses inside."""
    return text.replace("\u2029", "\n").replace("\u2028", "\n")
