"""By what findings were counted: the name of the house, and what its own file says."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

_LETTERS = 8  # of the digest: enough to tell today's file from yesterday's


def house_key(home: Path, name: str) -> str:
    """Return what changes when a house of a data folder is set otherwise; it is read anew."""
    try:
        said = (home / "house" / f"{name}.toml").read_bytes()
    except OSError:
        return name
    return f"{name}:{sha256(said).hexdigest()[:_LETTERS]}"
