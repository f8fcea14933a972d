"""A program killed while it saves loses nothing that it had been told was saved."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from newsroom.store.place import DATABASE
from newsroom.store.store import Store

ID = "c" * 32

SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from newsroom.store.store import Store
from newsroom.story.story import Photo, Story

store = Store.open(Path(sys.argv[1]))
try:
    story = store.stories.get(sys.argv[2])
except Exception:
    story = Story(id=sys.argv[2])
while True:
    word = f"r{story.revision + 1} "
    photos = tuple(Photo(f"{word}{number}.jpg") for number in range(1 + story.revision % 4))
    story = store.stories.save(replace(story, headline=word, body=word * 5_000, photos=photos))
    print(story.revision, flush=True)
"""


def save_until_killed(home: Path, saves: int) -> int:
    """Let a child program save again and again; return the last revision it knew was saved."""
    child = subprocess.Popen(
        [sys.executable, "-c", SAVER, str(home), ID], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = 0
    for _ in range(saves):
        told = int(child.stdout.readline())
    child.kill()
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(rest[-1]) if rest else told


def test_what_was_saved_outlives_the_kill(home: Path) -> None:
    for saves in (1, 7, 12, 20):
        told = save_until_killed(home, saves)

        store = Store.open(home)
        story = store.stories.get(ID)
        store.close()

        word = f"r{story.revision} "
        assert told <= story.revision <= told + 1
        assert story.headline == word
        assert story.body == word * 5_000
        assert len(story.photos) == 1 + (story.revision - 1) % 4
        assert all(photo.file.startswith(word) for photo in story.photos)
        with closing(sqlite3.connect(home / DATABASE)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
