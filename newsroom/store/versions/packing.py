"""Packing a state: whole, or as what differs from a state that was packed before it.

Whole::       crc32 of the content, then the content deflated
A difference:: crc32, how long the beginning and the end are that both share (two varints),
               then what is between them, deflated with the other state for a dictionary

The checksum is that of the unpacked content, so that a wrong base is found out too.
"""

from __future__ import annotations

import zlib

from newsroom.story.ends import common_ends

_RAW = -zlib.MAX_WBITS  # no header or sum of zlib's own: the checksum here does for both
_REACH = 32_000  # bytes: deflate looks back no further
_SUM = 4
_MOST = 1 << 27  # bytes: damage must not unpack to more than there is memory for


class Unpackable(ValueError):
    """What was packed has been damaged."""


def pack(content: bytes, base: bytes | None = None) -> bytes:
    """Pack a content, by the base if there is one."""
    told = zlib.crc32(content).to_bytes(_SUM, "big")
    if base is None:
        return told + _deflated(content, b"")
    start, end = common_ends(base, content)
    between = _deflated(content[start : len(content) - end], _dictionary(base, start))
    return told + _varint(start) + _varint(end) + between


def unpack(packed: bytes, base: bytes | None = None) -> bytes:
    """Return what was packed, given the base that it was packed by. Raises Unpackable."""
    try:
        if base is None:
            content = _inflated(packed[_SUM:], b"")
        else:
            start, rest = _read_varint(packed[_SUM:])
            end, rest = _read_varint(rest)
            between = _inflated(rest, _dictionary(base, start))
            content = base[:start] + between + base[len(base) - end :]
    except (zlib.error, IndexError, OverflowError, MemoryError) as error:
        raise Unpackable(str(error)) from error
    if packed[:_SUM] != zlib.crc32(content).to_bytes(_SUM, "big"):
        raise Unpackable("checksum")
    return content


def _dictionary(base: bytes, start: int) -> bytes:
    """Return the part of the base in which what stands at ``start`` is likeliest to be found."""
    begin = max(0, min(start - _REACH // 2, len(base) - _REACH))
    return base[begin : begin + _REACH]


def _deflated(content: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(
        zlib.Z_BEST_COMPRESSION,
        zlib.DEFLATED,
        _RAW,
        zlib.DEF_MEM_LEVEL,
        zlib.Z_DEFAULT_STRATEGY,
        dictionary,
    )
    return packer.compress(content) + packer.flush()


def _inflated(packed: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(_RAW, dictionary)
    return unpacker.decompress(packed, _MOST)


def _varint(number: int) -> bytes:
    """Return a number in as few bytes as it needs, seven bits in each.

    >>> _varint(5), _varint(300)
    (b'\\x05', b'\\xac\\x02')
    """
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


def _read_varint(written: bytes) -> tuple[int, bytes]:
    """Return the number that bytes begin with, and the bytes after it. Raises IndexError."""
    number = place = 0
    while written[place] & 0x80:
        number |= (written[place] & 0x7F) << 7 * place
        place += 1
    return number | written[place] << 7 * place, written[place + 1 :]
