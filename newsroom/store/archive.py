"""The names, tags and signatures of all stories, for a new story's to be compared with.

This runs beside the store on other workers, so it reads with the standard library
alone, and reads only; the file is never made or brought up to date here.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from newsroom.language.known_names import FEWEST, names_in
from newsroom.store.place import DATABASE
from newsroom.story.signatures import Signatures, Signed, learnt

NEWEST = 2_000
"""The number of stories that are read, the last saved first: a few months of a newsroom."""


def archive_names(home: Path) -> dict[str, int]:
    """Return the names in the bodies of the stories, with how many stories have each.

    Names in fewer than ``FEWEST`` stories are left out. Nothing if there is no store, or
    none that can be read so.
    """
    found: Counter[str] = Counter()
    for (body,) in _newest(home, "body"):
        found.update(names_in(body))
    return {name: count for name, count in found.items() if count >= FEWEST}


def archive_tags(home: Path) -> dict[str, int]:
    """Return the tags of the stories as they are spelt, each with how many stories have it."""
    found: Counter[str] = Counter()
    for (tags,) in _newest(home, "tags"):
        found.update(json.loads(tags))
    return dict(found)


def archive_people(home: Path) -> list[str]:
    """Return who wrote and edited the stories, those with the most of them first."""
    found: Counter[str] = Counter()
    for byline, editor in _newest(home, "byline", "editor"):
        found.update(filter(None, (name.strip() for name in (*json.loads(byline), editor))))
    return [name for name, _ in found.most_common()]


def archive_signatures(home: Path, house_codes: Collection[str] = (), but: str = "") -> Signatures:
    """Return who signed the stories, as writer or editor, and with which codes.

    ``house_codes`` are closing codes that are nobody's own. ``but`` is the id of the story
    that is being written, in which names may stand half typed.
    """
    rows = _newest(home, "byline", "editor", "closing", but=but)
    stories = [
        Signed((*json.loads(byline), editor), closing_code) for byline, editor, closing_code in rows
    ]
    return learnt(stories, house_codes)


def _newest(home: Path, *columns: str, but: str = "") -> Iterator[tuple[str, ...]]:
    """Yield columns of the newest stories; nothing if there is no store, or no such ones."""
    path = home / DATABASE
    if not path.is_file():
        return
    asked = ", ".join(columns)
    kept = "discarded IS NULL AND id != ?"
    newest = f"SELECT {asked} FROM story WHERE {kept} ORDER BY updated DESC LIMIT ?"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            yield from database.execute(newest, (but, NEWEST))
    except (sqlite3.Error, ValueError):
        return
