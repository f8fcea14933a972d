"""What is shown of a story that was found: the place where the words stand, and which they are.

It is made of the text itself, not by the index: that would give Markdown, cut where it likes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsroom.store.search.hit import Snippet
from newsroom.store.search.query import Query, Term
from newsroom.story.markdown_text import without_markup

LENGTH = 160
"""Characters that are shown: two lines of a list."""

_BEFORE = 50  # of them before the first word found
_AHEAD, _AFTER = 200, 400  # characters of the Markdown that are looked at around it
_WORD = r"[^\W_]"
# Where a word is shown from: the text of the story first, the headline is shown anyway.
_SHOWN = (
    "body",
    "caption_text",
    "other_text",
    "tag_text",
    "writer_text",
    "name_text",
    "section_text",
)


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a query as patterns, by the columns in which they are to be marked."""

    patterns: Mapping[str, re.Pattern[str] | None]

    def marks(self, text: str, column: str) -> tuple[tuple[int, int], ...]:
        """Return start and end of each word found in a text."""
        pattern = self.patterns.get(column)
        if pattern is None:
            return ()
        return tuple(match.span() for match in pattern.finditer(plain(text)))

    def first(self, text: str, column: str) -> int:
        """Return where the first of the words stands; -1 if none does."""
        pattern = self.patterns.get(column)
        match = pattern.search(plain(text)) if pattern else None
        return match.start() if match else -1


def sought(query: Query, forms_of: Callable[[Term], Iterable[str]]) -> Sought:
    """Return what is to be marked of a query's words."""
    wanted = [term for term in query.terms if not term.out]
    written = [(term.column, _pattern(term, forms_of)) for term in wanted]
    patterns: dict[str, re.Pattern[str] | None] = {}
    for column in ("headline", *_SHOWN):
        here = [text for where, text in written if where in ("", column) and text]
        patterns[column] = re.compile("|".join(here)) if here else None
    return Sought(patterns)


def snippet(texts: Mapping[str, str], words: Sought) -> Snippet:
    """Return the part of a story in which the words stand, else its beginning."""
    for column in _SHOWN:
        at = words.first(texts[column], column)
        if at < 0:
            continue
        text = _read(texts[column], at)
        first = words.first(text, column)
        if first >= 0:
            return _cut(text, first, words, column)
    return _cut(_read(texts["body"], 0), 0, words, "body")


def headline_of(text: str, words: Sought) -> Snippet:
    """Return a headline in one line, with the words in it."""
    text = _clean(text)
    return Snippet(text, words.marks(text, "headline"))


def _clean(text: str) -> str:
    """Return a text in one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _read(text: str, at: int) -> str:
    """Return what is read around a place of a text, in one line."""
    start = max(at - _AHEAD, 0)
    if start:
        start = max(text.rfind("\n", start, at), text.find(" ", start, at), start)
    return _clean(without_markup(text[start : at + _AFTER]))


def _cut(text: str, first: int, words: Sought, column: str) -> Snippet:
    """Cut a text around a place in it, between words."""
    start = max(first - _BEFORE, 0)
    if start:
        start = text.find(" ", start, first) + 1 or first
    end = min(start + LENGTH, len(text))
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    shown = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
    return Snippet(shown, words.marks(shown, column))


def _pattern(term: Term, forms_of: Callable[[Term], Iterable[str]]) -> str:
    tokens = re.findall(f"{_WORD}+", plain(unicodedata.normalize("NFC", term.text)))
    if not tokens:
        return ""
    rest = "".join(rf"[\W_]+{re.escape(token)}" for token in tokens[1:])
    rest += f"{_WORD}*" if term.begins else ""
    forms = forms_of(term) if term.forms else ()
    return "|".join([_word(tokens[0], rest), *map(_word, forms)])


def _word(word: str, rest: str = "") -> str:
    """Return a pattern for a whole word; it begins with the letters, which is found quickest."""
    letters = re.escape(word)
    return f"{letters}(?<!{_WORD}{letters}){rest}(?!{_WORD})"


def plain(text: str) -> str:
    """Return a text without case and accents, as the index has it, and as long as before."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


@lru_cache(4_096)
def _letter(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter
