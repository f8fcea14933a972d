"""What a way of writing datelines must be for datelines to be written, and read back, by it."""

from __future__ import annotations

import re

_FIELDS = ("PLACE", "SOURCE", "date", "place", "source")
_FIELD = re.compile(r"\{([^{}]*)\}")
_SIGN = re.compile(r"[^\w\s]")  # what parts a dateline from the prose


def pattern_fault(pattern: str) -> str:
    """Return in words what is wrong with a pattern; empty if nothing is.

    >>> pattern_fault("{PLACE}, {source} – "), pattern_fault("{PLACE} ")
    ('', 'harus diakhiri tanda pisah, misalnya “ – ”')
    """
    apart = _FIELD.split(pattern)
    fields, between = apart[1::2], apart[::2]
    if not fields or not set(fields) <= set(_FIELDS):
        return f"harus memakai medan {' '.join(f'{{{one}}}' for one in _FIELDS)}"
    if any(sign in text for text in between for sign in "{}"):
        return "memuat kurung kurawal tanpa pasangan"
    if len({one.casefold() for one in fields}) < len(fields):
        return "memakai satu medan dua kali"
    if not all(between[1:-1]):
        return "perlu tanda atau spasi di antara medannya"
    if not _SIGN.search(between[-1]):
        return "harus diakhiri tanda pisah, misalnya “ – ”"
    return ""
