"""Proving that the index agrees with the stories, and making it anew where it does not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from newsroom.store.database import Database
from newsroom.store.reading import story_of
from newsroom.store.schema import StoryRow
from newsroom.store.search.index import CHECK, INDEX, NAMES, REBUILD, statements
from newsroom.store.searched import searched_texts

_AT_ONCE = 200  # stories that are held in memory together


def verify_index(database: Database) -> list[str]:
    """Return what is wrong with the index, in words; nothing if it agrees with the stories.

    It is there as this version makes it; FTS5 finds each word of the rows in it and none
    besides; and the rows hold the texts that are made of their stories. Nothing is changed,
    though SQLite wants the right to write for it. Raises StoreError.
    """
    with database.write() as session:
        missing = _missing(session.connection())
        if missing:
            return [f"Indeks pencarian tidak lengkap: {name}." for name in missing]
        return [*_disagreement(session.connection()), *_stale(session)]


def rebuild_index(database: Database) -> None:
    """Make the index anew from the stories, all of it or nothing. Raises StoreError."""
    with database.write() as session:
        connection = session.connection()
        kinds = "SELECT type, name FROM sqlite_master WHERE name = ?"
        for name in reversed(NAMES):
            for kind, _ in connection.exec_driver_sql(kinds, (name,)).all():
                connection.exec_driver_sql(f"DROP {kind} {name}")
        for row in _rows(session):
            for column, text in searched_texts(story_of(row)).items():
                setattr(row, column, text)
            session.flush()
        for statement in (*statements(), REBUILD):
            connection.exec_driver_sql(statement)


def _missing(connection: Connection) -> list[str]:
    """Return the parts of the index that are not there, or are others."""
    made = set(connection.exec_driver_sql("SELECT sql FROM sqlite_master").scalars())
    return [name for name, sql in zip(NAMES, statements(), strict=True) if sql not in made]


def _disagreement(connection: Connection) -> Iterator[str]:
    try:
        connection.exec_driver_sql(CHECK)
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0)
        if code & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        yield f"Indeks pencarian ({INDEX}) tidak cocok dengan naskah."


def _stale(session: Session) -> Iterator[str]:
    for row in _rows(session):
        texts = searched_texts(story_of(row))
        if any(getattr(row, column) != text for column, text in texts.items()):
            yield f"Naskah {row.id[:8]} masih dicari lewat isinya yang lama."


def _rows(session: Session) -> Iterator[StoryRow]:
    """Yield all stories, some at a time, and let go of them again."""
    last = 0
    while True:
        after = select(StoryRow).where(StoryRow.number > last).order_by(StoryRow.number)
        rows = session.scalars(after.limit(_AT_ONCE)).all()
        if not rows:
            return
        yield from rows
        last = rows[-1].number
        session.expunge_all()
