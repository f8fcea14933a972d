"""Camera cards: volumes with the folder that every camera keeps its pictures in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.photos.found import files_in, is_picture_name

MOST = 3_000  # the newest; a card of years is looked through elsewhere

_FOLDER = "DCIM"  # Design rule for Camera File system, JEITA CP-3461


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture on a card, and when its file was written, which is when it was taken."""

    path: Path
    written: datetime


def camera_cards(roots: Iterable[Path]) -> list[Path]:
    """Return those of the volumes that are a camera's card."""
    return [root for root in roots if _is_card(root)]


def card_pictures(card: Path) -> list[CardPicture]:
    """Return the pictures of a card, newest first; what can't be read is left out."""
    found = []
    for path in files_in(card / _FOLDER):
        if is_picture_name(path.name):
            try:
                found.append(CardPicture(path, datetime.fromtimestamp(path.stat().st_mtime)))
            except (OSError, ValueError, OverflowError):
                continue
    found.sort(key=lambda one: (one.written, one.path.name), reverse=True)
    return found[:MOST]


def _is_card(root: Path) -> bool:
    try:
        return (root / _FOLDER).is_dir()
    except OSError:  # a drive without a disk in it
        return False
