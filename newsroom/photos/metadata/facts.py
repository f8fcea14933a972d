"""What a picture file says about itself, whatever standard it says it in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

LONGEST = 4_000  # code points; IPTC allows a caption 2,000 bytes, and hostile files megabytes
MOST_KEYWORDS = 50

_BLANKS = re.compile(r"[^\S\n]+")
# Controls, marks that turn the direction of writing, halves of characters, what is unassigned.
_NO_LETTERS = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The fields that newsrooms read; each may be missing.

    ``taken`` has a zone only if the camera wrote one. ``alt`` is the alternative text of
    IPTC Core 1.3, ``source`` who supplied the picture, ``usage`` what may be done with it.
    """

    caption: str = ""
    headline: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    city: str = ""
    taken: datetime | None = None
    keywords: tuple[str, ...] = ()
    alt: str = ""

    def completed(self, other: PictureFacts) -> PictureFacts:
        """Return these facts, with what is missing taken from others.

        >>> PictureFacts(caption="Panen").completed(PictureFacts("Lain", creator="Rina"))
        PictureFacts(caption='Panen', headline='', creator='Rina', credit='', source='', \
copyright='', usage='', city='', taken=None, keywords=(), alt='')
        """
        return PictureFacts(
            **{
                one.name: getattr(self, one.name) or getattr(other, one.name)
                for one in fields(PictureFacts)
            }
        )


def clean(text: str) -> str:
    """Return a text without control characters and needless blanks, cut where it is endless.

    >>> clean(" Warga\\x00 memanen\\r\\n\\r\\npadi ")
    'Warga memanen\\npadi'
    """
    text = text[: LONGEST * 2].replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or unicodedata.category(letter) not in _NO_LETTERS
    )
    return _LINES.sub("\n", _BLANKS.sub(" ", kept)).strip()[:LONGEST].rstrip()


def clean_keywords(words: Iterable[str]) -> tuple[str, ...]:
    """Return keywords once each, those that a program wrote into one field parted.

    >>> clean_keywords(["Banten; panen", "Panen", ""])
    ('Banten', 'panen')
    """
    found: dict[str, str] = {}
    for word in words:
        for part in re.split(r"[;\n]", clean(word)):
            if part := part.strip(" ,"):
                found.setdefault(part.casefold(), part)
            if len(found) >= MOST_KEYWORDS:
                return tuple(found.values())
    return tuple(found.values())


def moment(text: str) -> datetime | None:
    """Read a moment as XMP, IPTC and EXIF write it; None if it is none.

    >>> moment("2026:11:03 07:15:00"), moment("2026-11-03T07:15:00+07:00").utcoffset().seconds
    (datetime.datetime(2026, 11, 3, 7, 15), 25200)
    >>> moment("20261103"), moment("2026-11"), moment("0000:00:00 00:00:00")
    (datetime.datetime(2026, 11, 3, 0, 0), None, None)
    """
    text = text.strip(" \0")
    day, blank, time = text.partition(" ")
    if blank:  # EXIF parts all by colons
        text = f"{day.replace(':', '-')}T{time}"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if 1826 <= found.year <= 2200 else None  # the year of the first photograph
