"""What is done with backups, on a worker: no widget is known here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.app import DEFAULT_HOUSE
from newsroom.store.backup.errors import PlaceMissing

if TYPE_CHECKING:
    from newsroom.app import Newsroom
    from newsroom.language.ignored import Ignored
    from newsroom.portal.profile import Profile
    from newsroom.store.backup.making import Made
    from newsroom.store.backup.restore import Restored

Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class MergedIn:
    """What merging has brought, and what is in force since."""

    restored: Restored
    words: list[str]
    ignored: list[Ignored]
    profile: Profile | None  # None where no settings came


def make(
    newsroom: Newsroom, place: Path | None, as_zip: bool, word: str, progress: Progress
) -> Made:
    """Make a backup in the usual place, or in a folder, which must be there."""
    from newsroom.store.backup.whole import back_up_here, back_up_to

    if place is None:
        return back_up_here(newsroom.home, word, progress)
    _require(place)
    name = _named("cadangan-newsroom") + (".zip" if as_zip else "")
    return back_up_to(newsroom.home, place / name, word, progress)


def restore_anew(path: Path, place: Path, word: str, progress: Progress) -> Restored:
    """Make a store of a backup in a folder; in one that has something in it, in one of its own."""
    from newsroom.store.backup.restore import restore_to

    if place.is_dir():
        if any(place.iterdir()):
            place /= _named("data-newsroom")
    else:
        _require(place.parent)
    return restore_to(path, place, word, progress)


def merge(newsroom: Newsroom, path: Path, word: str, progress: Progress) -> MergedIn:
    """Bring into the store what a backup has and the store has not."""
    from newsroom.store.backup.restore import restore_into

    done = restore_into(newsroom.home, path, word, progress)
    profile = newsroom.profile() if done.settings else None
    with closing(newsroom.open_store()) as store:
        return MergedIn(done, store.words.all(), store.ignored.all(DEFAULT_HOUSE), profile)


def _require(folder: Path) -> None:
    if not folder.is_dir():
        raise PlaceMissing(f"Folder {folder} tidak ada. Pasang cakramnya, lalu coba lagi.")


def _named(what: str) -> str:
    return f"{what}-{datetime.now():%Y-%m-%d_%H-%M-%S}"
