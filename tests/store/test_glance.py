"""What is read at the start must be what the store holds."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from newsroom.store.glance import glance
from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status

FULL = Story(
    headline="Perahu Pustaka Singgah di Pulau Rekaan",
    kicker="Literasi",
    subheadline="Anak pesisir meminjam dua buku",
    body="Warga **membaca** “buku” 📚.\n\nLalu pulang.",
    dateline=Dateline("LABUAN", "infobanten.id", date(2026, 11, 3), "{PLACE}, {source} – "),
    byline=("Rina Contoh", "Budi Karangan"),
    editor="Tirta Rekaan",
    section="Pendidikan",
    tags=("Buku", "Pesisir"),
    slug="perahu-pustaka",
    summary="Ringkas.",
    status=Status.HELD,
    embargo=datetime(2026, 11, 25, 7, 30, tzinfo=timezone(timedelta(hours=9))),
    closing="(*)",
    photos=(
        Photo("b.jpg", caption="Dua.", taken=date(2026, 11, 2), place="Labuan", lead=True),
        Photo("a.jpg", credit="Rina Contoh", alt="Perahu", digest="ab" * 32),
    ),
)


def test_gives_the_open_story_just_as_the_store_does(tmp_path):
    store = Store.open(tmp_path)
    saved = store.stories.save(FULL)
    store.workspace.set("open", saved.id)
    store.workspace.set(f"place:{saved.id}", {"cursor": 7, "scroll": 40})
    expected = store.stories.get(saved.id)

    seen = glance(tmp_path)

    assert seen is not None
    assert seen.story == expected == replace(saved)
    assert seen.workspace[f"place:{saved.id}"] == {"cursor": 7, "scroll": 40}
    store.close()


def test_without_a_store_there_is_nothing_and_nothing_is_made(tmp_path):
    assert glance(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_no_open_story_or_one_in_the_bin(tmp_path):
    store = Store.open(tmp_path)
    saved = store.stories.save(FULL)
    seen = glance(tmp_path)
    assert seen is not None
    assert seen.story is None
    store.workspace.set("open", saved.id)
    store.stories.discard(saved.id)
    seen = glance(tmp_path)
    assert seen is not None
    assert seen.story is None
    store.close()


def test_leaves_to_the_store_what_it_does_not_know(tmp_path):
    Store.open(tmp_path).close()
    database = sqlite3.connect(tmp_path / DATABASE)
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    assert glance(tmp_path) is None

    (tmp_path / DATABASE).write_bytes(b"bukan basis data" * 100)
    assert glance(tmp_path) is None
