"""Making words bold or italic, and plain again, in one line of Markdown.

Offsets count code points in the line. Marks never stand beside a blank on their
inner side, where Markdown would not see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.story.texts import trimmed

BOLD = "**"
ITALIC = "*"

_STARS = re.compile(r"(?<!\\)\*+")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line after a change, and what is selected in it (``start`` = ``end``: the cursor)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Marked words: the words from ``start`` to ``end``, the stars around them to the outside."""

    outer_start: int
    start: int
    end: int
    outer_end: int


def is_marked(text: str, start: int, end: int, mark: str) -> bool:
    """Say whether all of a stretch carries the mark.

    >>> is_marked("**Warga desa** membaca", 2, 7, BOLD)
    True
    """
    start, end = trimmed(text, start, end)
    return any(_holds(span, start, end) for span in _spans(text, mark))


def put_mark(text: str, start: int, end: int, mark: str) -> Marked:
    """Mark a stretch; what is marked already and touches it becomes one with it.

    >>> put_mark("Warga membaca buku", 6, 13, BOLD)
    Marked(text='Warga **membaca** buku', start=8, end=15)
    >>> put_mark("**Warga** membaca", 4, 17, BOLD).text
    '**Warga membaca**'
    """
    start, end = trimmed(text, start, end)
    size = len(mark)
    touching = [s for s in _spans(text, mark) if s.outer_start <= end and start <= s.outer_end]
    start = min([start, *(span.outer_start for span in touching)])
    end = max([end, *(span.outer_end for span in touching)])
    inner = text[start:end]
    for span in reversed(touching):
        for at in (span.outer_end - size - start, span.outer_start - start):
            inner = inner[:at] + inner[at + size :]
    return Marked(
        f"{text[:start]}{mark}{inner}{mark}{text[end:]}", start + size, start + size + len(inner)
    )


def take_mark(text: str, start: int, end: int, mark: str) -> Marked:
    """Take the mark off a stretch; what is marked before and after it stays so.

    >>> take_mark("**Warga desa membaca**", 8, 12, BOLD)
    Marked(text='**Warga** desa **membaca**', start=10, end=14)
    >>> take_mark("**Warga desa**", 0, 14, BOLD).text
    'Warga desa'
    """
    start, end = trimmed(text, start, end)
    span = next(span for span in _spans(text, mark) if _holds(span, start, end))
    start, end = max(start, span.start), min(end, span.end)
    before, after = text[span.start : start], text[end : span.end]
    size = len(mark)
    opening = text[: span.outer_start] + text[span.outer_start + size : span.start]
    closing = text[span.end : span.outer_end - size] + text[span.outer_end :]
    if before.strip():
        kept = before.rstrip()
        opening = text[: span.start] + kept + mark
        before = before[len(kept) :]
    if after.strip():
        kept = after.lstrip()
        closing = mark + kept + text[span.end :]
        after = after[: len(after) - len(kept)]
    at = len(opening) + len(before)
    return Marked(opening + before + text[start:end] + after + closing, at, at + end - start)


def toggle_at(text: str, at: int, mark: str) -> Marked:
    """Begin or end marked words at the cursor; inside a word mark the word, or plain it.

    >>> toggle_at("Warga membaca", 9, BOLD)
    Marked(text='Warga **membaca**', start=11, end=11)
    >>> toggle_at("Warga ", 6, BOLD), toggle_at("Warga ****", 8, BOLD)
    (Marked(text='Warga ****', start=8, end=8), Marked(text='Warga ', start=6, end=6))
    >>> toggle_at("Warga **desa**", 12, BOLD)
    Marked(text='Warga **desa**', start=14, end=14)
    """
    size = len(mark)
    if any(span.end == at for span in _spans(text, mark)):
        return Marked(text, at + size, at + size)
    if _stars(text, at, -1, mark) and _stars(text, at, 1, mark):
        return Marked(text[: at - size] + text[at + size :], at - size, at - size)
    start, end = word_at(text, at)
    if not start < at < end:
        return Marked(f"{text[:at]}{mark}{mark}{text[at:]}", at + size, at + size)
    change = take_mark if is_marked(text, start, end, mark) else put_mark
    changed = change(text, start, end, mark)
    at = changed.text.index(text[start:end], changed.start) + at - start
    return Marked(changed.text, at, at)


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return from where to where the word goes that the cursor stands in or beside.

    >>> word_at("Warga Lebak.", 11), word_at("Warga, ", 7)
    ((6, 11), (7, 7))
    """
    spans = (word.span() for word in _WORD.finditer(text))
    return next((span for span in spans if span[0] <= at <= span[1]), (at, at))


def _spans(text: str, mark: str) -> Iterator[_Span]:
    """Yield the stretches that carry the mark; three stars are both marks in one."""
    opened: re.Match[str] | None = None
    for stars in _STARS.finditer(text):
        if len(stars.group()) not in (len(mark), 3):
            continue
        if opened and not text[stars.start() - 1].isspace():
            yield _Span(opened.start(), opened.end(), stars.start(), stars.end())
            opened = None
        elif not opened and stars.end() < len(text) and not text[stars.end()].isspace():
            opened = stars


def _stars(text: str, at: int, step: int, mark: str) -> bool:
    """Say whether the stars on one side of the cursor hold the mark."""
    beside = text[:at][::-1] if step < 0 else text[at:]
    return len(beside) - len(beside.lstrip("*")) in (len(mark), 3)


def _holds(span: _Span, start: int, end: int) -> bool:
    return span.outer_start <= start and end <= span.outer_end
