"""Files written whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file, whole or not at all; a pipe or a device is written to as it is.

    A folder that is not there is not made. Raises ExchangeError, OSError.
    """
    from newsroom.exchange.whole_file import written_whole

    if not path.parent.is_dir() or (path.exists() and not path.is_file()):
        path.write_bytes(content)
    else:
        with written_whole(path, "naskah") as part:
            part.write_bytes(content)
    return path
