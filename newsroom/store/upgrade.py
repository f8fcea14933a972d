"""Bringing the tables of an older store, or of none, up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Engine, create_engine

from newsroom.store.failures import too_new

_PATIENCE = 60.0  # seconds, for another program that is backing up
_MIGRATIONS = Path(__file__).with_name("migrations")


def migration_config() -> Config:
    """Return Alembic's settings; they lie in no file, so that an installed program has them."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(engine: Engine, version: str | None, path: Path, *, with_backup: bool = True) -> None:
    """Run the migrations after ``version``, all or none of them.

    A backup is made first; where it fails, nothing is changed and its StoreError is raised.
    The engine's transactions must take the right to write from the start.
    Raises StoreTooNew, having written nothing, if the program knows no such version.
    """
    config = migration_config()
    _require_known(config, version, path)
    if version is not None and with_backup:
        _back_up(path)
    with engine.connect() as connection:
        # A migration may rebuild a table; while foreign keys are watched, dropping the
        # old one would delete every row that refers to it. This connection ends here.
        connection.detach()
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def make_at(path: Path, version: str) -> None:
    """Make an empty database with the tables of an older version. Raises StoreTooNew."""
    config = migration_config()
    _require_known(config, version, path)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, version)
    finally:
        engine.dispose()


def _require_known(config: Config, version: str | None, path: Path) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise too_new(path)


def _back_up(path: Path) -> None:
    """Back the database up as it is; the pictures are not touched, and stay where they are."""
    from newsroom.store.backup.automatic import first_place, read_settings
    from newsroom.store.backup.making import Order
    from newsroom.store.backup.manifest import Kind

    home = path.parent
    order = Order(home, Kind.MIGRATION, datetime.now(UTC), with_pictures=False)
    first_place(home).add(order, read_settings(home).rhythm, patience=_PATIENCE)
