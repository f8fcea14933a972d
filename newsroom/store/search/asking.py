"""Questions put to SQLite itself, in the transaction that a session has begun.

What SQLAlchemy keeps for each of its own takes longer than most of these take to answer, and
they are asked at every key while one types what one looks for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection


def rows(connection: Connection, sql: str, *values: object) -> Sequence[tuple[Any, ...]]:
    """Return all that a question finds."""
    cursor = connection.connection.cursor()
    cursor.execute(sql, values)
    return cursor.fetchall()


def firsts(connection: Connection, sql: str, *values: object) -> list[Any]:
    """Return the first value of each row that a question finds."""
    return [row[0] for row in rows(connection, sql, *values)]


def state_of(connection: Connection) -> tuple[object, ...]:
    """Return what stays the same for as long as nobody writes, in this program or another."""
    own = connection.connection.driver_connection
    assert isinstance(own, sqlite3.Connection)
    return own, *firsts(connection, "PRAGMA data_version"), own.total_changes
