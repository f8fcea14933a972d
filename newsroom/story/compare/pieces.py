"""What a comparison is made of: pieces that are in both states, or in one alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """In which of the two states a piece is."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. Same and removed pieces together are the old one, same and added the new.

    Where both differ, what was removed stands before what was added in its place.
    """

    kind: Kind
    text: str


class Pieces:
    """Gathers pieces: those of one kind that touch are one, and blanks around a change stay."""

    def __init__(self) -> None:
        self._done: list[Piece] = []
        self._same: list[str] = []
        self._removed: list[str] = []
        self._added: list[str] = []

    def same(self, texts: Iterable[str]) -> None:
        """Take what is in both."""
        if self._removed or self._added:
            self._put_change()
        self._same += texts

    def change(self, removed: Iterable[str], added: Iterable[str]) -> None:
        """Take what was removed, and what was added in its place."""
        self._removed += removed
        self._added += added

    def all(self) -> tuple[Piece, ...]:
        """Return all the pieces."""
        self._put_change()
        self._put_same()
        return tuple(self._done)

    def _put_change(self) -> None:
        old, new = "".join(self._removed), "".join(self._added)
        self._removed, self._added = [], []
        before = _shared_blank(old, new)
        after = _shared_blank(old[before:][::-1], new[before:][::-1])
        removed, added = old[before : len(old) - after], new[before : len(new) - after]
        self._same.append(old[:before])
        if removed or added:
            self._put_same()
            self._put(Kind.REMOVED, removed)
            self._put(Kind.ADDED, added)
        self._same.append(old[len(old) - after :])

    def _put_same(self) -> None:
        self._put(Kind.SAME, "".join(self._same))
        self._same = []

    def _put(self, kind: Kind, text: str) -> None:
        if text:
            self._done.append(Piece(kind, text))


def _shared_blank(one: str, other: str) -> int:
    """Return how many blank characters both texts begin with."""
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs or not mine.isspace():
            break
        shared += 1
    return shared
