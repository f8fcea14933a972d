"""What the commands read and write: results on stdout, words to the user on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from newsroom.exchange.characters import one_line


class BadInput(ValueError):
    """A command was given what it can't use; the message says what and where."""


def one_of(option: str, value: str, known: Sequence[str]) -> None:
    """Raise BadInput for an option's value that is none of those there are."""
    if value not in known:
        raise BadInput(f"{option} {value} tidak dikenal; yang ada: {', '.join(known)}")


class ReaderGone(Exception):
    """Nobody reads what the command writes any more, as after ``| head``."""


def emit(line: str) -> None:
    """Write one line of results."""
    try:
        sys.stdout.write(line + "\n")
    except BrokenPipeError:
        raise ReaderGone from None


def flush() -> None:
    """Hand over what has been written so far."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None


def emit_json(value: Any, *, indent: int | None = 2) -> None:
    """Write a value as JSON, its text as it is."""
    emit(json.dumps(value, ensure_ascii=False, indent=indent))


def say(message: str) -> None:
    """Tell the user something, in one line."""
    sys.stderr.write(f"newsroom: {one_line(message)}\n")


def stdin_lines() -> Iterator[str]:
    """Yield the lines of stdin, without their ends, as they come in.

    Raises BadInput, with the line's number, at what is not UTF-8, and if stdin is closed.
    """
    if sys.stdin is None:
        raise BadInput("masukan standar tertutup")
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise BadInput(f"masukan standar, baris {number}: bukan teks UTF-8") from None
        yield (text.removeprefix("\ufeff") if number == 1 else text).rstrip("\r\n")
