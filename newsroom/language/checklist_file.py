"""The items of a checklist as TOML has them: those of a house, and those of the program."""

from __future__ import annotations

import tomllib
from functools import cache

from newsroom.resources import resource
from newsroom.story.checklist import Item

_KEYS = ("id", "text", "required", "sections", "rules", "source")


class ItemError(ValueError):
    """An item can't be used; ``named`` is what to look for it by in the file."""

    def __init__(self, message: str, named: str) -> None:
        super().__init__(message)
        self.named = named


@cache
def shipped_items() -> tuple[Item, ...]:
    """Return the items that come with the program, for houses without a list of their own."""
    text = resource("checklist.toml").read_text(encoding="utf-8")
    return read_items(tomllib.loads(text)["checklist"])


def read_items(value: object) -> tuple[Item, ...]:
    """Return the items of a list of tables. Raises ItemError.

    >>> read_items([{"id": "nama", "text": "Nama dicocokkan", "required": True}])[0].required
    True
    """
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ItemError("harus berupa tabel-tabel [[checklist]]", "checklist")
    items = tuple(_item(one) for one in value)
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise ItemError(f"“{item.id}” tertulis dua kali", item.id)
        seen.add(item.id)
    return items


def _item(said: dict[str, object]) -> Item:
    id, text = said.get("id"), said.get("text")
    if not isinstance(id, str) or not id.strip():
        raise ItemError("tiap butir perlu id, teks yang tidak kosong", "checklist")
    if not isinstance(text, str) or not text.strip():
        raise ItemError(f"{id}: text harus berupa teks yang tidak kosong", id)
    if unknown := set(said) - set(_KEYS):
        known = ", ".join(_KEYS)
        raise ItemError(f"{id}: kunci “{min(unknown)}” tidak dikenal; yang ada: {known}", id)
    required, source = said.get("required", False), said.get("source", "")
    if not isinstance(required, bool):
        raise ItemError(f"{id}: required harus true atau false", id)
    if not isinstance(source, str):
        raise ItemError(f"{id}: source harus berupa teks", id)
    return Item(
        id=id.strip(),
        text=" ".join(text.split()),
        required=required,
        sections=_texts(said, "sections", id),
        rules=_texts(said, "rules", id),
        source=source.strip(),
    )


def _texts(said: dict[str, object], key: str, id: str) -> tuple[str, ...]:
    value = said.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ItemError(f'{id}: {key} harus berupa daftar teks, ["…", "…"]', id)
    return tuple(value)
