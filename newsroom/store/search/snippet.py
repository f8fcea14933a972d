"""What is shown of a story that was found: the place where the words stand, and which they are.

It is made of the text itself, not by the index: that would give Markdown, cut where it likes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.store.search.hit import Marks, Snippet
from newsroom.store.search.query import Query, Term
from newsroom.story.markdown_text import without_markup

LENGTH = 160
"""Characters that are shown: two lines of a list."""

_BEFORE = 50  # of them before the first word found
# Characters that are looked at before and after it: of a text without marks, and of Markdown.
_NEAR, _FAR = (90, 170), (200, 400)
_MARKS = ("*", "_", "`", "<", "[", "]", "\\")
_OPENING = frozenset(" \t\n#>+-0123456789")  # what a line with a mark may open with
_OPENED = re.compile(r"\n\s*[#>+\d-]")
_HEAD = 500  # characters that are looked through first: most words stand there already
_WORD = r"[^\W_]"
# Letters that may have accents; what most stories have of other signs are quotation marks.
_ACCENTED = re.compile("[^\x00-\x7f\u2000-\u2bff]")
# Where a word is shown from: the text of the story first, the headline is shown anyway.
SHOWN = (
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

    def marks(self, text: str, column: str) -> Marks:
        """Return start and end of each word found in a text."""
        pattern = self.patterns[column]
        return tuple(one.span() for one in pattern.finditer(plain(text))) if pattern else ()

    def first(self, text: str, column: str) -> int:
        """Return where the first of the words stands; -1 if none does."""
        pattern = self.patterns[column]
        if not pattern or not text:
            return -1
        match = pattern.search(plain(text[:_HEAD]))
        if match and match.end() < _HEAD:
            return match.start()
        # Nearly always there is one without accents: to take those off takes as long again.
        lower = text.lower()
        match = pattern.search(lower) if len(lower) == len(text) else None
        match = match or pattern.search(plain(text))
        return match.start() if match else -1


def sought(query: Query, forms_of: Callable[[Term], Iterable[str]]) -> Sought:
    """Return what is to be marked of a query's words."""
    wanted = [term for term in query.terms if not term.out]
    written = [(term.column, _pattern(term, forms_of)) for term in wanted]
    patterns: dict[str, re.Pattern[str] | None] = {}
    for column in ("headline", *SHOWN):
        here = [text for where, text in written if where in ("", column) and text]
        patterns[column] = re.compile("|".join(here)) if here else None
    return Sought(patterns)


def snippet(texts: Sequence[str], words: Sought) -> Snippet:
    """Return the part of a story in which the words stand, else its beginning.

    ``texts`` are those of ``SHOWN``.
    """
    for column, text in zip(SHOWN, texts, strict=True):
        at = words.first(text, column)
        if at < 0:
            continue
        part = _read(text, at)
        if marks := words.marks(part, column):
            return _cut(part, marks)
    body = _read(texts[0], 0)
    return _cut(body, words.marks(body, SHOWN[0]))


def headline_of(text: str, words: Sought) -> Snippet:
    """Return a headline in one line, with the words in it."""
    text = _clean(text)
    return Snippet(text, words.marks(text, "headline"))


def _clean(text: str) -> str:
    """Return a text in one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _read(text: str, at: int) -> str:
    """Return what is read around a place of a text, in one line."""
    near = _part(text, at, *_NEAR)
    return _clean(near if _is_bare(near) else without_markup(_part(text, at, *_FAR)))


def _is_bare(text: str) -> bool:
    """Say whether there are surely no marks of Markdown in a text."""
    if text[:1] in _OPENING or any(mark in text for mark in _MARKS):
        return False
    return not ("\n" in text and _OPENED.search(text))


def _part(text: str, at: int, before: int, after: int) -> str:
    """Return what stands around a place of a text, from the start of its line or of a word."""
    start = max(at - before, 0)
    if start:
        start = max(text.rfind("\n", start, at), text.find(" ", start, at), start) + 1
    return text[start : at + after]


def _cut(text: str, marks: Marks) -> Snippet:
    """Cut a text around the first word in it that is marked, between words."""
    first = marks[0][0] if marks else 0
    start = max(first - _BEFORE, 0)
    if start:
        start = text.find(" ", start, first) + 1 or first
    end = min(start + LENGTH, len(text))
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    moved = len(before) - start
    shown = tuple(
        (begins + moved, min(ends, end) + moved) for begins, ends in marks if begins < end
    )
    return Snippet(f"{before}{text[start:end]}{after}", shown)


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
    """Return a text without case and accents, as the index has it, and as long as before.

    >>> plain("Kafé “Élise”")
    'kafe “elise”'
    """
    if not text.isascii() and _ACCENTED.search(text):
        text = _ACCENTED.sub(lambda found: _letter(found[0]), text)
    return text.lower()


@lru_cache(4_096)
def _letter(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter
