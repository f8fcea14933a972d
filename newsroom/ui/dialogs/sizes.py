"""How large dialogs open."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = 40  # pixels of title bar and border


def resize_in_screen(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog so large, or as large as its screen has room for.

    With text twice as large a small screen has half its pixels left.
    """
    room = dialog.screen().availableSize() - QSize(0, _FRAME)
    dialog.resize(QSize(width, height).boundedTo(room))
