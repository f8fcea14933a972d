"""The write-ahead log of a database: the newest pages, in frames, of which some may be damaged.

The format is that of https://www.sqlite.org/fileformat.html#the_write_ahead_log.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

USUAL_SIZE = 4096  # bytes of a page
_MAGIC = (0x377F0682, 0x377F0683)
_FRAME_HEAD = 24


def size_told(log: bytes) -> int:
    """Return how large its pages are as the log has it; 0 if it says nothing."""
    return int(struct.unpack_from(">I", log, 8)[0]) if len(log) >= 32 else 0


def sound_size(told: int) -> int:
    """Return the size of a page for the number that stands for it; 0 for a number that is none."""
    size = 65_536 if told == 1 else told
    return size if 512 <= size <= 65_536 and size & (size - 1) == 0 else 0


def vouched(log: bytes, size: int) -> dict[int, bytes]:
    """Return the newest pages of the log, up to the last transaction that is whole."""
    sure: dict[int, bytes] = {}
    begun: dict[int, bytes] = {}
    for number, commit, page in _vouched_frames(log, size):
        begun[number] = page
        if commit:
            sure |= begun
            begun = {}
    return sure


def all_frames(log: bytes, size: int) -> dict[int, bytes]:
    """Return the newest pages of the log, vouched for or not, but none of an earlier round."""
    return {number: page for number, _, page in _frames(log, size, 32) if 0 < number < 1 << 31}


def log_is_broken(log: bytes) -> bool:
    """Say whether a transaction stands in the log behind a place where it is damaged.

    SQLite reads no further than that place, and says nothing of it.
    """
    if not any(log):
        return False
    size = sound_size(size_told(log)) or USUAL_SIZE
    sure = sum(1 for _ in _vouched_frames(log, size))
    if not sure and not _has_sound_head(log):
        return len(log) > 32
    begin = 32 + sure * (size + _FRAME_HEAD)
    return any(commit for _, commit, _ in _frames(log, size, begin))


def _vouched_frames(log: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield page, commit mark and content of the frames, as far as their checksums are right."""
    if not _has_sound_head(log):
        return
    order = ">" if log[3] & 1 else "<"
    sums: tuple[int, int] = struct.unpack_from(">II", log, 24)
    for at in range(32, len(log) - size - _FRAME_HEAD + 1, size + _FRAME_HEAD):
        page = log[at + _FRAME_HEAD : at + _FRAME_HEAD + size]
        sums = _checked(page, order, _checked(log[at : at + 8], order, sums))
        if log[at + 8 : at + 16] != log[16:24] or sums != struct.unpack_from(">II", log, at + 16):
            return
        yield (*struct.unpack_from(">II", log, at), page)


def _frames(log: bytes, size: int, begin: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield the frames of the last round, which all have the same salts in their heads."""
    places = range(32, len(log) - size - _FRAME_HEAD + 1, size + _FRAME_HEAD)
    salts = log[16:24]
    if not _has_sound_head(log):
        met = Counter(log[at + 8 : at + 16] for at in places)
        # The last round is written over the earlier ones, from the beginning.
        repeated = (met_ for met_ in met if met[met_] > 1 and any(met_))
        salts = next(repeated, log[40:48])
    for at in places:
        if at >= begin and log[at + 8 : at + 16] == salts:
            number, commit = struct.unpack_from(">II", log, at)
            yield number, commit, log[at + _FRAME_HEAD : at + _FRAME_HEAD + size]


def _has_sound_head(log: bytes) -> bool:
    if len(log) < 32 or struct.unpack_from(">I", log)[0] not in _MAGIC:
        return False
    order = ">" if log[3] & 1 else "<"
    return _checked(log[:24], order, (0, 0)) == struct.unpack_from(">II", log, 24)


def _checked(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + two) & 0xFFFFFFFF
        two = (two + odd + one) & 0xFFFFFFFF
    return one, two
