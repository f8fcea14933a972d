"""What versions cost: in a save, in room on the disk, and in comparing two of them."""

from __future__ import annotations

import random
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.compare.prose import compare_prose
from newsroom.story.story import Story
from tests.store.versions.typist import NEWS, five_kilobytes, keep_each, room, typed

SAVES = 300
STEPS = 10_000


@pytest.mark.benchmark
def test_saving_with_versions_against_the_same_transaction_in_sqlite(tmp_path, report, monkeypatch):
    store = Store.open(tmp_path)
    story = store.stories.save(Story(headline="Banjir", body=five_kilobytes()))
    bodies = typed(story.body, 4 * SAVES)
    chance = random.Random(3)

    with closing(_raw(tmp_path / DATABASE)) as raw:

        def save() -> float:
            nonlocal story
            changed = replace(story, body=next(bodies))
            began = time.perf_counter()
            story = store.stories.save(changed)
            return time.perf_counter() - began

        def save_without() -> float:
            with monkeypatch.context() as patch:
                for name in ("keep_before", "keep_after"):
                    patch.setattr(f"newsroom.store.stories.{name}", lambda *_, **__: None)
                return save()

        def save_raw() -> float:
            nonlocal story
            body = next(bodies)
            began = time.perf_counter()
            _update(raw, story, body)
            taken = time.perf_counter() - began
            story = store.stories.get(story.id)
            return taken

        ways = {"with": save, "without": save_without, "raw": save_raw}
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(SAVES):
            # In any order: after another connection has written, all must be read anew.
            for name in chance.sample(list(ways), len(ways)):
                taken[name].append(ways[name]())
    with_versions, without, raw_time = (statistics.median(taken[name]) for name in ways)
    report(
        f"saving a story of 5 kB: {1000 * with_versions:.2f} ms, the same transaction in sqlite3 "
        f"{1000 * raw_time:.2f} ms, ratio {with_versions / raw_time:.2f} (aim 2); "
        f"with versions against without {with_versions / without:.2f}"
    )
    assert store.versions.list(story.id) == []
    store.close()


@pytest.mark.benchmark
def test_room_of_ten_thousand_moments_of_typing(tmp_path, report):
    store = Store.open(tmp_path)
    story = store.stories.save(Story(headline="Banjir", body=five_kilobytes()))
    before = room(store)

    keep_each(store, story, typed(story.body, STEPS))

    taken = room(store) - before
    steps = store.versions.list(story.id)
    listing = _quickest(lambda: store.versions.list(story.id))
    reading = _quickest(lambda: store.versions.story(steps[0].number))
    report(
        f"{STEPS:,} typing steps of a story of 5 kB: {taken / 1e6:.2f} MB (aim 1); "
        f"listed in {1000 * listing:.0f} ms, one read in {1000 * reading:.1f} ms"
    )
    assert len(steps) == STEPS
    assert taken < 1_000_000
    assert store.versions.verify() == []
    store.close()


@pytest.mark.benchmark
@pytest.mark.parametrize("changed", [10, 500, 5_000])
def test_comparing_two_versions_of_five_thousand_words(report, changed):
    chance = random.Random(changed)
    words = NEWS.read_text(encoding="utf-8").split()
    old = [chance.choice(words) + ("\n\n" if number % 60 == 59 else " ") for number in range(5_000)]
    new = list(old)
    for _ in range(changed):
        new[chance.randrange(len(new))] = chance.choice(words) + " "
    texts = "".join(old), "".join(new)

    taken = _quickest(lambda: compare_prose(*texts))
    report(f"comparing 5,000 words, {changed:,} changed: {1000 * taken:.0f} ms (aim 100)")
    assert len(compare_prose(*texts)) > 10


def _quickest(work: Callable[[], object]) -> float:
    """Return the seconds of the run that was disturbed least."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")
    return raw


def _update(raw: sqlite3.Connection, story: Story, body: str) -> None:
    """Do what a save does: look whether the story is as it was read, and write it."""
    raw.execute("BEGIN IMMEDIATE")
    (revision,) = raw.execute("SELECT revision FROM story WHERE id = ?", (story.id,)).fetchone()
    assert revision == story.revision
    raw.execute(
        "UPDATE story SET body = ?, words = ?, revision = revision + 1, "
        "updated = strftime('%Y-%m-%d %H:%M:%f000', 'now') WHERE id = ?",
        (body, len(body.split()), story.id),
    )
    raw.execute("COMMIT")
