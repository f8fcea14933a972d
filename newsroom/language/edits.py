"""What fingers do to words: the slips one edit away."""

from __future__ import annotations

from functools import lru_cache

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(16)  # of a word that is no word they are asked for more than once
def edits(word: str) -> tuple[str, ...]:
    """Return every word one edit away: a letter dropped, added, exchanged, or two swapped.

    Some come more than once, and the word itself is among them.

    >>> {"dana", "dan", "danau", "dnaa"} <= set(edits("dana"))
    True
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = [head + tail[1:] for head, tail in cuts if tail]
    found += [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    for head, tail in cuts:
        found += [head + letter + tail for letter in LETTERS]
        if tail:
            rest = tail[1:]
            found += [head + letter + rest for letter in LETTERS]
    return tuple(found)
