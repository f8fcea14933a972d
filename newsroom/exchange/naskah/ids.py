"""By what stories, states, steps and comments are known at every desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsroom.story import values as read
from newsroom.story.values import FaultyValue

_ID = re.compile(r"[0-9A-Za-z_-]{1,32}")  # a store has no room for more


def id_in(values: Mapping[str, Any], key: str) -> str:
    """Return an id that must be there. Raises FaultyValue."""
    found = read.text(values, key)
    if not _ID.fullmatch(found):
        raise FaultyValue(f"'{key}' bukan pengenal")
    return found


def ids_in(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of ids. Raises FaultyValue."""
    found = read.texts(values, key)
    if not all(map(_ID.fullmatch, found)):
        raise FaultyValue(f"'{key}' bukan pengenal")
    return found
