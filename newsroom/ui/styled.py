"""Properties that the style sheet goes by, changed once a widget is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_styled(widget: QWidget, name: str, value: str | None) -> None:
    """Set such a property, and have the widget look as the sheet now wants it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().polish(widget)
