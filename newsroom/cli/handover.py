"""Stories handed over from the command line, and taken over."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app import Newsroom
from newsroom.app.handover import said_of
from newsroom.cli.story_files import PASSPHRASE, story_in, unsealed
from newsroom.cli.streams import BadInput, emit, say

if TYPE_CHECKING:
    from newsroom.store.store import Store

NASKAH = "naskah"
"""The form in which a story goes to another desk."""


@dataclass(frozen=True, slots=True)
class Way:
    """How stories leave: the most pixels of a picture's side, and whether they are sealed."""

    side: int | None = None
    seal: bool = False


def hand_over(newsroom: Newsroom, targets: list[str], out: Path, way: Way) -> int:
    """Write stories to ``.naskah`` files, and say where each lies. A plain file goes alone."""
    from newsroom.exchange.naskah import write_naskah

    passphrase = _new_passphrase() if way.seal else ""
    if len(targets) > 1:
        out.mkdir(parents=True, exist_ok=True)
    for target in targets:
        path = Path(target)
        if path.suffix or path.is_file():
            story = story_in(newsroom, path, split=True, note=say)
            place = out / f"{path.stem}.{NASKAH}" if out.is_dir() else out
            find = newsroom.picture(None)
            emit(str(write_naskah(story, find, place, side=way.side, passphrase=passphrase)))
            continue
        with closing(newsroom.open_store()) as store:
            written = newsroom.hand_over(
                store, target, out, side=way.side, passphrase=passphrase, tell=say
            )
        emit(str(written))
    return 0


def take_over(newsroom: Newsroom, store: Store, file: Path) -> None:
    """Take a ``.naskah`` file in, and say the story's id and what became of it."""
    taken = unsealed(file, lambda word: newsroom.take_over(store, file, passphrase=word, tell=say))
    emit(taken.story.id)
    say(f"{file}: {said_of(taken)}")


def _new_passphrase() -> str:
    """Return the passphrase from the environment, else from whoever sits there."""
    if given := os.environ.get(PASSPHRASE):
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(f"kata sandi naskah belum diberikan; isikan lewat {PASSPHRASE}")
    import getpass

    word = getpass.getpass("Kata sandi naskah: ", sys.stderr)
    if not word or getpass.getpass("Sekali lagi: ", sys.stderr) != word:
        raise BadInput("kedua kata sandi tidak sama, atau kosong")
    return word
