"""The words of a text, with what a checker must know of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.story.markdown_text import blank_markup

# What is no prose: addresses, e-mail, handles, hashtags, file names, domains.
_NOT_PROSE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+|\b\w[\w-]*(?:\.[A-Za-z]\w+)+\b"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_ENDS = '.?!:;“"‘(–—|\n'


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands: code points ``start`` to ``end`` of its text.

    ``opens`` says that a sentence, a quotation or a line begins with it, so that
    its capital says nothing.
    """

    text: str
    start: int
    end: int
    opens: bool


def words(text: str) -> Iterator[Word]:
    """Yield the words of a Markdown text; marks, links and addresses are passed over.

    >>> [w.text for w in words("**Warga** Lebak menulis ke a@b.id, sayur-mayur.")]
    ['Warga', 'Lebak', 'menulis', 'ke', 'sayur-mayur']
    """
    prose = _NOT_PROSE.sub(lambda match: "0" * len(match.group()), blank_markup(text))
    for match in _WORD.finditer(prose):
        if match.group().isdigit():
            continue
        yield Word(match.group(), match.start(), match.end(), _opens(prose, match.start()))


def _opens(prose: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and prose[before] in " \t\u00a0":
        before -= 1
    return before < 0 or prose[before] in _SENTENCE_ENDS
