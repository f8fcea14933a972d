from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from newsroom.store.store import Store
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status


def headlines(store: Store, **asked: object) -> list[str]:
    return [story.headline for story in store.stories.list(**asked)]  # type: ignore[arg-type]


def test_a_summary_says_what_the_list_shows(store: Store) -> None:
    saved = store.stories.save(
        Story(
            headline="Jembatan Diperbaiki",
            body="Jembatan **Contoh** diperbaiki mulai hari ini.",
            byline=("Rina Contoh", "Adi Misal"),
            status=Status.SUBMITTED,
        )
    )

    [summary] = store.stories.list()

    assert summary.id == saved.id
    assert summary.headline == "Jembatan Diperbaiki"
    assert summary.status is Status.SUBMITTED
    assert summary.byline == ("Rina Contoh", "Adi Misal")
    assert summary.updated == saved.updated
    assert summary.words == 6
    assert summary.embargo is None


def test_the_last_saved_comes_first(store: Store) -> None:
    satu, *_ = [store.stories.save(Story(headline=name)) for name in ("Satu", "Dua", "Tiga")]
    store.stories.save(replace(satu, body="Ditambah."))

    assert headlines(store) == ["Satu", "Tiga", "Dua"]
    assert headlines(store, limit=2) == ["Satu", "Tiga"]


def test_status_narrows_the_list_and_is_counted(store: Store) -> None:
    for headline, status in [
        ("A", Status.DRAFT),
        ("B", Status.READY),
        ("C", Status.DRAFT),
        ("D", Status.PUBLISHED),
    ]:
        store.stories.save(Story(headline=headline, status=status))

    assert headlines(store, status=Status.DRAFT) == ["C", "A"]
    assert headlines(store, status=Status.HELD) == []
    assert store.stories.counts() == {
        **dict.fromkeys(Status, 0),
        Status.DRAFT: 2,
        Status.READY: 1,
        Status.PUBLISHED: 1,
    }


def test_counts_follow_whoever_writes(open_store: Callable[[], Store]) -> None:
    store, other = open_store(), open_store()
    mine = store.stories.save(Story(headline="A"))
    assert store.stories.counts()[Status.DRAFT] == 1

    theirs = other.stories.save(Story(headline="B", status=Status.READY))
    assert store.stories.counts()[Status.READY] == 1
    other.stories.save(replace(theirs, status=Status.DRAFT))
    assert store.stories.counts()[Status.DRAFT] == 2
    store.stories.discard(mine.id)
    assert store.stories.counts()[Status.DRAFT] == other.stories.counts()[Status.DRAFT] == 1
    store.stories.counts().clear()
    assert store.stories.counts()[Status.DRAFT] == 1


@pytest.mark.parametrize(
    "query",
    [
        "jembatan",
        "JEMBATAN rusak",
        "  rusak   jembatan ",
        "ambruk",  # body
        "rina",  # byline
        "banjir",  # tag
        "ÉLISE",  # caption, with a letter that only Unicode folds
        "E\u0301lise",  # the same letter, written in two code points
        "jembat",  # the beginning of a word that is being typed
        "pukul 100",
        "a_b",
    ],
)
def test_query_words_are_found_in_all_fields_in_any_case(store: Store, query: str) -> None:
    store.stories.save(Story(headline="Yang lain", body="Tidak ada 100 persen, axb."))
    store.stories.save(
        Story(
            headline="Jembatan Contoh Rusak",
            body="Jembatan itu **ambruk** 100% pada pukul a_b.",
            byline=("Rina Contoh",),
            tags=("Banjir",),
            photos=(Photo("a.jpg"), Photo("b.jpg", caption="Warga bernama élise melihat.")),
        )
    )

    assert headlines(store, query=query) == ["Jembatan Contoh Rusak"]


@pytest.mark.parametrize(
    "query", ["jembatan mulus", "contohbanjir", "karangan", "embatan", "%", "\\"]
)
def test_a_story_without_one_of_the_words_is_not_listed(store: Store, query: str) -> None:
    store.stories.save(
        Story(headline="Jembatan Contoh", tags=("banjir",), summary="ringkasan", body="rusak")
    )

    assert headlines(store, query=query) == []


def test_query_and_status_narrow_together(store: Store) -> None:
    store.stories.save(Story(headline="Pasar satu", status=Status.READY))
    store.stories.save(Story(headline="Pasar dua"))

    assert headlines(store, query="pasar", status=Status.READY) == ["Pasar satu"]


def test_search_follows_a_change(store: Store) -> None:
    story = store.stories.save(Story(headline="Pasar lama"))
    store.stories.save(replace(story, headline="Pasar baru"))

    assert headlines(store, query="lama") == []
    assert headlines(store, query="baru") == ["Pasar baru"]


def test_the_list_is_read_page_by_page(store: Store) -> None:
    for number in range(25):
        status = Status.READY if number % 5 == 0 else Status.DRAFT
        store.stories.save(Story(headline=f"Berita {number}", status=status))

    pages = [headlines(store, limit=10, offset=start) for start in (0, 10, 20, 30)]

    assert [one for page in pages for one in page] == headlines(store)
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert headlines(store, status=Status.READY, limit=2, offset=3) == ["Berita 5", "Berita 0"]
    assert headlines(store, query="berita", limit=2, offset=1) == ["Berita 23", "Berita 22"]
    assert store.stories.count() == 25
    assert store.stories.count(status=Status.READY) == store.stories.count("status:siap") == 5


@pytest.mark.parametrize("status", [None, Status.DRAFT])
def test_a_page_far_down_is_found_by_an_index_alone(store: Store, status: Status | None) -> None:
    asked: list[str] = []
    with store._database.read() as session:
        event.listen(
            session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2])
        )
    store.stories.list(status, limit=10, offset=40)
    store.stories.counts()

    with store._database.read() as session:
        for statement in [sql for sql in asked if sql.startswith("SELECT")]:
            given = tuple([str(status), 10, 40][-statement.count("?") :])
            plan = session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", given if "?" in statement else ()
            )
            steps = [row[3] for row in plan]
            assert len(steps) == 1
            assert "INDEX ix_story_discarded_" in steps[0]


def test_a_whole_article_pasted_as_query_is_no_error(store: Store) -> None:
    store.stories.save(Story(headline="Panjang", body="kata " * 40_000))

    assert headlines(store, query="kata " * 40_000) == ["Panjang"]
    assert headlines(store, query="k" * 60_000) == []


def test_two_thousand_stories_are_all_listed(home: Path, store: Store) -> None:
    for number in range(2_000):
        store.stories.save(Story(headline=f"Berita {number:04}", tags=(f"tag{number % 10}",)))

    assert headlines(store) == [f"Berita {number:04}" for number in reversed(range(2_000))]
    assert len(headlines(store, query="TAG7")) == 200
    assert headlines(store, query="berita 1234") == ["Berita 1234"]


def test_of_a_long_list_the_order_is_held_and_rows_are_read_as_wanted(store: Store) -> None:
    for name in ("Satu", "Dua", "Tiga", "Empat"):
        store.stories.save(Story(headline=name, status=Status.READY))
    store.stories.save(Story(headline="Lima"))

    order = store.stories.order()
    rows = store.stories.rows(order[1:4])

    assert list(rows) == list(order[1:4])
    assert [row.story.headline for row in rows.values()] == ["Empat", "Tiga", "Dua"]
    assert [row.story for row in rows.values()] == store.stories.list(limit=3, offset=1)
    assert {row.snippet for row in rows.values()} == {None}
    assert store.stories.order(limit=2) == order[:2]
    assert store.stories.order(status=Status.READY) == order[1:]
    assert store.stories.order(status=Status.HELD, limit=1) == order[:0]


def test_the_order_of_what_is_sought_is_that_of_the_search(store: Store) -> None:
    store.stories.save(Story(headline="Panen", body="Padi."))
    store.stories.save(Story(headline="Pasar", body="Sesudah panen padi, harga turun."))
    store.stories.save(Story(headline="Hujan", status=Status.READY, body="Panen tertunda."))
    store.stories.save(Story(headline="Kereta"))

    order = store.stories.order("panen")
    rows = store.stories.rows(order, "panen")

    hits = store.stories.search("panen")
    assert [row.story for row in rows.values()] == [hit.story for hit in hits]
    assert [row.snippet for row in rows.values()] == [hit.snippet for hit in hits]
    assert store.stories.order("panen", limit=1) == order[:1]
    ready = store.stories.rows(store.stories.order("panen", status=Status.READY))
    assert [row.story.headline for row in ready.values()] == ["Hujan"]
    assert len(store.stories.order("status:tidak-ada")) == 0


def test_a_story_in_the_bin_is_in_no_order(store: Store) -> None:
    kept, thrown = (store.stories.save(Story(headline=name)) for name in ("Satu", "Dua"))
    store.stories.discard(thrown.id)

    [number] = store.stories.order()
    assert store.stories.rows([number])[number].story.id == kept.id
