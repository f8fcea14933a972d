"""Several small files that belong together: all of them are changed, or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from newsroom.exchange.errors import ExchangeError, disk_fault

BACKUP = ".cadangan"
"""What the name of a file as it was before ends in."""


def change_files(contents: Mapping[Path, bytes | None]) -> None:
    """Give files their contents; None takes one away. What was there stays beside it.

    Each is written whole before the first takes its place, and where one can't, those
    that did are put back. Raises ExchangeError.
    """
    done: list[Path] = []
    parts = {path: path.with_name(f".{path.name}.part") for path in contents}
    try:
        before = {path: path.read_bytes() if path.is_file() else None for path in contents}
        for path, content in contents.items():
            _prepare(path, parts[path], content, before[path])
        try:
            for path, content in contents.items():
                done.append(path)
                _put(path, parts[path], is_there=content is not None)
        except OSError:
            _put_back({path: before[path] for path in done})
            raise
    except OSError as error:
        where = error.filename or "folder data"
        raise ExchangeError(
            f"Pengaturan tidak dapat ditulis: {where}: {disk_fault(error)}"
        ) from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _prepare(path: Path, part: Path, content: bytes | None, before: bytes | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if before is not None:
        path.with_name(path.name + BACKUP).write_bytes(before)
    if content is not None:
        part.write_bytes(content)


def _put(path: Path, part: Path, *, is_there: bool) -> None:
    if is_there:
        part.replace(path)
    else:
        path.unlink(missing_ok=True)


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        with suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
