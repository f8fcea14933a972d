"""What is kept of formatted text: blocks of runs, and the pictures that came with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of one line that looks the same throughout."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    address: str = ""

    def looks_like(self, other: Run) -> bool:
        """Say whether two runs differ in their text only."""
        return self[1:] == other[1:]


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    RULE = auto()


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list, a row of a table, or a rule across the page.

    ``level`` is a heading's level from 1, or how deep a list's item stands, from 0.
    ``number`` is that of a numbered list's item, or of the table that a row belongs to,
    else 0. The lines of a row are its cells.
    """

    lines: tuple[Line, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    number: int = 0
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return " ".join("".join(run.text for run in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class PictureAt:
    """A picture that came along: its address (``data:…``) and alternative text."""

    source: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class RichText:
    """A piece of formatted text."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    pictures: tuple[PictureAt, ...] = ()


def joined(runs: Iterable[Run]) -> Line:
    """Return the runs with neighbours that look the same made one, and none empty."""
    kept: list[list[Run]] = []
    for run in runs:
        if run.text:
            if kept and kept[-1][0].looks_like(run):
                kept[-1].append(run)
            else:
                kept.append([run])
    return tuple(
        same[0]._replace(text="".join(run.text for run in same)) if len(same) > 1 else same[0]
        for same in kept
    )
