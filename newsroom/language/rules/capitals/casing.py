"""Words in lower case and with capitals, as the rules of capitals need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsroom.language.prose import Prose
from newsroom.language.shipped_words import shipped_words

_SMALL = frozenset(("kehadirat", "rahmat", "rida", "izin", "dan"))


def capitalised(words: Iterable[str]) -> dict[str, str]:
    """Map words in lower case to themselves with capitals, particles aside."""
    return {
        phrase: " ".join(word if word in _SMALL else word.capitalize() for word in phrase.split())
        for phrase in words
    }


def lowered(name: str) -> Iterator[str]:
    """Yield the words of a list of ``resources/words``, in lower case."""
    return map(str.lower, shipped_words(name))


def preceding(prose: Prose, index: int) -> str:
    """Return the word before one, in lower case; nothing at the start."""
    return prose.lowered[index - 1] if index else ""


def small(match: re.Match[str], prose: Prose) -> tuple[str, ...] | None:
    """Put a word in lower case, unless all of the text is in capitals."""
    if not any(letter.islower() for letter in prose.text):
        return None
    return (match.group().lower(),)
