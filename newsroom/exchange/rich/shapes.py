"""What blocks are, told from their words: items that only look like paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from newsroom.exchange.rich.text import Block, Kind, Line

_BULLET = re.compile(r"(?:[•·▪■□●○◦‣⁃➢✓✔][ \t\xa0]*|[-*][ \t\xa0]+)(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,4})[.)]?\Z")
_LETTER = re.compile(r"\(?[A-Za-z]{1,5}[.)]\Z")


def as_item(block: Block) -> Block:
    """Return a paragraph that begins with a bullet as the item that it means to be."""
    if block.kind is not Kind.PARAGRAPH or not block.lines:
        return block
    bullet = _BULLET.match(block.lines[0][0].text)
    if not bullet:
        return block
    first, *others = block.lines[0]
    line: Line = (first._replace(text=first.text[bullet.end() :]), *others)
    return replace(block, kind=Kind.ITEM, lines=(line, *block.lines[1:]))


def number_of(mark: str, counts: dict[int, int], level: int) -> int:
    """Return the number of a list's item from the mark that Word drew; 0 for a bullet.

    ``counts`` holds the last number of each level; it is kept up to date. Letters
    count too, as Markdown has none.
    """
    for deeper in [one for one in counts if one > level]:
        del counts[deeper]
    figure = _NUMBER.match(mark.strip())
    if figure:
        counts[level] = int(figure[1])
    elif _LETTER.match(mark.strip()):
        counts[level] = counts.get(level, 0) + 1
    else:
        return 0
    return counts[level]
