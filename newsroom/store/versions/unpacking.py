"""Reading packed states out of the version log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import LargeBinary, Select, bindparam, cast, select
from sqlalchemy.orm import Session

from newsroom.store.schema import VersionRow
from newsroom.store.versions.packing import Unpackable, unpack

# Bytes, also where damage has made SQLite take them for a text.
PACKED = cast(VersionRow.packed, LargeBinary).label("packed")
_LINKS = select(VersionRow.number, VersionRow.place, VersionRow.base, PACKED)


def _chain() -> Select[Any]:
    first = _LINKS.where(VersionRow.number == bindparam("number")).cte(recursive=True)
    # A base always has the lower number; so damage can't send this round in a circle.
    further = _LINKS.where(VersionRow.number == first.c.base, VersionRow.number < first.c.number)
    way = first.union_all(further)
    return select(way.c.number, way.c.place, way.c.base, way.c.packed).order_by(way.c.number)


_CHAIN = _chain()  # to put it together takes longer than to run it


@dataclass(frozen=True, slots=True)
class Link:
    """A packed state, and the number of the one that it was packed by."""

    number: int
    place: int
    base: int | None
    packed: bytes


def chain(session: Session, number: int) -> list[Link]:
    """Return the states that one is packed by, the whole one first, and itself last."""
    return [Link(*row) for row in session.execute(_CHAIN, {"number": number})]


def unpacked(links: Sequence[Link]) -> bytes:
    """Return the content of the last of a chain. Raises Unpackable."""
    content: bytes | None = None
    before: int | None = None
    for link in links:
        if link.base != before:
            raise Unpackable("a state that others are packed by is missing")
        content, before = unpack(link.packed, content), link.number
    if content is None:
        raise Unpackable("nothing is there")
    return content


class Unpacker:
    """Unpacks the states of one story one after another, in the order of their numbers.

    What a state is packed by lies on the way to the state before it in its group, so only
    that is held. Groups may lie between one another, where two logs have been made one.
    """

    def __init__(self) -> None:
        self._ways: dict[int, list[int]] = {}
        self._contents: dict[int, bytes] = {}

    def next(self, link: Link) -> bytes:
        """Return the content of the next state. Raises Unpackable; the next may be sound."""
        way, base = [], None
        if link.base is not None:
            if link.base not in self._contents:
                raise Unpackable("a state that others are packed by is missing or damaged")
            way, base = self._ways[link.base], self._contents[link.base]
        content = unpack(link.packed, base)
        while way and way[-1] != link.base:
            gone = way.pop()
            del self._ways[gone], self._contents[gone]
        way.append(link.number)
        self._ways[link.number], self._contents[link.number] = way, content
        return content
