"""Data folders on other disks, remembered on the user's own.

A stick that is not plugged in, or a network drive that is away, looks like a data folder that
has never been. Without this an empty store would begin in its place, and the stories seem gone.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from newsroom.store.durable import write_whole
from newsroom.store.errors import StoreMissing
from newsroom.store.place import BACKUPS, DATABASE
from newsroom.store.private import private_folder

_LIST = "folder-data.json"
_MOST = 50  # folders: the ones that were used first give way


def require_known(home: Path) -> None:
    """Raise StoreMissing for a data folder that was on another disk, and is not there now."""
    if (home / DATABASE).exists() or (home / BACKUPS).exists():
        return
    if str(home) in _read():
        raise StoreMissing(
            f"Data Newsroom di {home} tidak ada, padahal dulu disimpan di sana. "
            "Pasang cakramnya, lalu coba lagi. Kalau memang hendak mulai dari kosong "
            f"di tempat itu, hapus dulu berkas {_list()}."
        )


def remember(home: Path) -> None:
    """Remember a data folder, if it lies on another disk than the user's own."""
    with suppress(OSError):
        if _is_on_own_disk(home) or str(home) in (known := _read()):
            return
        private_folder(_list().parent)
        told = json.dumps([*known, str(home)][-_MOST:], ensure_ascii=False, indent=2)
        write_whole(_list(), f"{told}\n".encode("utf-8", "surrogateescape"))


def _list() -> Path:
    from platformdirs import user_state_path

    return user_state_path("newsroom", appauthor=False) / _LIST


def _read() -> list[str]:
    with suppress(OSError, ValueError):
        told = json.loads(_list().read_text(encoding="utf-8", errors="surrogateescape"))
        return [str(one) for one in told] if isinstance(told, list) else []
    return []


def _is_on_own_disk(home: Path) -> bool:
    return home.stat().st_dev == _existing(_list().parent).stat().st_dev


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest above it that is there."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())
