"""Bringing the tables of an older store, or of none, up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from newsroom.store.errors import StoreTooNew

_MIGRATIONS = Path(__file__).with_name("migrations")


def migration_config() -> Config:
    """Return Alembic's settings; they lie in no file, so that an installed program has them."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(engine: Engine, version: str | None, path: Path) -> None:
    """Run the migrations after ``version``, all or none of them.

    The engine's transactions must take the right to write from the start: of two
    programs that open an old store at once, the second waits and finds it done.
    Raises StoreTooNew, having written nothing, if the program knows no such version.
    """
    config = migration_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise StoreTooNew(
            f"Data di {path} dibuat oleh Newsroom yang lebih baru dan tidak diubah. "
            "Perbarui Newsroom untuk membukanya."
        )
    with engine.connect() as connection:
        # A migration may rebuild a table; while foreign keys are watched, dropping the
        # old one would delete every row that refers to it. This connection ends here.
        connection.detach()
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
