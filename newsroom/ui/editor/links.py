"""Links in one line of Markdown: finding the one at hand, changing it, taking it away.

Offsets count code points in the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"(?<!!)\[(?P<label>[^\]\n]{0,500})\]\((?P<address>[^)\n]{0,2000})\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and where it stands."""

    start: int
    end: int
    label: str
    address: str


def link_at(text: str, start: int, end: int) -> Link | None:
    """Return the link that a stretch lies in; pictures are none.

    >>> link_at("Baca [di sini](https://a.id) dulu", 8, 8)
    Link(start=5, end=28, label='di sini', address='https://a.id')
    >>> link_at("Baca [di sini](https://a.id) dulu", 8, 30)
    """
    for match in _LINK.finditer(text):
        if match.start() <= start and end <= match.end():
            return Link(match.start(), match.end(), match["label"], match["address"])
    return None


def link(label: str, address: str) -> str:
    """Write a link; without an address only the label.

    >>> link("di sini", "https://a.id/b c"), link("di sini", "")
    ('[di sini](https://a.id/b%20c)', 'di sini')
    """
    address = address.strip().replace(" ", "%20").replace(")", "%29")
    return f"[{label}]({address})" if address else label
