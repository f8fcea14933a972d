"""What is pushed of a story, as plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsroom.portal.wordpress.media import RemoteMedia

_NAME = 24  # letters of a digest in a picture's name
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_SCAN = 0xDA
_TOLD = (0xFE, *range(0xE1, 0xF0))  # comments, and what programs add
_SAID = (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes along. ``digest`` is of what is to be seen in it alone.

    ``data`` gives its bytes, when they are needed.
    """

    digest: str
    file_name: str
    mime: str
    size: int
    data: Callable[[], bytes]
    caption: str = ""
    alt: str = ""

    @property
    def slug(self) -> str:
        """By what it is found on a site."""
        return slug_of(self.digest)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A category by its part of an address, and by its name."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Package:
    """All that a site gets of a story.

    ``status`` is the portal's usual one, for a post that is not there yet. ``date`` is the
    moment that a person has set for it, aware, or None. ``content`` gives the text for
    pictures as they are on the site; one that is not among them is left out. ``lead`` is the
    file name of the featured picture, or empty. ``emptied`` are the custom fields that the story
    has nothing for: what the site has there is taken away.
    """

    uid: str
    revision: int
    title: str
    slug: str
    excerpt: str
    status: str
    date: datetime | None
    rubrics: Sequence[Rubric]
    tags: Sequence[str]
    login: str
    author: str
    meta: Mapping[str, str]
    pictures: Sequence[Picture]
    lead: str
    content: Callable[[Mapping[str, RemoteMedia]], str] = field(repr=False)
    emptied: Sequence[str] = ()


def slug_of(digest: str) -> str:
    """Return the slug of the picture with this digest."""
    return f"nr-{digest[:_NAME]}"


def seen_digest(data: bytes) -> str:
    """Return the SHA-256 of a JPEG or PNG without what it says in words.

    So a corrected caption, which is written into the file too, makes no other picture of it.

    >>> head, rest = b"\\xff\\xd8", b"\\xff\\xda\\x00\\x02light"
    >>> seen_digest(head + b"\\xff\\xfe\\x00\\x04hi" + rest) == seen_digest(head + rest)
    True
    """
    seen = data
    if data.startswith(_JPEG):
        seen = _without_words_jpeg(data)
    elif data.startswith(_PNG):
        seen = _without_words_png(data)
    return hashlib.sha256(seen).hexdigest()


def _without_words_jpeg(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in _TOLD:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))


def _without_words_png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _SAID:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))
