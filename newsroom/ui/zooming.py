"""Ctrl and the wheel, which make the text larger or smaller."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent


def zoom_steps(event: QWheelEvent) -> int | None:
    """Return the steps that a turn of the wheel asks for; None for one that is to scroll."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    event.accept()
    turned = event.angleDelta().y()
    return (turned > 0) - (turned < 0)
