"""Stories from before there were versions are kept as those that come after."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from newsroom.store.place import DATABASE
from newsroom.store.store import Store
from newsroom.store.upgrade import migration_config

ID = "a" * 32
_OLD_STORY = f"""
    INSERT INTO story VALUES (1, '{ID}', 3, '2026-03-05 01:00:00', '2026-03-05 02:00:00',
    NULL, 'draft', 'Panen Raya', '', '', 'SERANG', '', NULL, '', '["Rina Contoh"]', '', '',
    '["padi"]', '', '', NULL, NULL, '(*)', 2, 'Warga panen.', 'warga panen.')
"""


def test_a_story_of_the_first_version_is_kept_before_it_changes(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text(_OLD_STORY))
    engine.dispose()

    store = Store.open(tmp_path)
    story = store.stories.get(ID)
    assert store.versions.list(ID) == []
    store.stories.save(replace(story, body="Warga tanam."))

    (step,) = store.versions.list(ID)
    assert store.versions.story(step.number) == story
    assert step.moment == datetime(2026, 3, 5, 2, 0, tzinfo=UTC)
    store.close()
