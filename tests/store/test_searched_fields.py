"""What a story is found by, also in a store that an earlier version made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from newsroom.store.place import DATABASE
from newsroom.store.search.verify import verify_index
from newsroom.store.searched import searched_texts
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config
from newsroom.story.aftermath import Correction, StoryLink, Withdrawal
from newsroom.story.dateline import Dateline
from newsroom.story.source import Source
from newsroom.story.story import Photo, Story

WIT = timezone(timedelta(hours=9))
FULL = Story(
    headline="Dermaga Baru Dibuka",
    kicker="Kabarpesisir",
    subheadline="Nelayan menyambutnya",
    body="Warga berkumpul.",
    summary="Ikhtisar singkat.",
    byline=("Rina Contoh",),
    contributors=("Bayu Misalnya",),
    editor="Ratna Andaian",
    section="Ekonomi",
    other_sections=("Kelautan", "Wisata"),
    tags=("Dermaga",),
    topic="Pesisir 2030",
    slug="dermaga-kampung-umpama",
    dateline=Dateline("Tirtamaya", "portalcontoh.id"),
    canonical="https://kabar.example/dermaga",
    search_title="Pelabuhan rakyat",
    search_description="Panduan lengkap",
    social="Yuk mampir!",
    closing="(rin/rat)",
    event=datetime(2024, 5, 17, 8, 30, tzinfo=WIT),
    sources=(Source("Karta Rahasia", "Juru mudi", "0812-0000", "Jangan disebut"),),
    photos=(
        Photo(
            "dermaga.jpg",
            caption="Perahu bersandar.",
            credit="Surti Misalwati",
            alt="Tiga layar putih",
            place="Teluk Rekaan",
            creator="Jaka Umpama",
            copyright="Hakcipta Yayasan",
            keywords=("bahari",),
            source="Keluarga Wijaya",
            permission="boleh sekali muat",
        ),
    ),
)


def found(store: Store, query: str) -> list[str]:
    return [story.headline for story in store.stories.list(query=query)]


WORDS = [
    *("dermaga", "kabarpesisir", "menyambutnya", "berkumpul", "ikhtisar", "rina", "bayu"),
    *("ratna", "ekonomi", "kelautan", "wisata", "pesisir 2030", "dermaga-kampung", "tirtamaya"),
    *("kabar.example", "pelabuhan", "panduan", "mampir", "rin/rat", "jumat", "17/5/2024"),
    *("17 mei 2024", "08.30", "bersandar", "surti", "layar", "teluk", "jaka", "hakcipta"),
    "bahari",
]


@pytest.mark.parametrize("query", WORDS)
def test_a_story_is_found_by_all_that_a_person_wrote_in_it(store: Store, query: str) -> None:
    store.stories.save(FULL)
    store.stories.save(Story(headline="Yang lain", body="Kabar pasar."))

    assert found(store, query) == ["Dermaga Baru Dibuka"]


@pytest.mark.parametrize(
    "query", ["keliru", "sanggahan", "kabar.example/jawab", "sengketa", "trauma"]
)
def test_a_story_is_found_by_what_happened_to_it_since(store: Store, query: str) -> None:
    at = datetime(2024, 5, 17, 8, 30, tzinfo=WIT)
    story = Story(
        headline="Dermaga Baru Dibuka",
        corrections=(Correction(at, "Namanya keliru."),),
        answers=StoryLink("Sengketa Lahan"),
        answered_by=(StoryLink("Sanggahan Dinas", "https://kabar.example/jawab"),),
        withdrawal=Withdrawal(at, "Demi korban yang mengalami trauma"),
    )
    store.stories.save(story)
    store.stories.save(Story(headline="Yang lain", body="Kabar pasar."))

    assert found(store, query) == ["Dermaga Baru Dibuka"]


@pytest.mark.parametrize("query", ["rahasia", "mudi", "0812-0000", "disebut", "wijaya", "sekali"])
def test_a_source_is_not_given_away_by_a_search(store: Store, query: str) -> None:
    store.stories.save(FULL)

    assert found(store, query) == []


@pytest.mark.parametrize("query", ["portalcontoh", "(*)"])
def test_what_every_story_has_finds_none(store: Store, query: str) -> None:
    store.stories.save(FULL)
    store.stories.save(Story(headline="Yang lain", closing="(*)"))

    assert found(store, query) == []


def test_what_was_taken_out_of_a_field_is_found_no_more(store: Store) -> None:
    saved = store.stories.save(FULL)
    store.stories.save(replace(saved, topic="", photos=()))

    assert found(store, "2030") == found(store, "surti") == []


def make_old(home: Path, revision: str) -> None:
    """Make of a store what an earlier version had; what it sought stories by is out of date."""
    new, old = home / DATABASE, home / "old.db"
    engine = create_engine(f"sqlite:///{old}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("ATTACH ? AS new", (str(new),))
        for table in ("story", "photo"):
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            taken = ["'dermaga baru'" if name == "search_text" else name for name in names]
            database.execute(f"INSERT INTO main.{table} SELECT {', '.join(taken)} FROM new.{table}")
    for beside in home.glob(f"{DATABASE}*"):
        beside.unlink()
    old.rename(new)


@pytest.mark.parametrize("revision", ["0003", "0004"])
def test_a_store_made_before_finds_them_too(tmp_path: Path, revision: str) -> None:
    store = Store.open(tmp_path)
    store.stories.save(FULL)
    store.stories.save(Story(headline="Yang lain", body="Kabar pasar."))
    binned = store.stories.save(Story(headline="Dibuang", tags=("Dermaga",)))
    store.stories.discard(binned.id)
    store.close()
    make_old(tmp_path, revision)

    store = Store.open(tmp_path)
    for query in WORDS:
        assert found(store, query) == ["Dermaga Baru Dibuka"]
    assert store.stories.get(FULL.id).sources == FULL.sources
    assert found(store, "rahasia") == []
    assert verify_index(store._database) == []
    store.stories.restore(binned.id)
    assert found(store, "tag:dermaga") == ["Dibuang", "Dermaga Baru Dibuka"]
    store.close()


def test_a_store_of_the_first_version_finds_its_captions(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                f"INSERT INTO story VALUES (1, '{'a' * 32}', 3, '2026-03-05 01:00:00',"
                " '2026-03-05 02:00:00', NULL, 'draft', 'Panen Raya', 'Tani', '', 'SERANG', '',"
                " NULL, '', '[\"Rina Contoh\"]', 'Ratna Andaian', '', '[\"padi\"]', '', '', NULL,"
                " NULL, '(*)', 2, 'Warga panen.', 'panen raya')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO photo VALUES (1, 0, 'panen.jpg', 'Petani memanen padi.',"
                " 'Surti Misalwati', '', NULL, '', 1, '')"
            )
        )
    engine.dispose()

    store = Store.open(tmp_path)
    for query in ("tani", "serang", "ratna", "memanen", "surti", "PADI"):
        assert found(store, query) == ["Panen Raya"]
    store.close()


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
moments = st.none() | st.datetimes(
    datetime(1945, 1, 1), datetime(2999, 1, 1), timezones=st.sampled_from([WIT, UTC])
)


@settings(max_examples=10, deadline=None)
@given(words, words, words, words, moments)
def test_the_migration_makes_the_text_that_saving_makes(
    tmp_path_factory: pytest.TempPathFactory,
    one: str,
    two: str,
    three: str,
    four: str,
    event: datetime | None,
) -> None:
    home = tmp_path_factory.mktemp("lama")
    story = replace(
        FULL,
        kicker=one,
        topic=two,
        tags=(three,),
        closing=four,
        event=event,
        photos=(Photo("a.jpg", alt=one, keywords=(two,)), Photo("b.jpg", caption=three)),
    )
    store = Store.open(home)
    saved = store.stories.save(story)
    store.close()
    make_old(home, "0004")
    store = Store.open(home)
    with store._database.read() as session:
        columns = ", ".join(searched_texts(saved))
        kept = session.execute(text(f"SELECT {columns} FROM story")).one()

    assert dict(kept._mapping) == searched_texts(saved)
    assert verify_index(store._database) == []
    store.close()
