"""Searching, listing and saving in stores of up to 100,000 stories, beside bare SQLite.

The stories are made of the project's own words, as often as they are used, and put in at
once. Those 100,000 take some minutes:

    NEWSROOM_MANY=1000,10000,100000 .venv/bin/pytest -m benchmark tests/benchmarks/test_search.py

Beside what a clock tells stands what the processor worked (CPU): on a machine that is shared
that is what a search would take alone.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from sqlalchemy import event

from newsroom.language.lexicon import Lexicon
from newsroom.store.place import DATABASE
from newsroom.store.search.index import INDEX, REBUILD, WEIGHTS
from newsroom.store.search.index import statements as index
from newsroom.store.store import Store
from newsroom.story.story import Story

SIZES = [int(size) for size in os.environ.get("NEWSROOM_MANY", "1000,10000").split(",")]
WORDS = 300
COLUMNS = ("headline", "body", "caption_text", "writer_text", "name_text", "tag_text")
COLUMNS += ("section_text", "other_text", "updated", "created", "status")
QUERIES = [
    *("banjir", "jembatan", "gubernur", "pemerintah", "yang", "di", "jakarta pusat", "harga beras"),
    *("korban kecelakaan", "sekolah dasar negeri", "polisi menangkap", "yang tidak akan"),
    *("ba", "me", "pe", "ban", "meng", "peng", "jemb", "kepal", "memper", "banjir ja", "yang d"),
    *(
        '"rumah sakit"',
        '"tidak ada"',
        '"di jakarta',
        "polisi -jakarta",
        "tag:jakarta",
        "judul:banjir",
    ),
    *("penulis:rina", "status:draf jembatan", "status:tayang yang", "status:draf yang"),
    *("sejak:2024-06-01 banjir", "sejak:2024-06-01 sampai:2024-06-30 yang", "sejak:2025 polisi"),
    *("~mengumumkan", "~pembangunan jalan", "~berita"),
]
"""What people type: whole words, words half typed, phrases, fields, days, forms; common and not."""


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
        lengths = (8, WORDS, 12, 2, 3, 3, 1, 6)
        texts = [" ".join(next(taken) for _ in range(length)) for length in lengths]
        moment = str(first + timedelta(minutes=12 * number))
        yield (*texts, moment, moment, "draft" if number % 20 == 0 else "published")


def fill(home: Path, size: int) -> None:
    """Put stories into a store at once, like the one that is in it."""
    with closing(sqlite3.connect(home / DATABASE)) as database, database:
        database.execute("PRAGMA synchronous=OFF")
        [trigger] = [sql for sql in index() if "TRIGGER story_index_insert" in sql]
        database.execute("DROP TRIGGER story_index_insert")  # all at once is far quicker
        names = [row[1] for row in database.execute("PRAGMA table_info(story)")]
        others = [name for name in names if name not in ("number", "id", *COLUMNS)]
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


@pytest.fixture(scope="module", params=SIZES, ids=[f"{size:,}" for size in SIZES])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("penuh")
    store = Store.open(home)
    store.stories.save(Story(headline="Perahu Pustaka", body="Warga membaca."))
    fill(home, request.param - 1)
    yield request.param, home, store
    store.close()


@dataclass
class Taken:
    """The milliseconds that some work took, each time: by the clock, and of the processor."""

    clock: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object], times: int = 1) -> None:
        for _ in range(times):
            started, working = time.perf_counter(), time.process_time()
            work()
            self.worked.append((time.process_time() - working) * 1000)
            self.clock.append((time.perf_counter() - started) * 1000)

    def __str__(self) -> str:
        return (
            f"median {statistics.median(self.clock):.1f} ms, p95 {p95(self.clock):.1f} ms "
            f"(CPU {statistics.median(self.worked):.1f} and {p95(self.worked):.1f})"
        )


def ratio(ours: Taken, theirs: Taken) -> str:
    clock = p95(ours.clock) / p95(theirs.clock)
    return f"{clock:.2f} (CPU {p95(ours.worked) / p95(theirs.worked):.2f})"


def p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


@contextmanager
def recording(store: Store, told: list[tuple[str, tuple[object, ...]]]) -> Iterator[None]:
    """Take down the SQL that is run; both of a store's engines tell it."""
    engine = store._database._engine

    def take(_c: object, _k: object, sql: str, values: tuple[object, ...], *_: object) -> None:
        told.append((sql, tuple(values)))

    event.listen(engine, "before_cursor_execute", take)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", take)


@pytest.mark.benchmark
def test_searching(full, report) -> None:
    size, home, store = full
    database = sqlite3.connect(home / DATABASE)
    ours, same, plain = Taken(), Taken(), Taken()
    slowest: dict[str, float] = {}
    rank = f"bm25({INDEX}, {', '.join(map(str, WEIGHTS.values()))})"
    usual = (
        f"SELECT s.id, s.headline, snippet({INDEX}, 1, '[', ']', '…', 20) FROM {INDEX} "
        f"JOIN story s ON s.number = {INDEX}.rowid WHERE {INDEX} MATCH ? ORDER BY {rank} LIMIT 50"
    )
    for query in QUERIES:
        asked: list[tuple[str, tuple[object, ...]]] = []
        with recording(store, asked):
            store.stories.search(query)
        asked = [told for told in asked if told[0].startswith(("SELECT", "WITH"))]
        match = next(values[0] for sql, values in asked if "MATCH" in sql)

        def search(query: str = query) -> object:
            return store.stories.search(query)

        def run(asked: list[tuple[str, tuple[object, ...]]] = asked) -> None:
            for sql, values in asked:
                database.execute(sql, values).fetchall()

        def run_usual(match: object = match) -> object:
            return database.execute(usual, (match,)).fetchall()

        for work, taken in ((search, ours), (run, same), (run_usual, plain)):
            work()
            taken.take(work, 5)
        slowest[query] = statistics.median(ours.worked[-5:])
    worst = max(slowest, key=lambda query: slowest[query])
    report(
        f"search in {size:,} stories, {len(QUERIES)} queries, 50 hits with snippets: {ours} "
        f"(aim 50); its SQL in sqlite3: {same}, ratio of p95 {ratio(ours, same)} (aim 1.5); "
        f"all hits ranked by bm25, FTS5's snippets, in sqlite3: {plain}, ratio of p95 "
        f"{ratio(ours, plain)}; slowest “{worst}”, CPU {slowest[worst]:.1f} ms"
    )
    database.close()


@pytest.mark.benchmark
def test_the_list(full, report) -> None:
    size, _home, store = full

    def first_screen() -> None:
        assert len(store.stories.list(limit=50)) == 50
        store.stories.counts()

    def far_down() -> None:
        store.stories.list(limit=50, offset=size - 50)

    first, last = Taken(), Taken()
    for work, taken in ((first_screen, first), (far_down, last)):
        work()
        taken.take(work, 40)
    report(
        f"list of {size:,} stories: first screen with counts {first}; last screen {last} (aim 30)"
    )


@pytest.mark.benchmark
def test_saving(full, report) -> None:
    size, home, store = full
    text = " ".join(next(rows(1))[1] for _ in range(3))[:5_000]
    story = store.stories.save(Story(headline="Perahu", body=text))
    database = sqlite3.connect(home / DATABASE, isolation_level=None)
    database.execute("PRAGMA synchronous=FULL")
    ours, raw = Taken(), Taken()
    for turn in range(40):
        told: list[tuple[str, tuple[object, ...]]] = []

        def save(turn: int = turn) -> None:
            nonlocal story
            story = store.stories.save(replace(story, body=f"{text} kata{turn}"))

        with recording(store, told):
            ours.take(save)
        again = [
            (sql, tuple(f"{one} lagi" if one == story.body else one for one in values))
            for sql, values in told
            if sql.startswith("UPDATE story")
        ]
        assert again

        def write(again: list[tuple[str, tuple[object, ...]]] = again) -> None:
            database.execute("BEGIN IMMEDIATE")
            for sql, values in again:
                database.execute(sql, values)
            database.execute("COMMIT")

        raw.take(write)
    report(
        f"saving a story of 5 kB among {size:,}: {ours}; the same rows in sqlite3: {raw}; "
        f"ratio {statistics.median(a / b for a, b in zip(ours.clock, raw.clock, strict=True)):.2f} "
        "(aim 2)"
    )
    database.close()
