"""Taking the rows out of a damaged file, table by table, into a sound one.

What the tables lead to comes first. Pages that nothing leads to any more, because what
led there is damaged, are known by the shape of their rows.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.store.private import new_file
from newsroom.store.recovery.pages import (
    INDEX_LEAF,
    INTERIOR,
    LEAF,
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
from newsroom.store.recovery.shapes import Shape, is_story_id, shapes_of

_REVISION = re.compile(r"\d{4}")
_VERSION = "alembic_version"
_INDEX = re.compile(r"CREATE VIRTUAL TABLE (\w+) USING fts5\(", re.IGNORECASE)


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
        others = _of_others(store, shapes)
    _traces(pages, found)
    found.ids -= others
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
            named = shape.name == "story" and len(values) > 1 and is_story_id(values[1])
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


def _of_others(store: sqlite3.Connection, shapes: Mapping[str, Shape]) -> set[str]:
    """Return the ids of uploads and comments, which look as those of stories do in an index."""
    names = (("push", "id"), ("push_step", "push"), ("comment", "id"))
    return {
        id
        for table, column in names
        if table in shapes
        for (id,) in store.execute(f"SELECT {column} FROM {table}")
    }


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
                    case [str(id), int()] if is_story_id(id):
                        found.ids.add(id)
                    case _:
                        pass
