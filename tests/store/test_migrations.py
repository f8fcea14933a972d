from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, create_mock_engine, text

from newsroom.store.place import DATABASE, HEAD
from newsroom.store.schema import Base
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config


def test_the_version_known_without_alembic_is_its_head() -> None:
    assert ScriptDirectory.from_config(migration_config()).get_heads() == [HEAD]


def test_migrating_from_nothing_gives_the_tables_of_the_models(store: Store) -> None:
    with store._database.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


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


def test_a_store_of_the_first_version_keeps_what_is_in_it(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO word (folded, word) VALUES ('latsar', 'Latsar')"))
    engine.dispose()

    store = Store.open(tmp_path)
    assert store.words.all() == ["Latsar"]
    assert store.ignored.all("kabar") == []
    store.close()
