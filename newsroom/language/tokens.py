"""The words of a text, with what a checker must know of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.story.markdown_text import blank_markup

# What is no prose: addresses, e-mail, handles, hashtags, domains and file names. Domains go
# by their ending, so that "dibaca.Warga", a forgotten space, is still read as two words.
NOT_PROSE = re.compile(
    r"""
    https?://\S+ | www\.\S+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*
    | (?<!\w)[@\#]\w+
    | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|org|net|info|news|tv|io|me|ly|gov|edu
      |pdf|docx?|xlsx?|pptx?|txt|md|zip|jpe?g|png|mp[34])\b(?:/\S*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_ADDRESS = re.compile(r"[@#]|\.\w|://")  # quick to look for; most texts have none
# Accents that stand as characters of their own, soft hyphens and zero-width marks belong
# to the letter before them: pasted text is full of them.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = rf"[^\W_][\u0300-\u036f{_INVISIBLE}]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[-\u2011'’](?:{_LETTER})+)*")
_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ", "'") | {"\u2011": "-"} | dict.fromkeys(_INVISIBLE))

_HOLE = "\ufffc"  # stands for an object in a text: part of no word, end of no sentence
_SPACES = " \t\u00a0\u202f"
_SENTENCE_ENDS = ".?!…:|–—•“‘\n"
_CLOSERS = "”’\"')]»"
# A full stop after these, or after an initial, ends no sentence: a name follows.
_TITLE = re.compile(
    r"(?<!\w)(?:\w|drs?|dra|drg|ir|prof|hj|kh|tgk|tn|ny|sdr|alm|yth|jl|kab|kec|no)\.$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 6


class Word(NamedTuple):
    """A word as it stands: code points ``start`` to ``end`` of its text.

    ``opens`` says that a sentence, a quotation or a line begins with it, so that
    its capital says nothing.
    """

    text: str
    start: int
    end: int
    opens: bool


def words(text: str) -> Iterator[Word]:
    """Yield the words of a Markdown text; marks, figures and addresses are passed over.

    >>> [w.text for w in words("**Warga** Lebak menulis ke a@b.id, sayur-mayur.")]
    ['Warga', 'Lebak', 'menulis', 'ke', 'sayur-mayur']
    """
    yield from words_of_prose(blank_markup(text))


def words_of_prose(text: str) -> list[Word]:
    """Return the words of a text without Markdown's marks."""
    found: list[Word] = []
    prose = text
    if _MAY_HOLD_ADDRESS.search(text):
        prose = NOT_PROSE.sub(lambda match: _HOLE * len(match.group()), text)
    last = -1
    for match in _WORD.finditer(prose):
        start, end = match.span()
        # Most words follow another and one blank; those open nothing.
        follows = start == last + 1 and prose[last] == " "
        last = end
        if not (word := match.group()).isdigit():
            opens = not follows and _opens(prose, start)
            # As Word(…) does, in half the time; a long text has a million words.
            found.append(tuple.__new__(Word, (word, start, end, opens)))
    return found


def is_word(text: str) -> bool:
    """Say whether a text is one word and nothing else.

    >>> is_word("sayur-mayur"), is_word("sayur mayur"), is_word("2019")
    (True, False, False)
    """
    return [word.text for word in words(text)] == [text]


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what is no prose: web addresses, handles, file names."""
    if _MAY_HOLD_ADDRESS.search(text):
        for match in NOT_PROSE.finditer(text):
            yield match.span()


def plain(word: str) -> str:
    """Return a word as dictionaries write it: composed, straight apostrophes, nothing unseen.

    >>> plain("Jum’at"), plain("pem\\u00adbaca"), len(plain("cafe\\u0301"))
    ("Jum'at", 'pembaca', 4)
    """
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_PLAIN))


def _opens(prose: str, start: int) -> bool:
    end = start
    while end and prose[end - 1] in _SPACES:
        end -= 1
    if end < start:
        while end and prose[end - 1] in _CLOSERS:
            end -= 1
    elif end and prose[end - 1] in "\"'":
        return True  # a quote that touches its word opens it
    if not end:
        return True
    return prose[end - 1] in _SENTENCE_ENDS and not _TITLE.search(
        prose[max(0, end - _LONGEST_TITLE) : end]
    )
