"""Writing the columns of a story that have changed, in SQLite's own words.

To make such a statement SQLAlchemy takes as long as SQLite to carry it out; and a story is
saved at every pause of whoever writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect

from newsroom.store.schema import Base

_STORY = Base.metadata.tables["story"]
_DIALECT = dialect()


def overwrite(connection: Connection, number: int, values: Mapping[str, Any]) -> None:
    """Write values into the columns of a story's row."""
    columns = ", ".join(f"{name} = ?" for name in values)
    kept = (_as_kept(name)(value) for name, value in values.items())
    cursor = connection.connection.cursor()
    cursor.execute(f"UPDATE story SET {columns} WHERE number = ?", (*kept, number))


@cache
def _as_kept(name: str) -> Callable[[Any], Any]:
    """Return what makes of a value what SQLAlchemy would write of it in a column."""
    kind = _STORY.c[name].type.dialect_impl(_DIALECT)
    return kind.bind_processor(_DIALECT) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
