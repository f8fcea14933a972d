"""The names in all stories, for the checker to compare a new story's with.

It runs beside the store on the checker's worker, so it reads with the standard library
alone, and reads only; the file is never made or brought up to date here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from newsroom.language.known_names import FEWEST, names_in
from newsroom.store.place import DATABASE

NEWEST = 2_000
"""The number of stories that are read, the last saved first: a few months of a newsroom."""


def archive_names(home: Path) -> dict[str, int]:
    """Return the names in the bodies of the stories, with how many stories have each.

    Names in fewer than ``FEWEST`` stories are left out. Nothing if there is no store, or
    none that can be read so.
    """
    path = home / DATABASE
    if not path.is_file():
        return {}
    found: Counter[str] = Counter()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            bodies = database.execute(
                "SELECT body FROM story WHERE discarded IS NULL ORDER BY updated DESC LIMIT ?",
                (NEWEST,),
            )
            for (body,) in bodies:
                found.update(names_in(body))
    except (sqlite3.Error, ValueError):
        return {}
    return {name: count for name, count in found.items() if count >= FEWEST}
