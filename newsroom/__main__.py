"""Where the program starts: without arguments its window, with arguments the command line.

Files alone open in the window, as a double click on them has it.

Nothing is imported before it is known to be needed: how soon the window is there
is measured.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.story.story import Story


def main() -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:]
    if all(map(_is_file, arguments)):
        return _open_window([Path(name) for name in arguments])
    from newsroom.app import Newsroom, data_home
    from newsroom.cli.backup import say_recovery
    from newsroom.cli.run import run

    return run(arguments, Newsroom(data_home(), say_recovery), _draw_window)


def _is_file(argument: str) -> bool:
    """Say whether an argument is a file; commands have no ending."""
    path = Path(argument)
    return bool(path.suffix) and path.is_file()


def _open_window(files: list[Path]) -> int:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        return _refuse("tidak ada layar di sini; coba: newsroom demo")
    from newsroom.app import data_home

    try:
        from newsroom.ui.start import run
    except ImportError as error:
        return _refuse(f"pustaka untuk menampilkan jendela belum terpasang ({error})")
    return run(data_home(), files)


def _draw_window(newsroom: Newsroom, story: Story, out: Path) -> None:
    """Draw the window into a picture, on no screen at all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform warns of each thing a window asks for that it has not got.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from newsroom.ui.start import picture

    picture(newsroom, story, out)


def _refuse(message: str) -> int:
    sys.stderr.write(f"newsroom: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
