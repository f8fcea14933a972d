"""Opening zip files that strangers made: none may fill the memory or reach out of its place."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newsroom.exchange.errors import ExchangeError, disk_fault

MOST_FILES = 5_000
MOST_BYTES = 512_000_000  # unpacked, all together
_MOST_LISTING = 2_000_000  # bytes; of so many files, with long names

_PIECE = 1 << 16
# Both ends of a zip, as the library seeks them (APPNOTE.TXT, 4.3.14 to 4.3.16).
_END, _END_64 = struct.Struct("<4s4H2LH"), struct.Struct("<4sQ2H2L4Q")
_END_SIGN, _END_64_SIGN, _POINTER_SIGN = b"PK\5\6", b"PK\6\6", b"PK\6\7"
_POINTER = 20
_LONGEST_REMARK = 1 << 16
_HEAD = 30  # bytes before a file's name, which stands there again

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, struct.error, ArithmeticError),
    *(NotImplementedError, RuntimeError, ValueError),  # an odd way of packing, a password
)


class TooLarge(Exception):
    """A file in a zip is larger than such a file can be."""


@contextmanager
def opened_zip(
    path: Path, damaged: str, too_large: str, content: IO[bytes] | None = None
) -> Iterator[zipfile.ZipFile]:
    """Open a zip file to read from it; with ``content`` that is what would be in the file.

    Raises ExchangeError with ``damaged`` or ``too_large``, also for what goes wrong
    while it is open.
    """
    try:
        with content or path.open("rb") as file:
            _check_listing(file)
            with zipfile.ZipFile(file) as archive:
                _check_files(archive.infolist())
                yield archive
    except ExchangeError:
        raise
    except (TooLarge, MemoryError):
        raise ExchangeError(too_large) from None
    except OSError as error:
        raise ExchangeError(f"{path}: {disk_fault(error)}") from None
    except _DAMAGE:
        raise ExchangeError(damaged) from None


@contextmanager
def opened_part(archive: zipfile.ZipFile, name: str, most: int) -> Iterator[IO[bytes]]:
    """Open one file of a zip, which never gives more than ``most`` bytes.

    Raises KeyError without it, TooLarge, and the zip's own errors, also while it is read: a
    piece at a time, for what is asked for at once is unpacked whole, whatever its size is
    said to be.
    """
    info = archive.getinfo(name)
    if info.file_size > most:
        raise TooLarge
    with archive.open(info) as part:
        yield part


def pieces(part: IO[bytes]) -> Iterator[bytes]:
    """Yield what is in a file, a little at a time."""
    while piece := part.read(_PIECE):
        yield piece


def read_part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Read one file of a zip. Raises KeyError without it, TooLarge, and the zip's own errors."""
    with opened_part(archive, name, most) as part:
        return b"".join(pieces(part))


def _check_listing(file: IO[bytes]) -> None:
    """Stop before the library reads the list of files whole, if that is larger than can be.

    Raises TooLarge, BadZipFile.
    """
    size = file.seek(0, os.SEEK_END)
    begin = max(0, size - _LONGEST_REMARK - _END.size)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(_END_SIGN)
    if at < 0 or len(tail) < at + _END.size:
        raise zipfile.BadZipFile
    _, _, _, _, count, length, _, _ = _END.unpack_from(tail, at)
    pointer = begin + at - _POINTER
    if pointer >= _END_64.size:
        file.seek(pointer - _END_64.size)
        end = file.read(_END_64.size)
        if file.read(len(_POINTER_SIGN)) == _POINTER_SIGN:
            sign, *_, count, length, _ = _END_64.unpack(end)
            if sign != _END_64_SIGN:
                raise zipfile.BadZipFile
    file.seek(0)
    if count > MOST_FILES or length > _MOST_LISTING:
        raise TooLarge


def _check_files(infos: list[zipfile.ZipInfo]) -> None:
    """Stop at more than fits, and at files that lie in one another, to be unpacked many times.

    Raises TooLarge, BadZipFile.
    """
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
        raise TooLarge
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise zipfile.BadZipFile
        end = info.header_offset + _HEAD + info.compress_size
