"""A WXR file taken apart into its items, each of them a piece of XML by itself.

They are parted by their tags, before any of them is parsed: what is wrong in one, or where
a file is cut, then costs that item alone, and only one item is in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from newsroom.exchange.errors import ExchangeError

MOST_ITEM = 16_000_000  # bytes
_MOST_HEAD = 64_000_000  # bytes; all authors, sections and tags of a site

# Within texts (CDATA) and comments the tags of items mean nothing.
_SIGN = re.compile(rb"<!\[CDATA\[|<!--|<item(?=[\s>])|</item\s*>")
_LONGEST_SIGN = 16
_END = re.compile(rb"</(?:channel|rss)\s*>")


class Piece(Enum):
    """What a piece of the file is."""

    HEAD = auto()  # all that stands before the first item
    ITEM = auto()
    TOO_LARGE = auto()  # an item that is left out
    CUT = auto()  # an item without its end, or nothing where the end of the file should be


@dataclass(frozen=True, slots=True)
class Part:
    """A piece with its bytes, which are none where they are of no use."""

    piece: Piece
    data: bytes = b""


def parts(blocks: Iterator[bytes]) -> Iterator[Part]:
    """Yield head and items of a file that comes in blocks. Raises ExchangeError without items."""
    scan = _Scan(blocks)
    while (sign := scan.next_sign()) is not None:
        if sign.startswith(b"</"):
            if scan.in_item:
                yield scan.item()
        else:
            if not scan.in_item and not scan.had_head:
                yield scan.head()
            elif scan.in_item:
                yield Part(Piece.CUT)
            scan.begin_item()
    if not scan.had_head:
        yield scan.head()
    if scan.in_item or not scan.has_end:
        yield Part(Piece.CUT)


class _Scan:
    """The bytes from where the piece at hand begins, and how far they were looked through."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._bytes = bytearray()
        self._at = 0
        self._sign = 0  # where the last sign began
        self._is_dropped = False  # the item is too large
        self.in_item = False
        self.had_head = False
        self.has_end = False

    def next_sign(self) -> bytes | None:
        """Go on past the next tag of an item, and return it; None at the end of the file."""
        while True:
            found = _SIGN.search(self._bytes, self._at)
            if found is None:
                self._at = max(self._at, len(self._bytes) - _LONGEST_SIGN)
                if not self._more():
                    self.has_end = _END.search(self._bytes) is not None
                    return None
                continue
            sign, self._sign, self._at = found.group(), found.start(), found.end()
            del found  # while it is there the bytes can't grow
            if not sign.startswith(b"<!"):
                return sign
            if not self._skip(b"-->" if sign == b"<!--" else b"]]>"):
                return None

    def head(self) -> Part:
        """Take what stands before the first item."""
        self.had_head = True
        end = self._sign if self._at > self._sign else len(self._bytes)
        return Part(Piece.HEAD, bytes(self._bytes[:end]))

    def begin_item(self) -> None:
        """Drop all that stands before the item that begins here."""
        self._drop(self._sign)
        self.in_item, self._is_dropped = True, False

    def item(self) -> Part:
        """Take the item that ends here."""
        data = b"" if self._is_dropped else bytes(self._bytes[: self._at])
        self._drop(self._at)
        self.in_item = False
        return Part(Piece.TOO_LARGE if self._is_dropped else Piece.ITEM, data)

    def _skip(self, closing: bytes) -> bool:
        """Go on past the end of a text or a comment; False if there is none."""
        while (end := self._bytes.find(closing, self._at)) < 0:
            self._at = max(self._at, len(self._bytes) - len(closing) + 1)
            if not self._more():
                return False
        self._at = end + len(closing)
        return True

    def _more(self) -> bool:
        if self.in_item and len(self._bytes) > MOST_ITEM:
            self._is_dropped = True
        if self._is_dropped or (self.had_head and not self.in_item):
            self._drop(self._at)
        elif not self.in_item and len(self._bytes) > _MOST_HEAD:
            raise ExchangeError("tidak ada satu pun naskah di awalnya")
        block = next(self._blocks, b"")
        self._bytes += block
        return bool(block)

    def _drop(self, end: int) -> None:
        del self._bytes[:end]
        self._at -= end
        self._sign -= end
