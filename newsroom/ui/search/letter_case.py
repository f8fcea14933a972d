"""Capitals that stay when a word is replaced, as word processors have it."""

from __future__ import annotations

from collections.abc import Callable

_Case = Callable[[str], str]


def as_found(text: str, found: str, asked: str) -> str:
    """Return what is put in the place of a hit, with the hit's capitals.

    Only if what was ``asked`` for and the new text are written alike, and the hit is not:
    who writes "PPP" and "Partai Contoh" wants just that.

    >>> [as_found("rob", found, "banjir") for found in ("banjir", "Banjir", "BANJIR")]
    ['rob', 'Rob', 'ROB']
    >>> as_found("Partai Contoh", "PPP", "ppp"), as_found("Rob", "banjir", "Banjir")
    ('Partai Contoh', 'rob')
    >>> as_found("bupati", "Bupati", "bupati")  # this is what one wants to change
    'bupati'
    """
    if found == asked or text.lower() == asked.lower():
        return text
    own, case = _case(asked), _case(found)
    return case(text) if own is not None and own is _case(text) and case is not None else text


def _case(text: str) -> _Case | None:
    """Return what would write a text as it is; None for one that is mixed or has no letters."""
    letters = sum(map(str.isalpha, text))
    if not letters:
        return None
    if text == text.lower():
        return str.lower
    if text == text.upper() and letters > 1:
        return str.upper
    return _begun if text == _begun(text) else None


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:].lower()
