"""Opening zip files that strangers made: none may fill the memory or reach out of its place."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, disk_fault

MOST_FILES = 5_000
MOST_BYTES = 512_000_000  # unpacked, all together

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError),
    *(NotImplementedError, RuntimeError, ValueError),  # an odd way of packing, a password
)


class TooLarge(Exception):
    """A file in a zip is larger than such a file can be."""


@contextmanager
def opened_zip(path: Path, damaged: str, too_large: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip file to read from it.

    Raises ExchangeError with ``damaged`` or ``too_large``, also for what goes wrong
    while it is open.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
                raise TooLarge
            yield archive
    except ExchangeError:
        raise
    except TooLarge:
        raise ExchangeError(too_large) from None
    except OSError as error:
        raise ExchangeError(f"{path}: {disk_fault(error)}") from None
    except _DAMAGE:
        raise ExchangeError(damaged) from None


def read_part(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Read one file of a zip. Raises KeyError without it, TooLarge, and the zip's own errors."""
    info = archive.getinfo(name)
    if info.file_size > most:
        raise TooLarge
    return archive.read(info)  # never more than the size that it gives
