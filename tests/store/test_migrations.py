from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, create_mock_engine, text

from newsroom.store.backup.automatic import first_place
from newsroom.store.backup.manifest import Kind
from newsroom.store.backup.restore import restore_to
from newsroom.store.errors import StoreError, StoreTooNew
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.schema import Base
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config
from newsroom.story.story import Photo


def test_the_version_known_without_alembic_is_its_head() -> None:
    assert ScriptDirectory.from_config(migration_config()).get_heads() == [HEAD]


def test_migrating_from_nothing_gives_the_tables_of_the_models(store: Store) -> None:
    with store._database.read() as session:
        opts = {"compare_type": True, "include_name": _is_no_index}
        context = MigrationContext.configure(session.connection(), opts=opts)

        assert compare_metadata(context, Base.metadata) == []


def _is_no_index(name: str | None, kind: str, _within: object) -> bool:
    """The full-text index has tables of its own, which no model has."""
    return kind != "table" or not (name or "").startswith(("story_index", "story_vocabulary"))


def test_constraints_and_indexes_have_the_names_of_the_models(store: Store) -> None:
    with store._database.read() as session:
        made = session.connection().exec_driver_sql("SELECT sql FROM sqlite_master").scalars()
        sql = "\n".join(statement for statement in made if statement)

    for table in Base.metadata.tables.values():
        names = [thing.name for thing in (*table.constraints, *table.indexes)]
        assert names
        for name in names:
            assert str(name) in sql


def test_the_tables_can_be_made_on_postgresql() -> None:
    statements: list[str] = []

    def take(statement: object, *_: object) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)))  # type: ignore[attr-defined]

    engine = create_mock_engine("postgresql://", take)
    Base.metadata.create_all(engine, checkfirst=False)

    assert any("updated TIMESTAMP WITH TIME ZONE NOT NULL" in sql for sql in statements)
    assert any("number SERIAL NOT NULL" in sql for sql in statements)


_OLD_STORY = f"""
    INSERT INTO story VALUES (1, '{"a" * 32}', 3, '2026-03-05 01:00:00', '2026-03-05 02:00:00',
    NULL, 'draft', 'Panen Raya', '', '', 'SERANG', '', NULL, '', '["Rina Contoh"]', '', '',
    '["padi"]', '', '', NULL, NULL, '(*)', 2, 'Warga panen.', 'warga panen.')
"""
_OLD_PHOTO = """
    INSERT INTO photo VALUES (1, 0, 'panen.jpg', 'Petani memanen padi.', 'Rina Contoh', '', NULL,
    '', 1, '')
"""


def test_a_store_of_the_first_version_keeps_what_is_in_it(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO word (folded, word) VALUES ('latsar', 'Latsar')"))
        connection.execute(text(_OLD_STORY))
        connection.execute(text(_OLD_PHOTO))
    engine.dispose()

    store = Store.open(tmp_path)
    story = store.stories.get("a" * 32)
    assert (story.headline, story.body, story.tags) == ("Panen Raya", "Warga panen.", ("padi",))
    assert story.photos == (Photo("panen.jpg", "Petani memanen padi.", "Rina Contoh", lead=True),)
    assert (story.sources, story.deadline) == ((), None)
    assert store.words.all() == ["Latsar"]
    assert store.ignored.all("kabar") == []
    again = store.stories.save(replace(story, topic="Panen"))
    assert store.stories.get(story.id) == again
    store.close()


def old_store(home: Path) -> None:
    """Make a store of the first version."""
    home.mkdir(exist_ok=True)
    engine = create_engine(f"sqlite:///{home / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text(_OLD_STORY))
        connection.execute(text(_OLD_PHOTO))
    engine.dispose()


def test_before_older_tables_are_changed_they_are_backed_up(tmp_path: Path) -> None:
    old_store(tmp_path)

    Store.open(tmp_path).close()

    (kept,) = first_place(tmp_path).backups()
    assert (kept.manifest.kind, kept.manifest.schema) == (Kind.MIGRATION, "0001")
    with closing(sqlite3.connect(kept.path / DATABASE)) as backup:
        assert backup.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert backup.execute("SELECT headline FROM story").fetchall() == [("Panen Raya",)]
    restore_to(kept.path, tmp_path / "lagi")
    store = Store.open(tmp_path / "lagi")
    assert store.stories.get("a" * 32).headline == "Panen Raya"
    store.close()


def test_tables_that_can_not_be_backed_up_are_not_changed(tmp_path: Path) -> None:
    old_store(tmp_path)
    before = (tmp_path / DATABASE).read_bytes()
    (tmp_path / "backups").write_text("di sini seharusnya ada folder")

    with pytest.raises(StoreError):
        Store.open(tmp_path)

    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert (tmp_path / DATABASE).read_bytes() == before


def test_a_new_store_is_not_backed_up(tmp_path: Path) -> None:
    Store.open(tmp_path).close()

    assert not (tmp_path / "backups").exists()


def test_a_newer_store_is_neither_changed_nor_backed_up(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(StoreTooNew, match="Perbarui Newsroom"):
        open_sound(tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
