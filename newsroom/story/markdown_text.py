"""Reading Markdown as prose: paragraphs with their offsets, words, and pictures.

Everything here keeps offsets: a mark found in the prose must be drawn on the
right letters of the Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# File names and addresses have parentheses too: "panen (1).jpg". What opens again and
# again and never closes is left after one look, or it would take minutes.
_ADDRESS = r"\(((?>(?:[^()\n]++|\([^()\n]*+\))*))\)"
_PICTURE = re.compile(rf"!\[[^\[\]\n]*+\]{_ADDRESS}")
_TITLE = re.compile(r'"[^"\n]*"\Z')
_MARKUP = re.compile(
    rf"""
    {_PICTURE.pattern}                  # a picture
    | (?<=\]){_ADDRESS}                  # a link's address
    | <https?://[^<>\s]*+>              # an address in angle brackets
    | `[^`\n]*`                         # code
    | (?i:<!--[ \t]*more[ \t]*-->)       # where a front page stops
    | (?m:^\s{{0,3}}(?:\#{{1,6}}\s|(?:>[^\S\n]?)+|[-*+]\s|\d{{1,9}}[.)]\s))  # what opens a line
    | \*{{1,3}} | (?<!\w)_{{1,3}}(?=\S) | (?<=\S)_{{1,3}}(?!\w) | [\[\]] | \\(?=[^\w\s])
    """,
    re.VERBOSE,
)
_MARKED = re.compile(r"(?m)[*_`<\[\]\\]|^\s{0,3}[#>+\d-]")  # a text that may hold some of it
_SHORT = 1_000  # characters; what is known of longer lines is not kept
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# From the start of a line only, or a long line of blanks is looked through from each of them.
_PARAGRAPH = re.compile(r"^[^\S\n]*+\S[^\n]*+(?>(?:\n[^\S\n]*+\S[^\n]*+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int
    text: str


def markup_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each of Markdown's marks, in order.

    >>> list(markup_spans("**Jadwal**"))
    [(0, 2), (8, 10)]
    """
    return (match.span() for match in _MARKUP.finditer(text))


def blank_markup(text: str) -> str:
    """Return the text with Markdown's marks made spaces, as long as before.

    >>> blank_markup("**Jadwal** di [laman](https://a.id)")
    '  Jadwal   di  laman               '
    """
    return _MARKUP.sub(lambda match: " " * len(match.group()), text)


def without_markup(text: str) -> str:
    """Return the text without Markdown's marks, shorter than before.

    >>> without_markup("**Jadwal** di [laman](https://a.id), lalu")
    'Jadwal di laman, lalu'
    """
    return _MARKUP.sub("", text) if _MARKED.search(text) else text


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs: runs of lines that no empty line parts.

    >>> [p.text for p in paragraphs("Satu.\\n\\n\\nDua.")]
    ['Satu.', 'Dua.']
    """
    return list(_paragraphs(text))


def lead(text: str) -> Span:
    """Return the first paragraph; of a text without any, its empty end.

    >>> lead("\\n\\nSatu.\\n\\nDua.").text, lead("").text
    ('Satu.', '')
    """
    return next(_paragraphs(text), Span(len(text), len(text), ""))


def _paragraphs(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end(), m.group()) for m in _PARAGRAPH.finditer(text))


def pictures(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each picture that a text places, and the address or file name it gives for it.

    >>> [address for _, address in pictures('![Panen](<panen (1).jpg> "Panen raya")')]
    ['panen (1).jpg']
    """
    for match in _PICTURE.finditer(text):
        address = _TITLE.sub("", match[1].strip()).strip()
        if address.startswith("<") and address.endswith(">"):
            address = address[1:-1]
        yield Span(match.start(), match.end(), match.group()), address


def word_count(text: str) -> int:
    """Count the words: letters, joined by hyphens or apostrophes; figures are none.

    >>> word_count("**Sebanyak** 1.250 warga di [Lebak](https://contoh.id) berlari-lari.")
    5
    """
    # Line by line: most lines have no marks, and other threads get their turn in between.
    return sum(map(_words_of_line, text.split("\n")))


def has_words(text: str) -> bool:
    """Say whether there is a word at all; a long text need not be read to its end.

    >>> has_words("**1.250**"), has_words("- Warga")
    (False, True)
    """
    return any(map(_words_of_line, text.split("\n")))


def _words_of_line(line: str) -> int:
    return _known_words(line) if len(line) <= _SHORT else _words(line)


def _words(line: str) -> int:
    return len(_WORD.findall(blank_markup(line) if _MARKED.search(line) else line))


# A story is counted anew with each save, while one writes; nearly all of its lines are as before.
_known_words = lru_cache(maxsize=12_000)(_words)


def reading_seconds(words: int) -> int:
    """Return how long a reader needs, at 220 words a minute, a usual pace for news."""
    return round(words * 60 / 220)
