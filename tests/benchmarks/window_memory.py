"""Opens the window on a data folder, waits until all is checked, and prints its memory in MB.

Run as a program by test_memory.py: ``window_memory.py HOME``. Prints that of the window's
process and that of the checker's.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from newsroom.ui.start import application, open_window

PATIENCE = 120  # seconds


def resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def children() -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (folder / "stat").exists():
            stat = (folder / "stat").read_text(encoding="ascii", errors="replace")
            if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
                found.append(int(folder.name))
    return found


def main(home: Path) -> int:
    app = application()
    window = open_window(app, home)
    started = time.monotonic()
    while time.monotonic() < started + PATIENCE:
        app.processEvents()
        is_open = window.desk.is_started and window.desk.story is not None
        is_checked = window.checks.is_idle and window.is_settled and window.findings.found
        if is_open and is_checked and time.monotonic() > started + 3:
            break
    sys.stdout.write(f"{resident(os.getpid())} {sum(map(resident, children()))}\n")
    sys.stdout.flush()
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
