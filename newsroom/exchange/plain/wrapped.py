"""Lines that a PDF or a mail program broke at a width, joined into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsroom.exchange.plain.columns import one_column
from newsroom.exchange.plain.hyphens import keeps_hyphen
from newsroom.exchange.plain.pages import PAGE_BREAK, without_breaks
from newsroom.exchange.plain.running import ENDS_SENTENCE, without_running

_ITEM = re.compile(r"(?:[-*+•·▪●○]|\d{1,3}[.)])\s")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_NARROWEST, _WIDEST = 18, 140  # what a program breaks lines at
_NARROW, _WIDE = 30, 60  # where it takes more, or less, to be sure of that
_FEW = 4  # lines
# Of the widest line: what is shorter was ended by its writer, the surer the more it looks it.
_FULL, _FULL_AT_STOP, _FULL_IN_SENTENCE = 0.72, 0.9, 0.5
_SURE = 2  # breaks in the middle of a sentence that can't be a writer's


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Return the lines with those joined that were one, or as they are if none were.

    What the pages repeat goes with the pages. Each paragraph is a line, an empty one between
    two; headings, items of a list and lines that are short for another reason stay.
    """
    has_pages = any(PAGE_BREAK in line for line in lines)
    lines = without_breaks(lines) if has_pages else one_column(lines)
    width = _width(lines)
    if width or has_pages:
        lines = without_running(lines, width)
    if not width:
        return [*lines]
    paragraphs: list[list[str]] = []
    last: str | None = None  # the line that came just before, if there was one
    for line in lines:
        text = " ".join(filter(None, line.strip().split(" ")))  # set in block, it has more blanks
        if text and paragraphs and _goes_on(paragraphs[-1][-1], last, line, width):
            _add(paragraphs[-1], text)
        elif text:
            paragraphs.append([text])
        last = line if text else None
    return _spaced(["".join(parts) for parts in paragraphs])


def _width(lines: Sequence[str]) -> int:
    """Return the width that lines were broken at, or 0 if they were not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[-1 - len(lengths) // 50]  # but for a few that had to be longer
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * _WIDEST:
        return 0
    sure = hyphens = 0
    for before, line in pairwise(lines):
        before, line = before.strip(), line.strip()
        if before and line and not _ITEM.match(line):
            hyphen = _HYPHEN.search(before) and line[0].islower()
            inside = line[0].islower() and not ENDS_SENTENCE.search(before)
            sure += bool(hyphen) or (inside and len(before) >= _FULL * width)
            hyphens += bool(hyphen)
    if width < _NARROW:  # so short a line is broken by poets too, but not within words
        return width if hyphens >= _SURE else 0
    is_enough = sure >= _SURE or (sure and (len(lengths) <= _FEW or width >= _WIDE))
    return width if is_enough else 0


def _goes_on(end: str, last: str | None, line: str, width: int) -> bool:
    """Say whether a line goes on with the paragraph that ends so.

    ``last`` is the line right before it, None for an empty one.
    """
    text = line.strip()
    if _ITEM.match(text):
        return False
    in_sentence = text[0].islower() and not ENDS_SENTENCE.search(end)
    if _HYPHEN.search(end) and text[0].islower():
        return True
    length = len((last or end).strip()) + 1 + len(text.split(maxsplit=1)[0])
    if last is None:  # a page may have ended there
        return in_sentence and length > _FULL * width
    if _indent(line) > _indent(last) + 1 and not _ITEM.match(last.strip()):
        return False
    if in_sentence:
        return length > _FULL_IN_SENTENCE * width
    return length > (_FULL_AT_STOP if ENDS_SENTENCE.search(end) else _FULL) * width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t\xa0"))


def _add(parts: list[str], line: str) -> None:
    """Add a line to the parts of its paragraph."""
    if not _HYPHEN.search(parts[-1]):
        parts.append(" ")
    elif not keeps_hyphen(parts[-1], line):
        parts[-1] = parts[-1][:-1]
    parts.append(line)


def _spaced(paragraphs: Sequence[str]) -> list[str]:
    """Part paragraphs by empty lines, but not the items of a list."""
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines and not (_ITEM.match(lines[-1]) and _ITEM.match(paragraph)):
            lines.append("")
        lines.append(paragraph)
    return lines
