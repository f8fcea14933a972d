"""A damaged database file as its pages, read without SQLite, which gives up at the first fault.

The format is that of https://www.sqlite.org/fileformat.html. Nothing here trusts a number
in the file: each is held against the size of what it speaks of.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.store.recovery.wal import USUAL_SIZE, all_frames, size_told, sound_size, vouched

LEAF, INTERIOR = 0x0D, 0x05  # of tables; an index has 0x0A and 0x02
INDEX_LEAF = 0x0A
_MOST_PAYLOAD = 1 << 30


class Unreadable(Exception):
    """What stands there is no cell, or is not all there; ``part`` is how far it goes."""

    def __init__(self, rowid: int = 0, part: bytes = b"") -> None:
        super().__init__()
        self.rowid = rowid
        self.part = part


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file, counted from 1, with those of its log laid over them."""

    size: int
    usable: int
    main: bytes
    over: Mapping[int, bytes]

    @property
    def count(self) -> int:
        """The number of the last page."""
        return max((len(self.main) + self.size - 1) // self.size, max(self.over, default=0))

    def page(self, number: int) -> bytes:
        """Return a page; what a file cut short has not is empty or short."""
        if number in self.over:
            return self.over[number]
        return self.main[(number - 1) * self.size : number * self.size] if number > 0 else b""


def views(database: Path, log: Path) -> list[Pages]:
    """Return the file as it can be understood, the likeliest first.

    That is with all of the log that its checksums vouch for; then with all that is in the
    log, for what comes after a damaged frame; then without a log. Raises OSError.
    """
    main = database.read_bytes() if database.exists() else b""
    frames = log.read_bytes() if log.exists() else b""
    size = _page_size(main, frames)
    reserved = main[20] if _has_head(main) and main[20] <= 64 else 0
    seen: list[Mapping[int, bytes]] = []
    for over in (vouched(frames, size), all_frames(frames, size), {}):
        if over not in seen:
            seen.append(over)
    return [Pages(size, size - reserved, main, over) for over in seen]


def kind_of(page: bytes, number: int) -> int:
    """Return what a page says it is."""
    at = 100 if number == 1 else 0
    return page[at] if len(page) > at else 0


def children(pages: Pages, number: int) -> list[int]:
    """Return the pages that an interior page of a table leads to."""
    page, at = pages.page(number), 100 if number == 1 else 0
    if len(page) < at + 12:
        return []
    cells = struct.unpack_from(">H", page, at + 3)[0]
    found = []
    for cell in range(min(cells, (len(page) - at - 12) // 2)):
        (offset,) = struct.unpack_from(">H", page, at + 12 + 2 * cell)
        if offset + 4 <= len(page):
            found.append(struct.unpack_from(">I", page, offset)[0])
    found.append(struct.unpack_from(">I", page, at + 8)[0])
    return found


def cell_offsets(page: bytes, number: int) -> list[int]:
    """Return where the cells of a leaf begin, as far as they lie within the page."""
    at = 100 if number == 1 else 0
    if len(page) < at + 8:
        return []
    cells = struct.unpack_from(">H", page, at + 3)[0]
    most = (len(page) - at - 8) // 2
    offsets = struct.unpack_from(f">{min(cells, most)}H", page, at + 8)
    return [offset for offset in offsets if at + 8 < offset < len(page)]


def table_cell(pages: Pages, page: bytes, offset: int) -> tuple[int, bytes]:
    """Return the row's number and its record. Raises Unreadable."""
    length, at = varint(page, offset)
    rowid, at = varint(page, at)
    try:
        return rowid, _payload(pages, page, at, length, pages.usable - 35)
    except Unreadable as error:
        raise Unreadable(rowid, error.part) from None


def index_cell(pages: Pages, page: bytes, offset: int) -> bytes:
    """Return the record of an index's leaf. Raises Unreadable."""
    length, at = varint(page, offset)
    return _payload(pages, page, at, length, (pages.usable - 12) * 64 // 255 - 23)


def varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number and where what follows it begins. Raises Unreadable."""
    value = 0
    try:
        for place in range(8):
            byte = page[at + place]
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value, at + place + 1
        return value << 8 | page[at + 8], at + 9
    except IndexError:
        raise Unreadable from None


def record_values(record: bytes, *, in_part: bool = False) -> list[object]:
    """Return the values of a record; texts that are no UTF-8 as bytes.

    ``in_part`` takes what there is of a record whose end is missing: the text in which it
    breaks off comes as bytes. Raises Unreadable.
    """
    head, at = varint(record, 0)
    if head > len(record):
        raise Unreadable
    kinds = []
    while at < head:
        kind, at = varint(record, at)
        kinds.append(kind)
    values: list[object] = []
    at = head
    for kind in kinds:
        try:
            value, at = _value(record, at, kind)
        except Unreadable:
            if not in_part:
                raise
            if kind >= 13 and kind % 2 and at < len(record):
                values.append(record[at:])
            break
        values.append(value)
    return values


def free_pages(pages: Pages) -> set[int]:
    """Return the pages that the file itself says are not in use, as far as it can be read."""
    head = pages.page(1)
    if not _has_head(head):
        return set()
    trunk = struct.unpack_from(">I", head, 32)[0]
    free: set[int] = set()
    while 0 < trunk <= pages.count and trunk not in free:
        free.add(trunk)
        page = pages.page(trunk)
        if len(page) < 8:
            break
        trunk, leaves = struct.unpack_from(">II", page)
        most = min(leaves, (len(page) - 8) // 4)
        free.update(struct.unpack_from(f">{most}I", page, 8))
    return free


def _payload(pages: Pages, page: bytes, at: int, length: int, most: int) -> bytes:
    if not 0 < length < _MOST_PAYLOAD:
        raise Unreadable
    if length <= most:
        if at + length > len(page):
            raise Unreadable
        return page[at : at + length]
    least = (pages.usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (pages.usable - 4)
    local = local if local <= most else least
    if at + local + 4 > len(page):
        raise Unreadable
    pieces, left = [page[at : at + local]], length - local
    (next_page,) = struct.unpack_from(">I", page, at + local)
    try:
        pieces.extend(_overflow(pages, next_page, left))
    except Unreadable as error:
        raise Unreadable(0, b"".join(pieces) + error.part) from None
    return b"".join(pieces)


def _overflow(pages: Pages, number: int, left: int) -> list[bytes]:
    pieces: list[bytes] = []
    while left > 0:
        page = pages.page(number)
        if not 0 < number <= pages.count or len(page) < pages.usable or len(pieces) > pages.count:
            raise Unreadable(0, b"".join(pieces))
        (number,) = struct.unpack_from(">I", page)
        pieces.append(page[4 : 4 + min(left, pages.usable - 4)])
        left -= len(pieces[-1])
    return pieces


_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def _value(record: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in (10, 11):
        raise Unreadable
    size = _SIZES[kind] if kind < 10 else (kind - 12) // 2
    content = record[at : at + size]
    if len(content) < size:
        raise Unreadable
    value: object = None
    if kind == 7:
        (value,) = struct.unpack(">d", content)
    elif kind in (8, 9):
        value = kind - 8
    elif 0 < kind < 7:
        value = int.from_bytes(content, "big", signed=True)
    elif kind >= 12 and kind % 2 == 0:
        value = Blob(content)
    elif kind >= 13:
        try:
            value = content.decode("utf-8")
        except UnicodeDecodeError:
            value = content
    return value, at + size


class Blob(bytes):
    """Bytes that are no text by their kind; plain ``bytes`` are a text that is damaged."""


def _has_head(main: bytes) -> bool:
    return main[:16] == b"SQLite format 3\0" and len(main) >= 100


def _page_size(main: bytes, log: bytes) -> int:
    told = struct.unpack_from(">H", main, 16)[0] if _has_head(main) else 0
    return sound_size(told) or sound_size(size_told(log)) or USUAL_SIZE
