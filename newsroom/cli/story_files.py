"""Story files that a command is given; of one that is sealed the passphrase is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from newsroom.app import Newsroom
from newsroom.cli.streams import BadInput
from newsroom.exchange.errors import NaskahSealed
from newsroom.story.story import Story

PASSPHRASE = "NEWSROOM_NASKAH_PASSPHRASE"

_Opened = TypeVar("_Opened")


def story_in(
    newsroom: Newsroom, path: Path, *, split: bool, note: Callable[[str], None] | None = None
) -> Story:
    """Read a story file, as ``Newsroom.read_file`` does. Raises ExchangeError, BadInput."""
    return unsealed(
        path, lambda word: newsroom.read_file(path, split=split, note=note, passphrase=word)
    )


def unsealed(path: Path, work: Callable[[str], _Opened]) -> _Opened:
    """Do the work with a file; its passphrase is asked for only where it has one.

    Raises BadInput where nobody can be asked, and what the work raises.
    """
    given = os.environ.get(PASSPHRASE, "")
    try:
        return work(given)
    except NaskahSealed:
        if given:
            raise
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(f"kata sandi {path} belum diberikan; isikan lewat {PASSPHRASE}")
    import getpass

    word = getpass.getpass(f"Kata sandi {path.name}: ", sys.stderr)
    if not word:
        raise BadInput("kata sandi kosong")
    return work(word)
