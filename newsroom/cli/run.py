"""Running one command: its exit code, and what goes wrong in one Indonesian line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from newsroom.app import Newsroom
from newsroom.cli.commands import build
from newsroom.cli.streams import ReaderGone, flush, say
from newsroom.cli.tools import Tools
from newsroom.cli.usage import fault
from newsroom.exchange.errors import in_words
from newsroom.story.story import Story
from newsroom.story.trail.entry import Trail

BAD_INPUT = 2
STOPPED = 130  # as a shell counts Ctrl+C


def run(
    arguments: Sequence[str],
    newsroom: Newsroom,
    draw: Callable[[Newsroom, Story, Path], None],
    print_trail: Callable[[Trail, Path], None],
) -> int:
    """Run one command and return the exit code; nothing is raised to the caller.

    ``draw`` draws the window with a stored story into a PNG file, ``print_trail`` writes a
    trail as a PDF file.
    """
    _speak_utf8()
    command = typer.main.get_command(build())
    try:
        code = command.main(
            list(arguments),
            prog_name="newsroom",
            standalone_mode=False,
            obj=Tools(newsroom, draw, print_trail),
        )
        flush()
    except ReaderGone:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except typer.TyperException as error:
        say(fault(error))
        return BAD_INPUT
    except typer.Abort:
        return STOPPED
    except Exception as error:
        say(in_words(error))
        return BAD_INPUT
    return int(code or 0)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's own encoding; a stray surrogate as JSON escapes it.

    A program may be started with its streams closed: what it says then goes nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as sys has it
            setattr(sys, name, nowhere)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
