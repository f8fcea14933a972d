"""What the files that a recovery leaves are named by: its moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path


def free_stamp(now: datetime, names: Callable[[str], Iterable[Path]]) -> str:
    """Return a moment as part of file names, counted on where there are such files already.

    ``names`` gives the files that would be named by a stamp.
    """
    stamp = name = f"{now.astimezone():%Y-%m-%d_%H-%M-%S}"
    number = 1
    while any(path.exists() for path in names(stamp)):
        number += 1
        stamp = f"{name}_{number}"
    return stamp
