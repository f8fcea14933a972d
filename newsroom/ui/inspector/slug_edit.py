"""The story's name in its address on the portal."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

from newsroom.exchange.slug import make_slug


class SlugEdit(QLineEdit):
    """Takes small letters, figures and hyphens; turns all else into them."""

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(_Turning(self))


class _Turning(QValidator):
    """Turns what is typed or pasted at once, so that cursor and undo stay in step."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept everything, in the letters an address may have."""
        return QValidator.State.Acceptable, turned(text), len(turned(text[:position]))


def turned(text: str) -> str:
    """Return a text in the letters of an address; a hyphen at the end may go on.

    >>> turned("Jum’at di Café 2026 ")
    'jumat-di-cafe-2026-'
    """
    # Between two letters a blank at the end is kept, as a hyphen, and nothing is not filled in.
    return make_slug(f"x{text}x", 4 * len(text) + 4)[1:-1].removeprefix("-")
