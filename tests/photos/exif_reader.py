"""Another program that reads and writes what picture files say: exiftool."""

from __future__ import annotations

import subprocess


def exiftool(*arguments: object) -> str:
    """Run it and return its answer."""
    command = ["exiftool", "-q", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
