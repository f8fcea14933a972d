"""A change of a text, shown so that blanks are seen where they are all that changes."""

from __future__ import annotations

_BLANK = "␣"


def shown_change(text: str, new: str) -> tuple[str, str]:
    """Return what is there and what is to come, as they are shown.

    >>> shown_change("dirumah", "di rumah"), shown_change(" ,", ",")
    (('dirumah', 'di rumah'), ('␣,', ','))
    """
    if text.split() == new.split() or text != text.strip():
        return text.replace(" ", _BLANK), new.replace(" ", _BLANK)
    return text, new
