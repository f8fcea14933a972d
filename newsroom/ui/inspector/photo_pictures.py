"""The pictures on the photos' cards: only those in sight and near it are made and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea

from newsroom.story.story import Photo
from newsroom.ui.inspector.photo_card import PhotoCard

_KEPT = 40
_SIDE = 320  # pixels; enough for a card on the sharpest screens
_SOON = 40  # milliseconds; who scrolls past wants nothing


class CardPictures(QObject):
    """Asks for pictures as cards come into sight, and forgets those seen longest ago."""

    wanted = Signal(object)  # Photo

    def __init__(self, panel: QScrollArea, cards: Callable[[], Sequence[PhotoCard]]) -> None:
        super().__init__(panel)
        self._panel = panel
        self._cards = cards
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._look)
        bar = panel.verticalScrollBar()
        bar.valueChanged.connect(self.look_soon)
        bar.rangeChanged.connect(self.look_soon)

    def image(self, key: str) -> QImage:
        """Return a picture as far as it is at hand."""
        return self._images.get(key, QImage())

    def clear(self) -> None:
        """Forget all: another story comes."""
        self._images.clear()
        self._asked.clear()

    def look_soon(self) -> None:
        """Ask in a moment for what is in sight by then."""
        if not self._timer.isActive():
            self._timer.start()

    def show_on(self, card: PhotoCard, photo: Photo, *, at_once: bool) -> None:
        """Show a photo's picture on its card, or ask for it if that is to be seen."""
        if card.key in self._images:
            card.set_image(self._images[card.key])
        elif at_once and card.key:
            self._ask(card.key, photo)

    def take(self, key: str, image: QImage) -> None:
        """Take a picture that was asked for; a null one says that there is none."""
        self._asked.discard(key)
        if max(image.width(), image.height()) > _SIDE:
            how = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, how)
        showing = [card for card in self._cards() if card.key == key]
        for card in showing:
            card.set_image(image)
        if showing:
            self._images[key] = image
            self._images.move_to_end(key)
            self._forget()

    # Within.

    def _look(self) -> None:
        for card in self._near():
            key = card.key
            if key in self._images:
                self._images.move_to_end(key)
            elif key:
                self._ask(key, card.photo)

    def _ask(self, key: str, photo: Photo) -> None:
        if key not in self._asked:
            self._asked.add(key)
            self.wanted.emit(photo)

    def _near(self) -> list[PhotoCard]:
        """Return the cards in sight, and as many again above and below."""
        panel = self._panel
        if not panel.isVisible():
            return []
        size, top = panel.viewport().size(), panel.verticalScrollBar().value()
        height = size.height()
        seen = QRect(0, top - height, max(size.width(), 1), 3 * height)
        return [card for card in self._cards() if card.geometry().intersects(seen)]

    def _forget(self) -> None:
        if len(self._images) <= _KEPT:
            return
        near = {card.key for card in self._near()}
        far = [key for key in self._images if key not in near][: len(self._images) - _KEPT]
        for key in far:
            del self._images[key]
        for card in self._cards():
            if card.key in far:
                card.set_image(QImage(), waiting=True)
