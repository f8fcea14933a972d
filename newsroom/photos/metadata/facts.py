"""What a picture file says about itself, whatever standard it says it in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from newsroom.story.characters import without_controls

LONGEST = 4_000  # code points; IPTC allows a caption 2,000 bytes, and hostile files megabytes
MOST_KEYWORDS = 50

# Letters that are written; the 64 kB which a JPEG file has for them must hold all of them,
# even where each takes five bytes (&amp;).
_LONG, _SHORT, _WORD = 3_000, 300, 60
_LONG_FIELDS = ("caption", "alt")
_WESTERN = timezone(timedelta(hours=7))  # most of Indonesia

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

    @property
    def knows_hour(self) -> bool:
        """Whether more than the day is known; midnight without a zone stands for a whole day."""
        return self.taken is not None and (bool(self.taken.tzinfo) or self.taken.time() != time())

    @property
    def day(self) -> date | None:
        """The day on which it was taken, where it was taken.

        A time told in UTC is that of a program, not of a camera's clock: by it a morning in
        Indonesia would be the day before.

        >>> PictureFacts(taken=moment("2026-11-02T23:30:00Z")).day
        datetime.date(2026, 11, 3)
        """
        if self.taken is None:
            return None
        return (self.taken.astimezone(_WESTERN) if in_utc(self.taken) else self.taken).date()

    def fitting(self) -> PictureFacts:
        """Return these facts as a file can hold them: no control characters, nothing endless.

        >>> PictureFacts(creator="Rina\\x07 Contoh", caption="a" * 70_000).fitting().creator
        'Rina Contoh'
        """
        texts: dict[str, Any] = {
            one.name: clean(value)[: _LONG if one.name in _LONG_FIELDS else _SHORT]
            for one in fields(PictureFacts)
            if isinstance(value := getattr(self, one.name), str)
        }
        words = tuple(word[:_WORD] for word in clean_keywords(self.keywords))
        return replace(self, **texts, keywords=words)

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
        for letter in without_controls(text)
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


def in_utc(moment: datetime) -> bool:
    """Say whether a moment is told in UTC, as programs do that know no other zone."""
    return moment.utcoffset() == timedelta(0)


def moment(text: str) -> datetime | None:
    """Read a moment as XMP, IPTC and EXIF write it; None if it is none.

    >>> moment("2026:11:03 07:15:00"), moment("2026-11-03T07:15:00+07:00").utcoffset().seconds
    (datetime.datetime(2026, 11, 3, 7, 15), 25200)
    >>> moment("20261103"), moment("2026-11"), moment("0000:00:00 00:00:00")
    (datetime.datetime(2026, 11, 3, 0, 0), None, None)
    """
    text = text.strip(" \0")
    day, blank, hour = text.partition(" ")
    if blank:  # EXIF parts all by colons
        text = f"{day.replace(':', '-')}T{hour}"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if 1826 <= found.year <= 2200 else None  # the year of the first photograph
