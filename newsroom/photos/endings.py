"""Whether a picture's file goes on to its end, without reading its pixels."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from pathlib import Path

_AT_THE_END = 64  # bytes; the last chunk of a PNG and what some programs append


def seems_whole(path: Path, kind: str) -> bool:
    """Say whether the file's end is there; False too where that can't be told from outside.

    A file that was cut off while it was copied opens like any other, and its first rows are
    there. Whoever wants to be sure decodes what seems not to be whole.
    """
    look = _LOOKS.get(kind)
    if look is None:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return look(data)


def _jpeg(data: mmap.mmap) -> bool:
    """Look for an end after which nothing begins: a preview's is followed by the picture."""
    end = data.rfind(b"\xff\xd9")
    return end > 0 and data.find(b"\xff\xda", end) < 0


def _png(data: mmap.mmap) -> bool:
    return data.rfind(b"IEND", max(0, len(data) - _AT_THE_END)) > 0


def _webp(data: mmap.mmap) -> bool:
    return int.from_bytes(data[4:8], "little") + 8 <= len(data)


def _boxes(data: mmap.mmap) -> bool:
    """Go from box to box, as HEIC and AVIF are made; the last one ends where the file does."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:  # it is too large for four bytes
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:  # 0: to the end of the file, wherever that is
            return False
        at += size
    return at == len(data)


_LOOKS: dict[str, Callable[[mmap.mmap], bool]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "HEIF": _boxes,
    "AVIF": _boxes,
}
