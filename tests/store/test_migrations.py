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
from newsroom.store.backup.verify import verify_store
from newsroom.store.deliveries.records import Wish
from newsroom.store.errors import StoreError, StoreTooNew
from newsroom.store.handovers import What
from newsroom.store.opening import open_sound
from newsroom.store.place import DATABASE, HEAD
from newsroom.store.recovery.report import RecoveryReport
from newsroom.store.schema import Base
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config
from newsroom.story.story import Photo, Story
from newsroom.story.workflow import Status
from tests.store.spoiling import change_letters


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


BEFORE_SUMS = ["0001", "0002", "0003", "0004", "0005", "0006", "0007"]
REVISIONS = [*BEFORE_SUMS, "0008", "0009", "0010"]
_MORE = f"""
    INSERT INTO story VALUES (2, '{"b" * 32}', 1, '2026-03-05 01:00:00.000000',
    '2026-03-05 02:00:00.000000', NULL, 'held', 'Kafé “Rekaan”', 'Kilas', '', 'SERANG',
    'contoh.id', '2026-03-05', '', '["Rina Contoh", "Ani"]', 'Sari Umpama', 'Ekonomi', '[]', '',
    '', '2026-03-06 00:30:00.000000', 25200, '(*)', 2, 'Warga 🌾.', 'warga')
"""
_MORE_PHOTO = "INSERT INTO photo VALUES (2, 0, 'b.jpg', '', '', '', '2026-03-05', 'Labuan', 0, '')"


def store_of(home: Path, revision: str) -> None:
    """Make a store of an older version, with two stories of the first."""
    engine = create_engine(f"sqlite:///{home / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for row in (_OLD_STORY, _OLD_PHOTO, _MORE, _MORE_PHOTO):
            connection.exec_driver_sql(row)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def test_every_older_revision_is_tried() -> None:
    scripts = ScriptDirectory.from_config(migration_config()).walk_revisions()
    known = {script.revision for script in scripts}
    assert known == {*REVISIONS, HEAD}


@pytest.mark.parametrize("revision", REVISIONS)
def test_stories_of_each_older_version_get_a_sum_that_is_right(
    tmp_path: Path, revision: str
) -> None:
    store_of(tmp_path, revision)
    told: list[RecoveryReport] = []

    store = Store.open(tmp_path, told.append)

    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("SELECT count(checksum) FROM story").fetchone() == (2,)
    for id in ("a" * 32, "b" * 32):
        story = store.stories.get(id)
        again = store.stories.save(replace(story, headline=f"{story.headline} lagi"))
        assert store.stories.get(id) == again
    store.close()
    assert told == []
    assert verify_store(tmp_path).is_good


@pytest.mark.parametrize("revision", BEFORE_SUMS[-3:])
def test_a_story_that_was_damaged_before_there_were_sums_does_not_hold_up_the_others(
    tmp_path: Path, revision: str
) -> None:
    store_of(tmp_path, revision)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database, database:
        database.execute("UPDATE story SET byline = '[' WHERE number = 1")
    told: list[RecoveryReport] = []

    store = Store.open(tmp_path, told.append)

    assert store.stories.get("b" * 32).byline == ("Rina Contoh", "Ani")
    assert store.stories.get("a" * 32).headline == "Panen Raya"
    assert [one.headline for report in told for one in report.stories] == ["Panen Raya"]
    store.close()


@pytest.mark.parametrize("revision", REVISIONS[-2:])
def test_stories_of_an_older_version_can_be_sent_to_a_portal(tmp_path: Path, revision: str) -> None:
    store_of(tmp_path, revision)

    store = Store.open(tmp_path)

    push = store.pushes.add("a" * 32, "contoh", 3, Wish())
    assert store.pushes.list() == [push]
    assert store.deliveries.of_story("a" * 32) == []
    store.close()


def test_what_had_changed_by_itself_before_is_not_made_worse(tmp_path: Path) -> None:
    store_of(tmp_path, "0007")
    change_letters(tmp_path, "Warga panen.", "Warga panon.")

    store = Store.open(tmp_path)

    assert store.stories.get("a" * 32).body == "Warga panon."
    store.close()


_BEFORE_THE_DESK = """
    DROP TABLE desk; DROP TABLE comment; DROP TABLE review; DROP TABLE handover;
    DROP INDEX ix_version_moved; ALTER TABLE version DROP COLUMN uid;
    UPDATE alembic_version SET version_num = '0010';
"""


def test_a_story_with_a_history_of_before_the_desk_is_reviewed_and_handed_over(
    tmp_path: Path,
) -> None:
    photo = Photo("panen.jpg", "Petani memanen padi.", lead=True)
    with closing(Store.open(tmp_path)) as old:
        story = old.stories.save(Story(headline="Panen", body="Warga panen.", photos=(photo,)))
        for status in (Status.SUBMITTED, Status.EDITING):
            old.stories.change_status([story.id], status)
        story = old.stories.save(replace(old.stories.get(story.id), body="Warga panen padi."))
        (came, _) = old.versions.list(story.id)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.executescript(_BEFORE_THE_DESK)

    with closing(Store.open(tmp_path)) as store, closing(Store.open(tmp_path / "sana")) as there:
        (line,) = store.desk_list.list([Status.EDITING])
        assert (line.id, line.since) == (story.id, came.moment)
        review = store.reviews.of(story.id)
        assert review is not None
        assert review.base.body == "Warga panen."
        taken = there.handovers.take_over(store.handovers.hand_over(story.id), {}, None)
        assert (taken.what, taken.story.photos) == (What.NEW, (photo,))
        steps = [step.after for step in there.versions.list(story.id) if step.after]
        assert steps == [Status.EDITING, Status.SUBMITTED]
        there.stories.save(replace(taken.story, body="Warga panen padi di Serang."))
        back = store.handovers.take_over(there.handovers.hand_over(story.id), {}, None)
        assert (back.what, back.story.body) == (What.FORWARD, "Warga panen padi di Serang.")
