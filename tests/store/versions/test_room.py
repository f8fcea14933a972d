"""Versions take little room, even if somebody made a step of each moment of typing."""

from __future__ import annotations

from newsroom.store.store import Store
from newsroom.story.story import Story
from tests.store.versions.typist import five_kilobytes, keep_each, room, typed

STEPS = 600
MOST = 1_000_000 // 10_000 * STEPS
"""Bytes: ten thousand steps of a story of 5 kB stay under 1 MB (tests/benchmarks has them all)."""


def test_hundreds_of_moments_of_typing(store: Store) -> None:
    story = store.stories.save(Story(headline="Banjir", body=five_kilobytes()))
    before = room(store)

    keep_each(store, story, typed(story.body, STEPS))

    assert len(store.versions.list(story.id)) == STEPS
    assert room(store) - before < MOST
    assert store.versions.verify() == []
