"""Lists as lines of JSON, written within a bound and read whoever wrote them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, NoReturn

from newsroom.exchange.naskah.shape import MOST_LINE, MOST_LINES, MOST_LISTED
from newsroom.exchange.zips import TooLarge
from newsroom.story.characters import without_controls
from newsroom.story.values import whole


def line_of(values: dict[str, Any]) -> bytes:
    """Return one line, with its end."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "replace") + b"\n"


def read_lines(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the table of each line, one at a time, its texts without control characters.

    Raises TooLarge, and ValueError or RecursionError for what is none.
    """
    read = 0
    for number in range(MOST_LINES + 1):
        line = file.readline(MOST_LINE + 1)
        read += len(line)
        if len(line) > MOST_LINE or read > MOST_LISTED or (number == MOST_LINES and line):
            raise TooLarge
        if not line:
            return
        yield table(line)


def table(written: bytes) -> dict[str, Any]:
    """Return the table that JSON holds. Raises ValueError or RecursionError."""
    found = json.loads(written.decode("utf-8"), parse_constant=_refuse)
    if not isinstance(found, dict):
        raise ValueError("no table")
    return {_clean(key): _clean(value) for key, value in found.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return without_controls(whole(value))
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(one) for key, one in value.items()}
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
