"""Scrolling the page while something is dragged to its upper or lower edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

if TYPE_CHECKING:
    from newsroom.ui.editor.page import Page

_EDGE = 40  # pixels from the edge
_STEP = 12  # pixels
_EVERY = 30  # milliseconds


class DragScroll(QObject):
    """Goes on as long as what is dragged stays there, whether it is moved or not."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._by = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._scroll)
        page.body.dragged.connect(self._follow)

    @property
    def is_scrolling(self) -> bool:
        """True while the page goes on by itself."""
        return self._timer.isActive()

    def _follow(self, at: QPoint | None) -> None:
        self._by = 0
        if at is not None:
            page = self._page.viewport()
            y = self._page.body.viewport().mapTo(page, at).y()
            self._by = _STEP * ((y > page.height() - _EDGE) - (y < _EDGE))
        if not self._by:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _scroll(self) -> None:
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + self._by)
