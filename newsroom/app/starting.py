"""The command that starts the program, to be shown to a person who will type or copy it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path


def command_to_open(home: Path) -> str:
    """Return the command that opens the window on a data folder, as this machine's shell has it."""
    words = [*_program(), "--data", str(home)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _program() -> list[str]:
    if shutil.which("newsroom"):
        return ["newsroom"]
    beside = shutil.which("newsroom", path=str(Path(sys.executable).parent))
    return [beside] if beside else [sys.executable, "-m", "newsroom"]
