"""Damage done to real database files, and what is kept of its mending."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from newsroom.store.place import DATABASE


def change_letters(home: Path, old: str | bytes, new: str | bytes) -> None:
    """Change letters in the file itself, wherever they stand, as a bad disk does.

    No program may have it open: what is in the log would win.
    """
    old, new = (one if isinstance(one, bytes) else one.encode() for one in (old, new))
    assert len(old) == len(new)
    content = (home / DATABASE).read_bytes()
    assert old in content
    (home / DATABASE).write_bytes(content.replace(old, new))


def spoil_root(home: Path, name: str) -> None:
    """Overwrite the first page of a table or an index, through which all of it is reached."""
    with closing(sqlite3.connect(home / DATABASE)) as store:
        (size,) = store.execute("PRAGMA page_size").fetchone()
        root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = store.execute(root, (name,)).fetchone()
    with (home / DATABASE).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def kept_reports(home: Path) -> list[str]:
    """Return the reports of all recoveries there have been, as they are kept."""
    return [path.read_text(encoding="utf-8") for path in sorted(home.glob("pemulihan-*.json"))]
