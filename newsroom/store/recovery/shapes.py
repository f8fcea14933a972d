"""What rows look like: by it they are known where nothing leads to them, and made readable."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.store.recovery.pages import Blob
from newsroom.story.workflow import Status

_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of a table look like: for each column its kind, and whether it may be empty.

    ``own`` is the column that is the row's number, if any: it is empty in the record.
    """

    name: str
    columns: tuple[tuple[str, str, bool], ...]  # name, kind, whether it may be empty
    own: int | None
    least: int  # columns of the oldest rows: those after them have a value to begin with

    def fits(self, values: Row) -> bool:
        """Say whether a row can be one of this table; columns may have come since."""
        if not self.least <= len(values) <= len(self.columns):
            return False
        for at, value in enumerate(values):
            _, kind, may_be_empty = self.columns[at]
            if at == self.own:
                if value is not None:
                    return False
            elif value is None:
                if not may_be_empty:
                    return False
            elif not _suits(value, kind):
                return False
        return True

    def mended(self, values: Row) -> list[object] | None:
        """Return a row of this table with what is no value of its column made empty."""
        if not 1 < len(values) <= len(self.columns):
            return None
        mended: list[object] = []
        for at, value in enumerate(values):
            name, kind, may_be_empty = self.columns[at]
            fits = may_be_empty if value is None else _suits(value, kind)
            mended.append(value if fits or at == self.own else _empty(name, kind, may_be_empty))
        if "ID" in (kind for _, kind, _ in self.columns) and not is_story_id(str(mended[1])):
            mended[1] = hashlib.sha256(repr(values).encode()).hexdigest()[:32]
        return mended


def shapes_of(store: sqlite3.Connection) -> dict[str, Shape]:
    """Return what the rows of the tables look like, those first that are told apart best."""
    shapes = {}
    hidden = re.compile(r".*_(data|idx|content|docsize|config)|sqlite_.*")
    for name in _tables(store):
        if hidden.fullmatch(name):
            continue
        info = list(store.execute(f'PRAGMA table_info("{name}")'))
        keys = [row for row in info if row[5]]
        own = keys[0][0] if len(keys) == 1 and keys[0][2].upper() == "INTEGER" else None
        columns = tuple(
            (column, _kind(name, column, kind), not notnull and not key)
            for _, column, kind, notnull, _, key in info
        )
        needed = [at for at, *_, notnull, default, _ in info if notnull and default is None]
        shapes[name] = Shape(name, columns, own, max(needed, default=0) + 1)
    return dict(sorted(shapes.items(), key=lambda item: _plainness(item[1])))


def _plainness(shape: Shape) -> tuple[int, int]:
    kinds = [kind for _, kind, _ in shape.columns]
    return -len(kinds), kinds.count("TEXT")


_SPECIAL = {
    ("story", "id"): "ID",
    ("story", "status"): "STATUS",
    ("version", "kind"): "NAME",
    ("imported", "digest"): "DIGEST",
    ("delivery", "digest"): "DIGEST",
    ("portal_media", "digest"): "DIGEST",
    ("push", "state"): "NAME",
    ("push_step", "step"): "NAME",
}
_STATUSES = frozenset(map(str, Status))


def _kind(table: str, column: str, kind: str) -> str:
    return _SPECIAL.get((table, column), kind.upper().partition("(")[0])


def _empty(name: str, kind: str, may_be_empty: bool) -> object:
    """Return what stands for a value that is lost."""
    if may_be_empty:
        return None
    match kind:
        case "INTEGER" | "BIGINT" | "BOOLEAN":
            return 0
        case "JSON":
            return "{}" if name in ("details", "value") else "[]"
        case "STATUS":
            return str(Status.DRAFT)
        case "DATE" | "DATETIME":
            return "1970-01-01 00:00:00.000000"
    return ""


def is_story_id(value: object) -> bool:
    """Say whether a value is one by which a story is known."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _suits(value: object, kind: str) -> bool:
    """Say whether a value is one that such a column has; SQLite itself would take any."""
    match kind:
        case "ID":
            return is_story_id(value)
        case "DIGEST":
            return isinstance(value, str) and (not value or bool(_DIGEST.fullmatch(value)))
        case "STATUS":
            return value in _STATUSES
        case "NAME":
            return isinstance(value, str) and value.replace("-", "_").isidentifier()
        case "JSON":
            return isinstance(value, str | bytes) and _is_json(value)
        case "BOOLEAN":
            return value in (0, 1)
        case "INTEGER" | "BIGINT":
            return isinstance(value, int)
        case "BLOB":
            return isinstance(value, Blob)
        case "DATE" | "DATETIME":
            return isinstance(value, str) and _is_moment(value)
    return isinstance(value, str) or type(value) is bytes


def _is_json(value: str | bytes) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _tables(store: sqlite3.Connection) -> list[str]:
    rows = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in rows]
