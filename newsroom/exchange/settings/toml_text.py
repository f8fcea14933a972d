"""Changing values in a TOML text that people write in too: comments and order stay."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, MutableMapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Item, Table, Whitespace


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """Return the text with just these values in it; what has not changed stays as it is written.

    >>> with_values('title = "Lama"  # di kepala situs\\n', {"title": "Baru"})
    'title = "Baru"  # di kepala situs\\n'
    """
    try:
        document = tomlkit.parse(text)
        _merge(document, values)
        written = tomlkit.dumps(document)
        if tomllib.loads(written) == values:
            return written
    except (TOMLKitError, tomllib.TOMLDecodeError):
        pass
    return tomlkit.dumps(dict(values))  # the values are worth more than the comments


def _merge(table: MutableMapping[str, Any], values: Mapping[str, Any]) -> None:
    for key in [key for key in table if key not in values]:
        del table[key]
    for key, value in values.items():
        there = table.get(key)
        if there is None:
            _add(table, key, value)
        elif _plain(there) == value:
            continue
        elif isinstance(value, Mapping) and isinstance(there, MutableMapping):
            _merge(there, value)
        elif isinstance(there, AoT) and value:
            _merge_tables(there, value)
        elif isinstance(there, Array) and all(isinstance(one, str) for one in value):
            _merge_texts(there, value)
        else:
            table[key] = _item(value)


def _add(table: MutableMapping[str, Any], key: str, value: object) -> None:
    """Add a key at the end of a table, above the comment that introduces the next one."""
    container = table.value if isinstance(table, Table) else None
    tail = _introduction(container) if isinstance(container, Container) else []
    table[key] = _item(value)
    if isinstance(container, Container):
        for item in tail:
            container.add(item)


def _introduction(container: Container) -> list[Any]:
    """Take off a table what stands below the first empty line after all that is set in it."""
    body = container.body
    start = len(body)
    while start and body[start - 1][0] is None:
        start -= 1
    while start < len(body) and not _is_empty_line(body[start][1]):
        start += 1
    tail = [item for _, item in body[start:]]
    del body[start:]
    return tail


def _is_empty_line(item: Item) -> bool:
    return isinstance(item, Whitespace) and "\n" in item.s


def _merge_texts(array: Array, texts: Sequence[str]) -> None:
    """Make a list these texts; those that stay keep their lines and comments."""
    old = [str(one) for one in array]
    for what, start, end, first, last in reversed(
        SequenceMatcher(a=old, b=texts, autojunk=False).get_opcodes()
    ):
        if what == "equal":
            continue
        for at in range(end - 1, start - 1, -1):
            del array[at]
        for text in reversed(texts[first:last]):
            array.insert(start, text)


def _merge_tables(tables: AoT, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make an array of tables these rows; one with a known slug, or id, keeps its comments."""
    known = {_named(_plain(table)): table for table in tables}
    made = []
    for row in rows:
        table = known.pop(_named(row), None)
        if table is None:
            table = tomlkit.table()
            table.update(row)
        else:
            _merge(table, row)
        made.append(table)
    while len(tables):
        del tables[0]
    for table in _apart(made):
        tables.append(table)


def _named(row: Mapping[str, Any]) -> object:
    return row.get("slug", row.get("id"))


def _apart(tables: Sequence[Table]) -> Sequence[Table]:
    """Put one empty line between tables, and none behind the last."""
    for table in tables:
        body = table.value.body
        while body and body[-1][0] is None and _is_empty_line(body[-1][1]):
            body.pop()
        if table is not tables[-1]:
            table.add(tomlkit.nl())
    return tables


def _item(value: object) -> object:
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        tables = tomlkit.aot()
        rows = [tomlkit.table() for _ in value]
        for row, one in zip(rows, value, strict=True):
            row.update(one)
        for row in _apart(rows):
            tables.append(row)
        return tables
    return tomlkit.item(value)


def _plain(value: Any) -> Any:
    return value.unwrap() if hasattr(value, "unwrap") else value
