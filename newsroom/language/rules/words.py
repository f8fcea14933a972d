"""Words beside each other in a paragraph, and without what is attached to them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsroom.language.prose import Prose

DIGITS = tuple("0123456789")
"""What a rule about figures needs."""

_ENDINGS = ("nya", "ku", "mu", "lah", "kah")


def holds_one(text: str, strings: Iterable[str]) -> bool:
    """Say whether one of some strings is in a text. Asked by each rule of each paragraph."""
    # A loop, since any() over a generator takes twice as long.
    for string in strings:  # noqa: SIM110
        if string in text:
            return True
    return False


def touches(prose: Prose, index: int) -> bool:
    """Say whether only blanks part the word at an index from the one after it."""
    if index < 0 or index + 1 >= len(prose.words):
        return False
    gap = prose.text[prose.words[index].end : prose.words[index + 1].start]
    return not gap.strip(" \u00a0")


def word_before(text: str, at: int) -> str:
    """Return the word before a place, in lower case and without marks; nothing if none.

    >>> word_before("sejak tahun 2019", 12)
    'tahun'
    """
    parts = text[max(0, at - 40) : at].split()
    return parts[-1].lower().strip("()[]“”\"'.,;:") if parts else ""


@lru_cache(10_000)  # asked of every word of a text, and most come again
def without_ending(word: str) -> str:
    """Return a word without its clitic or particle.

    >>> without_ending("sumbernya"), without_ending("buku")
    ('sumber', 'buku')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
