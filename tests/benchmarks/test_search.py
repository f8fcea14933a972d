"""Searching and listing in stores of up to 100,000 stories, beside bare SQLite.

    NEWSROOM_MANY=1000,10000,100000 .venv/bin/pytest -m benchmark tests/benchmarks/test_search.py

Beside what a clock tells stands what the processor worked (CPU): on a machine that is shared
that is what a search would take alone. The ratios are of that, each of its best of some runs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from newsroom.store.place import DATABASE
from newsroom.store.search.index import INDEX, WEIGHTS
from newsroom.store.store import Store
from newsroom.story.story import Story
from newsroom.ui.desk.listing import PAGE
from tests.benchmarks.many import SIZES, fill
from tests.benchmarks.timing import Taken, in_turn, ratio

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


@pytest.fixture(scope="module", params=SIZES, ids=[f"{size:,}" for size in SIZES])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("penuh")
    store = Store.open(home)
    store.stories.save(Story(headline="Perahu Pustaka", body="Warga membaca."))
    fill(home, request.param - 1)
    yield request.param, home, store
    store.close()


@contextmanager
def recording(store: Store, told: list[str]) -> Iterator[None]:
    """Take down the SQL that is run, with the values in it."""
    pooled = store._database._engine.raw_connection()
    connection = pooled.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    pooled.close()  # it is the one that is taken next
    connection.set_trace_callback(told.append)
    try:
        yield
    finally:
        connection.set_trace_callback(None)


RANK = f"bm25({INDEX}, {', '.join(map(str, WEIGHTS.values()))})"
MARKED = f"highlight({INDEX}, 0, '[', ']'), snippet({INDEX}, 1, '[', ']', '…', 20)"
LINE = "story.id, headline, status, byline, updated, words, embargo".replace(", ", ", story.")


@pytest.mark.benchmark
def test_searching(full, report) -> None:
    """Compare with the same question in raw SQL, asked in two ways, and answered as fully.

    As anybody would write it: all hits ranked by bm25, and FTS5's own snippets of the best
    fifty. And as the store asks, which ranks fewer: once without any snippets.
    """
    size, home, store = full
    database = sqlite3.connect(home / DATABASE)
    ours, usual, bare = Taken(), Taken(), Taken()
    slowest: dict[str, float] = {}
    textbook = (
        f"SELECT {LINE}, {MARKED} FROM {INDEX} JOIN story ON story.number = {INDEX}.rowid "
        f"WHERE {INDEX} MATCH ? ORDER BY {RANK} LIMIT 50"
    )
    for query in QUERIES:
        asked: list[str] = []
        with recording(store, asked):
            store.stories.search(query)
        asked = [sql for sql in asked if sql.startswith("SELECT")]
        finder = store.stories._finder
        with store._database.read() as session:
            match = finder.match(session.connection(), finder.read(query)).everywhere

        def run(asked: list[str] = asked) -> None:
            for sql in asked:
                database.execute(sql).fetchall()

        taken = in_turn(
            partial(store.stories.search, query),
            lambda match=match: database.execute(textbook, (match,)).fetchall(),
            run,
        )
        for all_queries, one in zip((ours, usual, bare), taken, strict=True):
            all_queries.add_quickest(one)
        slowest[query] = min(taken[0].worked)
    worst = max(slowest, key=lambda query: slowest[query])
    report(
        f"search in {size:,} stories, {len(QUERIES)} queries, 50 hits with snippets: {ours} "
        f"(aim 50); the same in sqlite3, all hits ranked, FTS5's snippets: {usual}, ratio "
        f"{ratio(ours, usual)} (aim 1.5); our SQL in sqlite3, without snippets: {bare}, ratio "
        f"{ratio(ours, bare)}; slowest “{worst}”, CPU {slowest[worst]:.1f} ms"
    )
    database.close()


@pytest.mark.benchmark
def test_the_list(full, report) -> None:
    size, _home, store = full

    def first_screen() -> None:
        order = store.stories.order(limit=PAGE)
        assert len(store.stories.rows(order)) == min(PAGE, size)
        store.stories.counts()

    def order() -> None:
        assert len(store.stories.order()) == size

    whole = store.stories.order()

    def far_down() -> None:
        assert store.stories.rows(whole[-PAGE:])

    first, all_numbers, last = in_turn(first_screen, order, far_down, times=40)
    report(
        f"list of {size:,} stories: first {PAGE} with counts {first} (aim 30); "
        f"the last {PAGE} {last}; the order of all {all_numbers}"
    )
