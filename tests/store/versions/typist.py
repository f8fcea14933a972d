"""Somebody who writes: types, goes back a few letters, goes on elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from newsroom.store.schema import StoryRow
from newsroom.store.store import Store
from newsroom.store.versions.log import add_step
from newsroom.story.story import Story
from newsroom.story.version import Mark, StepKind

NEWS = Path(__file__).parents[2] / "benchmarks" / "good_news.txt"
LONGEST = 5_400


def five_kilobytes() -> str:
    """Return a story's text of that size, in paragraphs."""
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    sentences = [line.partition(": ")[2] or line for line in lines]
    text = ""
    for number, sentence in enumerate(sentences):
        text += sentence + ("\n\n" if number % 3 == 2 else " ")
        if len(text) >= 5_000:
            break
    return text.strip()


def typed(body: str, steps: int) -> Iterator[str]:
    """Yield a text after each of so many moments of typing; it stays about as long as it is."""
    chance = random.Random(5)
    words = NEWS.read_text(encoding="utf-8").split()
    at, coming = len(body), ""
    for _ in range(steps):
        if chance.random() < 0.03:  # a look at another sentence
            at = chance.randrange(len(body))
        letters = chance.randint(1, 4)
        if at > letters and (len(body) > LONGEST or chance.random() < 0.3):
            body = body[: at - letters] + body[at:]
            at -= letters
        else:
            while len(coming) < letters:
                coming += chance.choice(words) + " "
            body = body[:at] + coming[:letters] + body[at:]
            at, coming = at + letters, coming[letters:]
        yield body


def keep_each(store: Store, story: Story, bodies: Iterable[str]) -> None:
    """Make a step of each text, five seconds after one another, in one transaction."""
    moment = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
    with store._database.write() as session:
        row = session.scalars(select(StoryRow).where(StoryRow.id == story.id)).one()
        for number, body in enumerate(bodies, 2):
            moment += timedelta(seconds=5)
            state = replace(story, body=body, revision=number, updated=moment)
            add_step(session, row, state, Mark(StepKind.WRITING), moment)


def room(store: Store) -> int:
    """Return the bytes that the store takes."""
    with store._database.read() as session:
        pragmas = ("page_count", "page_size")
        values = [session.connection().exec_driver_sql(f"PRAGMA {name}") for name in pragmas]
        count, size = (value.scalar() or 0 for value in values)
    return count * size
