"""Saving a story of 5 kB, beside the same transaction in bare SQLite.

    NEWSROOM_MANY=1000,10000,100000 .venv/bin/pytest -m benchmark tests/benchmarks/test_saving.py

Each has a store of its own, with the same stories: what one writes the other would have to
read anew, which neither has to in life. Both save the same texts, in turns, and do all that
makes a save safe: the right to write is taken, the revision looked at, the same columns are
written with the same values, the triggers keep the index of words, and the disk has it all
before the transaction ends. What the store does besides is its own: reading the whole row to
see what has changed, versions, a sum of the text, objects instead of rows.
"""

from __future__ import annotations

import sqlite3
import statistics
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.benchmarks.many import SIZES, fill
from tests.benchmarks.timing import Taken
from tests.store.versions.typist import five_kilobytes, typed

SAVES = 300


@pytest.fixture(params=(1, *SIZES), ids=lambda size: f"{size:,}")
def homes(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path, Path]:
    """Two data folders with as many stories, the first of which is of 5 kB."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for home in (ours, theirs):
        with closing(Store.open(home)) as store:
            store.stories.save(Story(headline="Banjir", body=five_kilobytes(), id="a" * 32))
        if request.param > 1:
            fill(home, request.param - 1)
    return request.param, ours, theirs


@pytest.mark.benchmark
def test_saving_against_the_same_transaction_in_sqlite(homes, report) -> None:
    size, home, other = homes
    store = Store.open(home)
    story = store.stories.get("a" * 32)
    ours, raw = Taken(), Taken()

    def save(changed: Story) -> None:
        nonlocal story
        story = store.stories.save(changed)

    with closing(_raw(other / DATABASE)) as database:
        for body in typed(story.body, SAVES):
            ours.take(partial(save, replace(story, body=body)))
            values = _written(home, story)
            raw.take(partial(_save_raw, database, story, values))
        same = "SELECT body, words, revision, updated FROM story WHERE number = 1"
        with closing(_raw(home / DATABASE)) as mine:
            assert mine.execute(same).fetchone() == database.execute(same).fetchone()
    clock, worked = statistics.median(ours.clock), statistics.median(ours.worked)
    report(
        f"saving a story of 5 kB, one of {size:,}: {ours}; the same transaction in sqlite3: {raw}; "
        f"ratio by the clock {clock / statistics.median(raw.clock):.2f} (aim 2), of processor "
        f"time {worked / statistics.median(raw.worked):.2f}"
    )
    assert store.versions.list(story.id) == []
    store.close()


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")
    return raw


def _written(home: Path, story: Story) -> tuple[object, ...]:
    """Return what a save has written of a story."""
    with closing(_raw(home / DATABASE)) as database:
        columns = "body, words, revision, updated, checksum"
        row = database.execute(f"SELECT {columns} FROM story WHERE id = ?", (story.id,)).fetchone()
    assert isinstance(row, tuple)
    return row


def _save_raw(database: sqlite3.Connection, story: Story, values: tuple[object, ...]) -> None:
    database.execute("BEGIN IMMEDIATE")
    asked = "SELECT number, revision FROM story WHERE id = ?"
    number, revision = database.execute(asked, (story.id,)).fetchone()
    assert revision == story.revision - 1
    database.execute(
        "UPDATE story SET body = ?, words = ?, revision = ?, updated = ?, checksum = ? "
        "WHERE number = ?",
        (*values, number),
    )
    database.execute("COMMIT")
