"""Taking the rows out of a damaged file, table by table, into a sound one.

What the tables lead to comes first. Pages that nothing leads to any more, because what
led there is damaged, are known by the shape of their rows.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsroom.store.private import new_file
from newsroom.store.recovery.pages import (
    INDEX_LEAF,
    INTERIOR,
    LEAF,
    Blob,
    Pages,
    Unreadable,
    cell_offsets,
    children,
    free_pages,
    index_cell,
    kind_of,
    record_values,
    table_cell,
)
from newsroom.story.workflow import Status

_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_REVISION = re.compile(r"\d{4}")
_VERSION = "alembic_version"
_INDEX = re.compile(r"CREATE VIRTUAL TABLE (\w+) USING fts5\(", re.IGNORECASE)

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
        if "ID" in (kind for _, kind, _ in self.columns) and not _ID.fullmatch(str(mended[1])):
            mended[1] = hashlib.sha256(repr(values).encode()).hexdigest()[:32]
        return mended


@dataclass(slots=True)
class Salvaged:
    """What was taken out. ``bad_pages`` could be read in part or not at all.

    ``ids`` are those of all stories of which any trace was met, ``garbled`` those in whose
    row something is no text any more, ``sound`` those whose sum is right.
    """

    rows: int = 0
    bad_pages: int = 0
    version: str = ""
    ids: set[str] = field(default_factory=set)
    garbled: set[str] = field(default_factory=set)
    sound: set[str] = field(default_factory=set)


def salvage(pages: Pages, target: Path, schema_of: Callable[[str], Sequence[str]]) -> Salvaged:
    """Take out what can be read, into a new file with tables of the same revision.

    ``schema_of`` gives the SQL of a revision's tables (of the newest, if it can't be read);
    that in the damaged file is not to be trusted. Raises OSError, sqlite3.Error.
    """
    new_file(target).close()
    master = list(_master(pages))
    found = Salvaged(version=_version(pages, master))
    schema = schema_of(found.version)
    with closing(sqlite3.connect(target)) as store:
        store.isolation_level = None
        store.execute("PRAGMA foreign_keys=OFF")
        store.execute("PRAGMA synchronous=OFF")
        store.execute("BEGIN")
        _make(store, schema, ("TABLE",))
        shapes = shapes_of(store)
        shapes.pop(_VERSION, None)
        roots = {
            root: shapes[name]
            for kind, name, root, _ in master
            if kind == "table" and name in shapes
        }
        known = {root for _, _, root, _ in master if root}
        for shape, rowid, values, is_whole in _rows(pages, roots, known, shapes, found):
            _insert(store, shape, rowid, values, found, is_whole=is_whole)
        _make(store, schema, ("INDEX", "UNIQUE", "VIEW", "VIRTUAL", "TRIGGER"))
        for name in _virtual_names(schema):
            store.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        store.execute("COMMIT")
    _traces(pages, found)
    return found


def _version(pages: Pages, master: Sequence[tuple[str, str, int, str]]) -> str:
    """Return the revision of the tables; empty if it can't be read."""
    for _, name, root, _ in master:
        if name == _VERSION:
            page = pages.page(root)
            for offset in cell_offsets(page, root):
                with suppress(Unreadable):
                    (value,) = record_values(table_cell(pages, page, offset)[1])
                    if isinstance(value, str) and _REVISION.fullmatch(value):
                        return value
    return ""


def _master(pages: Pages) -> Iterator[tuple[str, str, int, str]]:
    """Yield what the file says of its tables: kind, name, first page, SQL."""
    for number in _leaves(pages, 1, set()):
        page = pages.page(number)
        for offset in cell_offsets(page, number):
            with suppress(Unreadable):
                values = record_values(table_cell(pages, page, offset)[1])
                match values:
                    case [str(kind), str(name), str(), int(root), sql] if root >= 0:
                        yield kind, name, root, sql if isinstance(sql, str) else ""
                    case _:
                        pass


def _leaves(pages: Pages, root: int, seen: set[int]) -> Iterator[int]:
    """Yield the leaves of a table, and each other page on the way that is no page of one."""
    ahead = [root]
    while ahead:
        number = ahead.pop()
        if number in seen or not 0 < number <= pages.count:
            continue
        seen.add(number)
        if kind_of(pages.page(number), number) == INTERIOR:
            ahead.extend(reversed(children(pages, number)))
        else:
            yield number


def _rows(
    pages: Pages,
    roots: dict[int, Shape],
    known: set[int],
    shapes: dict[str, Shape],
    found: Salvaged,
) -> Iterator[tuple[Shape, int, list[object], bool]]:
    seen: set[int] = set()
    for _ in _leaves(pages, 1, seen):
        pass
    for root, shape in roots.items():
        for number in _leaves(pages, root, seen):
            yield from _of_page(pages, number, [shape], found)
    for root in known - roots.keys():  # tables and indexes of which nothing is wanted
        for _ in _leaves(pages, root, seen):
            pass
    lost = set(range(1, pages.count + 1)) - seen - free_pages(pages)
    candidates = list(shapes.values())
    for number in sorted(lost):
        yield from _of_page(pages, number, candidates, None)


def _of_page(
    pages: Pages, number: int, shapes: Sequence[Shape], found: Salvaged | None
) -> Iterator[tuple[Shape, int, list[object], bool]]:
    """Yield the rows of one leaf, and of each whether it is as it was.

    ``found`` is told of damage; only where a table led here is it known what should be.
    """
    page = pages.page(number)
    is_sound = kind_of(page, number) == LEAF and len(page) == pages.size
    for offset in cell_offsets(page, number):
        rowid, values, is_whole = _cell(pages, page, offset)
        shape = next((shape for shape in shapes if shape.fits(values)), None)
        if shape and is_whole:
            yield shape, rowid, values, True
            continue
        is_sound = False
        for shape in shapes:
            named = shape.name == "story" and len(values) > 1 and _suits(values[1], "ID")
            if (found or named) and (mended := shape.mended(values)):
                yield shape, rowid, mended, False
                break
    if found and not is_sound:
        found.bad_pages += 1


def _cell(pages: Pages, page: bytes, offset: int) -> tuple[int, list[object], bool]:
    """Return a row's number, its values, and whether all of it is there."""
    try:
        rowid, record = table_cell(pages, page, offset)
        with suppress(Unreadable):
            return rowid, record_values(record), True
    except Unreadable as error:
        rowid, record = error.rowid, error.part
    with suppress(Unreadable):
        return rowid, record_values(record, in_part=True), False
    return 0, [], False


def _insert(
    store: sqlite3.Connection,
    shape: Shape,
    rowid: int,
    values: list[object],
    found: Salvaged,
    *,
    is_whole: bool,
) -> None:
    if shape.own is not None:
        values[shape.own] = rowid
    is_garbled = not is_whole or any(type(value) is bytes for value in values)
    given = [
        value.decode("utf-8", "replace") if type(value) is bytes else value for value in values
    ]
    names = [name for name, _, _ in shape.columns[: len(given)]]
    is_story = shape.name == "story"
    # A story met twice, as on a page not in use any more, stays as it was changed last.
    newer = _NEWER.format(", ".join(f"{n} = excluded.{n}" for n in names if n != "number"))
    sql = (
        f'INSERT {"" if is_story else "OR IGNORE"} INTO "{shape.name}" ({", ".join(names)}) '
        f"VALUES ({', '.join('?' * len(given))}){newer if is_story else ''}"
    )
    try:
        done = store.execute(sql, given).rowcount
    except (sqlite3.Error, OverflowError):
        done = 0
    found.rows += max(done, 0)
    if is_story:
        id = str(given[1])
        found.ids.add(id)
        if done > 0:
            (found.garbled.add if is_garbled else found.garbled.discard)(id)


_NEWER = " ON CONFLICT (id) DO UPDATE SET {} WHERE excluded.revision > story.revision"


def _make(store: sqlite3.Connection, schema: Sequence[str], kinds: Sequence[str]) -> None:
    """Make the things of some kinds: the plain tables first, what hangs on them when filled.

    A table of the search index comes with the index.
    """
    shadows = tuple(f"{name}_" for name in _virtual_names(schema))
    for kind in kinds:
        for sql in schema:
            words = sql.replace("(", " ").split()
            name = words[2].strip("\"'`[]") if len(words) > 2 else ""
            if words[1].upper() == kind and not (kind == "TABLE" and name.startswith(shadows)):
                store.execute(sql)


def _virtual_names(schema: Sequence[str]) -> list[str]:
    """Return the names of the search indexes."""
    found = (_INDEX.match(sql) for sql in schema)
    return [made[1] for made in found if made]


def _tables(store: sqlite3.Connection) -> list[str]:
    rows = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in rows]


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


def _suits(value: object, kind: str) -> bool:
    """Say whether a value is one that such a column has; SQLite itself would take any."""
    match kind:
        case "ID":
            return isinstance(value, str) and bool(_ID.fullmatch(value))
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


def _traces(pages: Pages, found: Salvaged) -> None:
    """Note the ids that the index of the stories has, also of rows that can't be read."""
    free = free_pages(pages)
    for number in range(1, pages.count + 1):
        page = pages.page(number)
        if number in free or kind_of(page, number) != INDEX_LEAF:
            continue
        for offset in cell_offsets(page, number):
            with suppress(Unreadable):
                values = record_values(index_cell(pages, page, offset))
                match values:
                    case [str(id), int()] if _ID.fullmatch(id):
                        found.ids.add(id)
                    case _:
                        pass
