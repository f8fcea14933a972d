"""What versions cost: in a save, in room on the disk, and in comparing two of them."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from newsroom.store.store import Store
from newsroom.story.compare.prose import compare_prose
from newsroom.story.story import Story
from tests.benchmarks.timing import Taken
from tests.store.versions.typist import NEWS, five_kilobytes, keep_each, room, typed

SAVES = 300
STEPS = 10_000


@pytest.mark.benchmark
def test_saving_with_versions_against_saving_without(tmp_path, report, monkeypatch):
    store = Store.open(tmp_path)
    story = store.stories.save(Story(headline="Banjir", body=five_kilobytes()))
    taken = Taken(), Taken()

    def save(changed: Story) -> None:
        nonlocal story
        story = store.stories.save(changed)

    for number, body in enumerate(typed(story.body, 2 * SAVES)):
        with monkeypatch.context() as patch:
            for name in ("keep_before", "keep_after") if number % 2 else ():
                patch.setattr(f"newsroom.store.stories.{name}", lambda *_, **__: None)
            taken[number % 2].take(partial(save, replace(story, body=body)))
    kept, without = (statistics.median(one.worked) for one in taken)
    report(
        f"saving a story of 5 kB with versions against without: {kept / without:.2f} of "
        "processor time; against SQLite alone see test_saving.py"
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
