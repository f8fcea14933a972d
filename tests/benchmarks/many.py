"""Stores with very many stories, for the benchmarks.

The stories are made of the project's own words, as often as they are used, and put in at
once. ``NEWSROOM_MANY=1000,10000,100000`` says how many; those 100,000 take some minutes.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from newsroom.language.lexicon import Lexicon
from newsroom.store.place import DATABASE
from newsroom.store.search.index import REBUILD
from newsroom.store.search.index import statements as index

SIZES = [int(size) for size in os.environ.get("NEWSROOM_MANY", "10000").split(",")]
WORDS = 300
COLUMNS = ("headline", "body", "caption_text", "writer_text", "name_text", "tag_text")
COLUMNS += ("section_text", "other_text", "updated", "created", "status")


def rows(size: int) -> Iterator[tuple[str, ...]]:
    """Yield the columns of stories, their words as often as in use."""
    rng = random.Random(6)
    zipf = Lexicon.load().zipf
    words = [word for word in zipf if word.isalpha()]
    weights = list(accumulate(10 ** zipf[word] for word in words))
    pool = rng.choices(words, cum_weights=weights, k=min(size, 100_000) * 60 + 10_000)
    first = datetime(2023, 1, 1)
    for number in range(size):
        at = rng.randrange(len(pool) - 400)
        taken = iter(pool[at : at + 400])
        headline, *texts = (
            [next(taken) for _ in range(length)] for length in (8, WORDS, 12, 2, 3, 3, 1, 6)
        )
        moment = str(first + timedelta(minutes=12 * number))
        body = "".join(prose(texts[0], rng))
        others = (" ".join(words) for words in texts[1:])
        status = "draft" if number % 20 == 0 else "published"
        yield (" ".join(headline), body, *others, moment, moment, status)


def prose(words: list[str], rng: random.Random) -> Iterator[str]:
    """Yield words as a story has them: in sentences, some of them said, and in paragraphs."""
    while words:
        sentence, words = words[: (length := rng.randint(6, 18))], words[length:]
        text = " ".join(sentence).capitalize()
        yield f"“{text},” katanya." if rng.random() < 0.3 else f"{text}."
        yield "\n\n" if rng.random() < 0.4 else " "


def fill(home: Path, size: int) -> None:
    """Put stories into a store at once, like the one that is in it."""
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute("PRAGMA synchronous=OFF")
        [trigger] = [sql for sql in index() if "TRIGGER story_index_insert" in sql]
        database.execute("DROP TRIGGER story_index_insert")  # all at once is far quicker
        names = [row[1] for row in database.execute("PRAGMA table_info(story)")]
        # Without a sum: that of the first is not theirs.
        others = [name for name in names if name not in ("number", "id", "checksum", *COLUMNS)]
        database.executemany(
            f"INSERT INTO story (id, {', '.join((*COLUMNS, *others))}) SELECT "
            f"lower(hex(randomblob(16))), {', '.join('?' * len(COLUMNS))}, {', '.join(others)} "
            "FROM story WHERE number = 1",
            rows(size),
        )
        database.execute(REBUILD)
        database.execute(trigger)
    with closing(sqlite3.connect(home / DATABASE)) as database:
        database.execute("ANALYZE")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
