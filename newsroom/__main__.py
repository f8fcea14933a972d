"""Where the program starts: without arguments its window, with arguments the command line.

Files alone open in the window, as a double click on them has it. Before all else another data
folder may be named, for both.

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
    from newsroom.story.trail.entry import Trail


def main() -> int:
    """Run the program and return its exit code."""
    folder, arguments = _data_folder(sys.argv[1:])
    if folder is not None and not (folder and Path(folder).expanduser().is_dir()):
        # An empty store, begun for a slip of the pen, would look as if all stories were gone.
        return _refuse(f"folder data “{folder}” tidak ada; pakai: newsroom --data FOLDER")
    from newsroom.app import Newsroom, data_home

    home = data_home(folder)
    if all(map(_is_file, arguments)):
        return _open_window(home, [Path(name) for name in arguments])
    from newsroom.cli.backup import say_recovery
    from newsroom.cli.run import run

    return run(arguments, Newsroom(home, say_recovery), _draw_window, _print_trail)


def _data_folder(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Part the data folder, if one is named, from the other arguments."""
    match arguments:
        case ["--data"]:
            return "", []
        case ["--data", folder, *others]:
            return folder, others
        case [first, *others] if first.startswith("--data="):
            return first.removeprefix("--data="), others
    return None, arguments


def _is_file(argument: str) -> bool:
    """Say whether an argument is a file; commands have no ending."""
    path = Path(argument)
    return bool(path.suffix) and path.is_file()


def _open_window(home: Path, files: list[Path]) -> int:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        return _refuse("tidak ada layar di sini; coba: newsroom demo")
    try:
        from newsroom.ui.start import run
    except ImportError as error:
        return _refuse(f"pustaka untuk menampilkan jendela belum terpasang ({error})")
    return run(home, files)


def _draw_window(newsroom: Newsroom, story: Story, out: Path) -> None:
    """Draw the window into a picture."""
    _need_no_screen()
    from newsroom.ui.start import picture

    picture(newsroom, story, out)


def _print_trail(trail: Trail, out: Path) -> None:
    """Write a trail as a PDF file."""
    _need_no_screen()
    from newsroom.ui.trail.pdf import print_trail

    print_trail(trail, out)


def _need_no_screen() -> None:
    """Have Qt draw on no screen at all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform warns of each thing a window asks for that it has not got.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def _refuse(message: str) -> int:
    sys.stderr.write(f"newsroom: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
