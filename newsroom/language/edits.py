"""What fingers do to words: the slips one edit away."""

from __future__ import annotations

from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def edits(word: str) -> Iterator[str]:
    """Yield every word one edit away: a letter dropped, added, exchanged, or two swapped.

    >>> {"dana", "dan", "danau", "dnaa"} <= set(edits("dana")) | {"dana"}
    True
    """
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            rest = tail[1:]
            yield head + rest
            for letter in LETTERS:
                yield head + letter + rest
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
