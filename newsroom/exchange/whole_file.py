"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, disk_fault


@contextmanager
def written_whole(path: Path, what: str) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; it takes its place once all is written.

    Nothing of it is left where that fails. Raises ExchangeError, which calls the file
    ``what``, where the disk refuses, and where something stands that is no file: a device
    or a pipe would be gone.
    """
    if path.exists() and not path.is_file():
        raise ExchangeError(f"{what} tidak dapat ditulis: {path} bukan berkas biasa")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise ExchangeError(f"{what} tidak dapat ditulis: {path}: {disk_fault(error)}") from error
