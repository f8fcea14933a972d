"""The photos one below the other: cards where they are near, a painted row each elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import delete

from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.making import PhotoMaking
from newsroom.ui.inspector.photos.place import PhotoPlace, PlaceSignals
from newsroom.ui.inspector.photos.row import paint_row
from newsroom.ui.inspector.photos.spoken import name_of_list, what_is_ready
from newsroom.ui.inspector.photos.tabbing import tab_through
from newsroom.ui.theme import STEP
from newsroom.ui.work.slices import Slices

_GAP = 3 * STEP
_USUAL = 450  # pixels of a card, until one has been made


class PhotoColumn(QWidget):
    """Lays out the places itself: with a widget for each, hundreds would be felt."""

    arranging = Signal()  # places are about to have other heights, or to stand elsewhere
    arranged = Signal()

    def __init__(self, making: PhotoMaking) -> None:
        super().__init__()
        self._making = making
        self.told = PlaceSignals(self)
        self.told.card_made.connect(self._put_in)
        self.told.changed.connect(lambda place: self.update(self.frame(place)))
        self._usual = _USUAL
        self._note: tuple[int, QWidget] | None = None  # stands before the place at this index
        self._gone: list[QWidget] = []  # hidden; they end by and by
        self._endings = Slices(self)
        self.places: list[PhotoPlace] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    # The places.

    def set_count(self, count: int) -> None:
        """Have so many places."""
        while len(self.places) < count:
            self.insert(len(self.places))
        while len(self.places) > count:
            self.remove(len(self.places) - 1)

    def insert(self, index: int) -> None:
        """Make a place; ``arrange`` gives it room."""
        self.places.insert(index, PhotoPlace(self._making, self.told, self))

    def remove(self, index: int) -> None:
        """Take a place away, with all that is in it."""
        self._end(self.places.pop(index).leave())

    def move(self, index: int, to: int) -> None:
        """Put a place elsewhere, with its card and what can be undone in it."""
        self.places.insert(to, self.places.pop(index))
        self._order(self.places[to])

    def give_back(self, place: PhotoPlace) -> None:
        """Have a row where a card was."""
        gone = place.give_back()
        self._end([gone] if gone else [])
        self._speak()

    def set_note(self, index: int, note: QWidget | None) -> None:
        """Show something between two places, or nothing any more."""
        if self._note:
            self._note[1].hide()
        self._note = (index, note) if note else None
        if note:
            note.setParent(self)
            note.show()

    def frame(self, place: PhotoPlace) -> QRect:
        """Return where a place is."""
        return QRect(0, place.top, self.width(), place.height)

    def holding(self, widget: QWidget | None) -> PhotoPlace | None:
        """Return the place whose card a widget belongs to."""
        cards = (place for place in self.places if place.card)
        return next((p for p in cards if widget and p.card.isAncestorOf(widget)), None)

    def beside(self, place: PhotoPlace) -> list[PhotoPlace]:
        """Return the places above and below one."""
        index = self.places.index(place)
        return [*self.places[max(index - 1, 0) : index], *self.places[index + 1 : index + 2]]

    def build_beside_keyboard(self) -> None:
        """Have the cards there that the next key may lead to."""
        if here := self.holding(QApplication.focusWidget()):
            for place in self.beside(here):
                place.build()

    def arrange(self) -> None:
        """Give each place its room."""
        self.arranging.emit()
        top = 0
        for index, place in enumerate(self.places):
            if self._note and self._note[0] == index:
                top = self._place_note(top)
            place.top = top
            place.height = self._fit(place.card, top) if place.card else self._usual
            top += place.height + _GAP
        if self._note and self._note[0] >= len(self.places):
            top = self._place_note(top)
        if self.height() != (height := max(top - _GAP, 0)):
            self.setFixedHeight(height)
        self._speak()
        self.update()
        self.arranged.emit()

    # What Qt calls.

    def event(self, event: QEvent) -> bool:
        """Follow cards that have grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Cards know their height only once they are seen."""
        super().showEvent(event)
        self.arrange()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next photo, whether its card is there or not."""
        self.build_beside_keyboard()
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Who clicks on a row wants the card."""
        at = event.position().toPoint()
        for place in self.places:
            if place.card is None and self.frame(place).contains(at):
                place.build()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has no card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self.places:
            if place.card is None and self.frame(place).intersects(event.rect()):
                paint_row(painter, place, self.frame(place), self._making.theme)
        painter.end()

    # Within.

    def _put_in(self, place: PhotoPlace) -> None:
        """Show a card that has been made."""
        self._order(place)
        place.card.grown.connect(lambda: self._order(place))
        place.card.show()
        self.arrange()

    def _fit(self, card: PhotoCard, top: int) -> int:
        """Lay a card out in its room and return how tall that is."""
        height = 0
        for _ in range(2):  # as wide as it is to be, it may have other lines
            card.layout().activate()
            height = card.sizeHint().height()
            card.setGeometry(0, top, self.width(), height)
        return height

    def _place_note(self, top: int) -> int:
        note = self._note[1]
        note.setGeometry(0, top, self.width(), note.sizeHint().height())
        return top + note.height() + _GAP

    def _order(self, place: PhotoPlace) -> None:
        """Let the Tab key, and a screen reader, come to a card after the one above it."""
        if place.card:
            index = self.places.index(place)
            above = [one.card for one in self.places[:index] if one.card]
            before = above[-1].stops()[-1] if above else self
            tab_through([before, *place.card.stops()])
            below = next((one.card for one in self.places[index + 1 :] if one.card), None)
            # A screen reader goes through them as they lie one over the other.
            if below:
                place.card.stackUnder(below)
            else:
                place.card.raise_()

    def _speak(self) -> None:
        """Tell a screen reader how many photos there are, and which have a card."""
        count = len(self.places)
        ready = what_is_ready(count, [n for n, place in enumerate(self.places, 1) if place.card])
        if ready != self.accessibleDescription():
            self.setAccessibleDescription(ready)
        if (name := name_of_list(count)) != self.accessibleName():
            self.setAccessibleName(name)

    def _end(self, gone: list[QWidget]) -> None:
        """End widgets by and by; many at once would be felt."""
        for widget in gone:
            widget.hide()
        self._gone += gone
        self._endings.start(self._ending(), at_once=False)

    def _ending(self) -> Iterator[None]:
        while self._gone:
            delete(self._gone.pop())
            yield
