"""A paragraph as the rules read it: without Markdown's marks, with its words and quotes.

Rules look at ``text``, which is what a reader reads. Where it stands in the Markdown
is kept, so that a mark is drawn on the right letters.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from newsroom.language.tokens import Word, addresses, words_of_prose
from newsroom.story.markdown_text import markup_spans

# Curly quotes open and close by their shape; straight ones by where they stand.
_QUOTE = re.compile(r"[“”]|(?<!\w)\"(?=\S)|(?<=\S)\"(?!\w)")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?![*_\s])[^*_\n]{1,200}(?<!\s)\1(?![\w*_])")
# Looked for from the first of its stops only, or a thousand of them take a million looks.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’')\]]*(?=\s+[“\"‘'(\[]*[A-Z0-9])|\n")
# A full stop after these ends no sentence: a name or a figure follows.
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:\w|drs?|dra|drg|ir|prof|hj?|kh|tgk|tn|ny|sdr|alm|yth|jl|kab|kec|no|hlm|dll|dsb|dkk|tsb)\.$",
    re.IGNORECASE,
)

_SHORT = 3  # words so short have no capital in headlines: di, ke, dan
_FEW, _LONGEST_NAMED = 3, 60  # words, and letters, in quotes that are but a name or a title
_FEWEST = 3
_TITLE_SHARE = 0.7

# What closes a story: (red), (*/dn), (tim/adv).
_CODE = re.compile(r"\([\w*/.-]{1,12}\)[.]?\s{0,3}\Z")


class Prose:
    """One paragraph of Markdown, or one field, ready to be checked.

    ``field`` is the name findings call the field by. ``text`` is the paragraph
    without Markdown's marks; all offsets of rules count code points in it.
    """

    def __init__(self, markdown: str, field: str = "body") -> None:
        self.markdown = markdown
        self.field = field
        kept, starts, shifts, removed, last = [], array("l"), array("l"), 0, 0
        for start, end in markup_spans(markdown):
            kept.append(markdown[last:start])
            removed += end - start
            starts.append(end - removed)
            shifts.append(removed)
            last = end
        kept.append(markdown[last:])
        # A blank that no line breaks at is a blank to the rules.
        self.text = "".join(kept).replace("\u00a0", " ").replace("\u202f", " ")
        self._starts, self._shifts = starts, shifts

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words of ``text``, in order; addresses and figures are none."""
        return tuple(words_of_prose(self.text))

    @cached_property
    def lowered(self) -> Sequence[str]:
        """Each word in lower case, beside ``words``."""
        return tuple(word.text.lower() for word in self.words)

    @cached_property
    def lowered_text(self) -> str:
        """All of ``text`` in lower case; offsets in it may differ."""
        return self.text.lower()

    @cached_property
    def capitals(self) -> Sequence[int]:
        """The number of each word that has a capital, in order."""
        return tuple(at for at, word in enumerate(self.words) if word.text[0].isupper())

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital though nothing begins with them."""
        return frozenset(self.words[at].text for at in self.capitals if not self.words[at].opens)

    @cached_property
    def is_title(self) -> bool:
        """Whether this is a headline, in which most words have a capital."""
        if self.text.rstrip().endswith("."):
            return False
        words = [word.text for word in self.words if len(word.text) > _SHORT]
        capitals = sum(word[0].isupper() for word in words)
        return len(words) >= _FEWEST and capitals >= _TITLE_SHARE * len(words)

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Start and end of each sentence in ``text``, its full stop and quotes included."""
        found, start = [], 0
        for match in _SENTENCE_END.finditer(self.text):
            if match.end() <= start:
                continue  # within the blanks that part two sentences
            if _ABBREVIATED.search(self.text[max(start, match.end() - 6) : match.end()]):
                continue
            found.append((start, match.end()))
            start = match.end()
            while start < len(self.text) and self.text[start].isspace():
                start += 1
        if self.text[start:].strip():
            found.append((start, len(self.text)))
        return tuple(found)

    @cached_property
    def code(self) -> int:
        """Where a bracket with somebody's initials closes the paragraph; its end if none does."""
        match = _CODE.search(self.text, max(0, len(self.text) - 24))
        return match.start() if match else len(self.text)

    @cached_property
    def quotes(self) -> Sequence[tuple[int, int]]:
        """Start and end of each quotation, with its marks; an open one ends with the paragraph."""
        found: list[tuple[int, int]] = []
        opened: int | None = None
        for match in _QUOTE.finditer(self.text):
            mark = match.group()
            if opened is None and mark != "”":
                opened = match.start()
            elif opened is not None and mark != "“":
                found.append((opened, match.end()))
                opened = None
        if opened is not None:
            found.append((opened, len(self.text)))
        return tuple(found)

    @cached_property
    def _addresses(self) -> Sequence[tuple[int, int]]:
        return tuple(addresses(self.text))

    def is_quoted(self, start: int, end: int) -> bool:
        """Say whether a stretch lies within what a source is quoted with."""
        return _meets(self.quotes, start, end)

    def is_foreign(self, word: Word) -> bool:
        """Say whether a word is set in italics, as foreign words and titles are."""
        start, end = self.place(word.start, word.end)
        return _meets(self._italics, start, end)

    def is_named(self, word: Word) -> bool:
        """Say whether a word stands in quotes with at most a few others: *“paylater”*."""
        at = bisect_left(self.quotes, (word.end, -1))
        if not at or self.quotes[at - 1][1] <= word.start:
            return False
        start, end = self.quotes[at - 1]
        if end - start > _LONGEST_NAMED or not self.text[end - 2 : end - 1].isalnum():
            return False
        return len(self.text[start:end].split()) <= _FEW

    @cached_property
    def _italics(self) -> Sequence[tuple[int, int]]:
        return tuple(match.span() for match in _ITALIC.finditer(self.markdown))

    def is_address(self, start: int, end: int) -> bool:
        """Say whether a stretch touches a web address, a handle or a file name."""
        return _meets(self._addresses, start, end)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of ``text`` stands in the Markdown."""
        if start == end:
            at = start + self._shift(start)
            return at, at
        return start + self._shift(start), end - 1 + self._shift(end - 1) + 1

    def _shift(self, offset: int) -> int:
        index = bisect_right(self._starts, offset)
        return self._shifts[index - 1] if index else 0


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a stretch meets one of some spans, which are in order and meet no other."""
    at = bisect_left(spans, (end, -1))
    return bool(at) and spans[at - 1][1] > start
