"""What differs between two states of a story, field by field.

Fields are named as findings name them: ``headline``, ``dateline.place``,
``photos[0].caption``. Photos are known by their pictures, so that one that has only moved
is not taken for another; their numbers are those they have in the newer state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from newsroom.story.compare.aligned import aligned
from newsroom.story.compare.pieces import Kind, Piece
from newsroom.story.compare.prose import compare_prose
from newsroom.story.compare.wording import said
from newsroom.story.dateline import Dateline
from newsroom.story.story import Photo, Story

_NOT_WRITTEN = frozenset({"id", "revision", "created", "updated"})
_OF_THE_FILE = frozenset({"digest", "origin", "baked"})  # the same picture in another file
_FIRST = ("status", "kicker", "headline", "subheadline", "dateline", "body", "closing", "photos")
_NO_PROSE = frozenset({"slug", "canonical", "pattern", "file"})  # shown as a whole


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs. In a ``listed`` one (tags, names, photos) each piece is one item."""

    field: str
    pieces: tuple[Piece, ...]
    listed: bool = False


def compare_stories(old: Story, new: Story) -> list[Change]:
    """Return the fields that differ, in reading order; what the store counts is left out.

    >>> changes = compare_stories(Story(tags=("padi",)), Story(tags=("padi", "Banten")))
    >>> changes[0].field, [str(piece.kind) for piece in changes[0].pieces]
    ('tags', ['same', 'added'])
    """
    changes: list[Change] = []
    for name in _names():
        then, now = getattr(old, name), getattr(new, name)
        if name == "photos":
            changes += _photos(then, now)
        elif isinstance(then, Dateline):
            changes += _fields(then, now, "dateline.")
        else:
            changes += _change(name, name, then, now)
    return changes


def _names() -> list[str]:
    """Return the names of what a person can change, in reading order."""
    names = [field.name for field in fields(Story) if field.name not in _NOT_WRITTEN]
    return sorted(names, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))


def _fields(old: Any, new: Any, prefix: str) -> Iterator[Change]:
    """Yield what differs in the fields of two datelines or photos."""
    for field in fields(old):
        if field.name in _OF_THE_FILE:
            continue
        then, now = getattr(old, field.name), getattr(new, field.name)
        yield from _change(prefix + field.name, field.name, then, now)


def _change(path: str, name: str, old: object, new: object) -> Iterator[Change]:
    """Yield the change of one value, if there is one."""
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield Change(path, _items([*map(said, old)], [*map(said, new)]), listed=True)
    elif type(old) is type(new) is str and name not in _NO_PROSE:
        yield Change(path, compare_prose(old, new))
    else:
        yield Change(path, tuple(_whole(said(old), said(new))))


def _whole(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(Kind.REMOVED, old)
    if new:
        yield Piece(Kind.ADDED, new)


def _items(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for run in aligned(old, new):
        if run.same:
            pieces += (Piece(Kind.SAME, item) for item in old[run.old : run.old_end])
        else:
            pieces += (Piece(Kind.REMOVED, item) for item in old[run.old : run.old_end])
            pieces += (Piece(Kind.ADDED, item) for item in new[run.new : run.new_end])
    return tuple(pieces)


def _photos(old: tuple[Photo, ...], new: tuple[Photo, ...]) -> Iterator[Change]:
    """Yield which photos came, went or changed places, then what changed in those that stayed."""
    keys, new_keys = _keys(old), _keys(new)
    if keys != new_keys:
        names = {key: photo.file for key, photo in zip(keys + new_keys, old + new, strict=True)}
        pieces = _items(keys, new_keys)
        named = tuple(Piece(piece.kind, names[piece.text]) for piece in pieces)
        yield Change("photos", named, listed=True)
    before = dict(zip(keys, old, strict=True))
    for number, (key, photo) in enumerate(zip(new_keys, new, strict=True)):
        if key in before:
            yield from _fields(before[key], photo, f"photos[{number}].")


def _keys(photos: tuple[Photo, ...]) -> list[str]:
    """Return what each photo is known by; the same picture twice is two."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for photo in photos:
        known = photo.identity
        seen[known] += 1
        keys.append(f"{seen[known]} {known}")
    return keys
