"""Keeps what is read in its place while lines turn out to be taller or lower than was thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QScrollBar

if TYPE_CHECKING:
    from newsroom.ui.editor.page import Page

_IN_BODY = 10_000  # a place from here on is one of the body's lines, below it pixels above them
_ROUNDS = 5  # lines that come into sight by this may move the others again


class StillPage(QObject):
    """Has the lines of the body set as they are scrolled to, before they are painted.

    Lines of a long text have a height that is only estimated until they are seen. When one
    that comes into sight is taller, the page is scrolled by as much in the same event, so
    that what was seen before stays where it is. So it does when what stands above the body,
    such as its photograph, comes or grows.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._seen_from = 0
        self._is_busy = False
        self._top = 0  # where the body was seen to begin
        page.body.moved.connect(self._follow_body)
        self._bar.valueChanged.connect(self._scrolled)

    @property
    def _bar(self) -> QScrollBar:
        # Not kept: PySide takes it for deleted once some other widgets are.
        return self._page.verticalScrollBar()

    def place(self) -> int:
        """Return how far the page is scrolled, as it would be in another session, too."""
        below = self._bar.value() - self._body_top()
        return (
            self._bar.value()
            if below <= 0
            else _IN_BODY + round(self._page.body.lines.steady(below))
        )

    def go_to(self, place: int) -> None:
        """Scroll to a place that was told."""
        settle(self._page)
        self._seen_from = -1  # nothing was seen before that would have to stay
        value = place
        if place > _IN_BODY:
            below = self._page.body.lines.unsteady(place - _IN_BODY)
            value = round(self._body_top() + below)
        self._bar.setValue(value)

    # Within.

    def _scrolled(self, value: int) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        for _ in range(_ROUNDS):
            moved = self._set_seen()
            if not moved:
                break
            settle(self._page)
            self._bar.setValue(self._bar.value() + moved)
        self._seen_from = self._bar.value()
        self._is_busy = False

    def _follow_body(self) -> None:
        before, self._top = self._top, self._body_top()
        value = self._bar.value()
        if value > before:  # else the head of the page is being read
            self._seen_from += self._top - before
            self._bar.setValue(value + self._top - before)

    def _set_seen(self) -> int:
        """Set the lines in sight; return how far what is to stay has moved."""
        page, at = self._page, self._body_top()
        top, height = self._bar.value(), page.viewport().height()
        still = top
        if top < self._seen_from < top + height:  # scrolled up: what was seen is below
            still = self._seen_from
        moved = page.body.lines.set_between(top - at, top + height - at, still - at)
        return round(moved)

    def _body_top(self) -> int:
        """Return where the body begins, from the top of all that can be scrolled."""
        return self._page.body.mapTo(self._page.widget(), QPoint(0, 0)).y()


def settle(page: Page) -> None:
    """Lay out now what was to be laid out in a moment, so that the page is as long as its text."""
    widget = page.body
    while widget is not page:  # what the body lies in, from the inside out
        widget = widget.parentWidget()
        QApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)
