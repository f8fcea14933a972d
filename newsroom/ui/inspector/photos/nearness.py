"""Which photos have a card: those that are seen and those next to them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from newsroom.ui.inspector.photos.column import PhotoColumn
from newsroom.ui.inspector.photos.place import PhotoPlace
from newsroom.ui.work.slices import Slices

_KEPT = 14  # cards; each is about a megabyte
_SOON = 40  # milliseconds; who scrolls past wants nothing


class Nearness(QObject):
    """Makes cards as they come near, those in sight first, and gives far ones back."""

    def __init__(self, panel: QScrollArea, column: PhotoColumn) -> None:
        super().__init__(panel)
        self._panel = panel
        self._column = column
        self._slices = Slices(self)
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._look)
        bar = panel.verticalScrollBar()
        bar.valueChanged.connect(self.look_soon)
        bar.rangeChanged.connect(self.look_soon)

    def look_soon(self) -> None:
        """Look in a moment what is near by then."""
        if not self._timer.isActive():
            self._timer.start()

    def near(self) -> list[PhotoPlace]:
        """Return the places in sight, and in as much again above and below, nearest first."""
        if not self._panel.isVisible():
            return []
        top, bottom = self._seen()
        height = bottom - top
        near = self._between(top - height, bottom + height)
        return sorted([*near, *self._beside_keyboard(near)], key=self._distance)

    def first_seen(self) -> PhotoPlace | None:
        """Return the first photo whose upper end is in sight, or else one that is."""
        top, bottom = self._seen()
        shown = self._between(top, bottom)
        begun = [place for place in shown if place.top >= top]
        return next(iter(begun or shown), None)

    # Within.

    def _seen(self) -> tuple[int, int]:
        """Return from where to where the column is seen."""
        top = self._panel.verticalScrollBar().value() - self._column.y()
        return top, top + self._panel.viewport().height()

    def _between(self, top: int, bottom: int) -> list[PhotoPlace]:
        places = self._column.places
        return [one for one in places if one.top < bottom and one.top + one.height > top]

    def _beside_keyboard(self, near: list[PhotoPlace]) -> list[PhotoPlace]:
        """Return the places that the next key may lead to."""
        here = self._column.holding(QApplication.focusWidget())
        return [one for one in self._column.beside(here) if one not in near] if here else []

    def _distance(self, place: PhotoPlace) -> int:
        top, bottom = self._seen()
        return max(place.top - bottom, top - place.top - place.height, 0)

    def _look(self) -> None:
        if any(place.card is None for place in self.near()) or self._too_many():
            self._slices.start(self._working(), at_once=False)

    def _working(self) -> Iterator[None]:
        for place in self.near():
            while place.card is None and place in self._column.places:
                place.step()
                yield
        while far := self._too_many():
            self._column.give_back(far[-1])
            yield

    def _too_many(self) -> list[PhotoPlace]:
        """Return the cards that are to be given back, the farthest last."""
        near = self.near()
        spare = [p for p in self._column.places if p not in near and p.may_be_given_back]
        kept = max(_KEPT - len(near), 0)
        return sorted(spare, key=self._distance)[kept:] if near else []
