"""Where Markdown's marks hold words together: bold, italics, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.story.markdown_text import blank_markup

_LONGEST = 2_000  # characters between two marks; beyond, they are taken for none
_HELD = (
    re.compile(rf"(\*\*|__)(?=\S)([^\n]{{1,{_LONGEST}}}?\S|\S)\1"),
    re.compile(rf"(?<![\w*_])([*_])(?![*_\s])([^*_\n]{{1,{_LONGEST}}}?)(?<!\s)\1(?![\w*_])"),
    re.compile(
        rf"(!?\[)([^\[\]\n]{{0,{_LONGEST}}})\]\((?>(?:[^()\n]|\([^()\n]{{0,{_LONGEST}}}\))*)\)"
    ),
)
_SIGNS = ("**", "__", "*", "_", "](")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Held:
    """Words from ``inner`` to ``inner_end``, held by marks from ``start`` and up to ``end``."""

    start: int
    inner: int
    inner_end: int
    end: int

    def is_within(self, start: int, end: int) -> bool:
        """Say whether all of it is in a stretch."""
        return start <= self.start and self.end <= end

    def is_cut(self, start: int, end: int) -> bool:
        """Say whether a stretch has a part of the marks in it."""
        return _overlap(start, end, self.start, self.inner) or _overlap(
            start, end, self.inner_end, self.end
        )


def held(text: str) -> Iterator[Held]:
    """Yield what marks hold together in a text; one may lie within another.

    >>> [text[one.start : one.end] for text in ("di **Lebak**",) for one in held(text)]
    ['**Lebak**']
    """
    if not any(sign in text for sign in _SIGNS):
        return
    for pattern in _HELD:
        for match in pattern.finditer(text):
            yield Held(match.start(), match.start(2), match.end(2), match.end())


class Words:
    """The letters of a text without its marks and blanks."""

    def __init__(self, text: str) -> None:
        self._blanked = blank_markup(text)

    def between(self, start: int, end: int) -> str:
        """Return those in a stretch."""
        return _BLANK.sub("", self._blanked[start:end])


def _overlap(start: int, end: int, other: int, other_end: int) -> bool:
    return start < other_end and other < end
