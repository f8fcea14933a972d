"""Names for files that every system takes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

_LONGEST, _LONGEST_ENDING = 100, 10  # bytes; with its folders no path may have more than 260
_RESERVED = '<>:"/\\|?*'
# What Windows takes for a device, whatever its ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\.|\Z)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a file's own name, without folders and what not all systems take.

    >>> safe_name("../../etc/foto: pasar.jpg"), safe_name("C:\\\\x\\\\panen.JPG"), safe_name("..")
    ('foto pasar.jpg', 'panen.JPG', 'foto')
    >>> safe_name("con.tar.jpg"), safe_name("NUL"), safe_name("nula.jpg")
    ('foto-con.tar.jpg', 'foto-NUL', 'nula.jpg')
    """
    last = PureWindowsPath(PurePosixPath(name).name).name
    clean = "".join(sign for sign in last if sign.isprintable() and sign not in _RESERVED)
    stem, dot, ending = clean.strip(". ").rpartition(".")
    stem = (stem if dot else ending).strip(". ")
    stem = f"foto-{stem}" if _DEVICE.match(stem) else stem or "foto"
    stem = _shortened(stem, _LONGEST).strip(". ")
    ending = _shortened(ending, _LONGEST_ENDING).rstrip() if dot else ""
    return f"{stem}.{ending}" if ending else stem


def _shortened(text: str, most: int) -> str:
    """Return as much of a text as has so many bytes at most."""
    return text.encode()[:most].decode(errors="ignore")
