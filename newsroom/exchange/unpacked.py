"""Pictures that came inside another file, on the disk for as long as the program needs them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from newsroom.story.file_names import safe_name

Keep = Callable[[str, bytes], Path]
"""Puts a picture, with a name to know it by, where it can be read from."""


def keep_picture(name: str, content: bytes) -> Path:
    """Write a picture into a folder that goes when the program ends, and return its path.

    The name is kept as far as any system takes it; what leads out of the folder is not.
    """
    path = Path(tempfile.mkdtemp(dir=_folder())) / safe_name(name)
    try:
        path.write_bytes(content)
    except OSError:  # the disk is full, and what is half there does not help
        forget_picture(path)
        raise
    return path


def forget_picture(path: Path) -> None:
    """Delete a picture that ``keep_picture`` wrote, once it lies elsewhere; no other file."""
    if _kept and path.is_relative_to(_folder()):
        shutil.rmtree(path.parent, ignore_errors=True)


@cache
def _folder() -> Path:
    # Kept here, so that it is there until the program ends, and then cleaned up.
    made = tempfile.TemporaryDirectory(prefix="newsroom-", ignore_cleanup_errors=True)
    _kept.append(made)
    return Path(made.name)


_kept: list[tempfile.TemporaryDirectory[str]] = []
