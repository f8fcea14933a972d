"""Doing something once a widget has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AT_LATEST = 500  # milliseconds; a window that is minimised is not painted at all


def after_painting(widget: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` once, after the next painting of the widget and all that is in it."""
    _Watch(widget, then)


class _Watch(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        widget.installEventFilter(self)
        widget.update()
        QTimer.singleShot(_AT_LATEST, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # The filter comes before the painting, the timer after all of it.
            QTimer.singleShot(0, self, self._go)
        return False

    def _go(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self.parent().removeEventFilter(self)
            then()
            self.deleteLater()
