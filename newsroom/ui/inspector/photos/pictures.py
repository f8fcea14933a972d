"""The photos' pictures: only those in sight and near it are made and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QScrollArea

from newsroom.ui.editor.photo_strip import THUMBNAIL
from newsroom.ui.inspector.photos.place import PhotoPlace

_KEPT = 24
_SOON = 40  # milliseconds; who scrolls past wants nothing


class PhotoPictures(QObject):
    """Asks for pictures as photos come into sight, and forgets those seen longest ago."""

    wanted = Signal(object)  # Photo

    def __init__(
        self,
        panel: QScrollArea,
        places: Callable[[], Sequence[PhotoPlace]],
        near: Callable[[], Sequence[PhotoPlace]],
    ) -> None:
        super().__init__(panel)
        self._places = places
        self._near = near
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

    def show_on(self, place: PhotoPlace, *, at_once: bool) -> None:
        """Show a photo's picture in its place, or ask for it if that is to be seen."""
        if place.key in self._images:
            place.set_image(self._images[place.key])
        elif at_once and place.key:
            self._ask(place)

    def take(self, key: str, image: QImage) -> None:
        """Take a picture that was asked for; a null one says that there is none."""
        self._asked.discard(key)
        image = _as_seen(image)
        showing = [place for place in self._places() if place.key == key]
        for place in showing:
            place.set_image(image)
        if showing:
            self._images[key] = image
            self._images.move_to_end(key)
            self._forget()

    # Within.

    def _look(self) -> None:
        for place in self._near():
            if place.key in self._images:
                self._images.move_to_end(place.key)
            elif place.key:
                self._ask(place)

    def _ask(self, place: PhotoPlace) -> None:
        if place.key not in self._asked:
            self._asked.add(place.key)
            self.wanted.emit(place.photo)

    def _forget(self) -> None:
        if len(self._images) <= _KEPT:
            return
        near = {place.key for place in self._near()}
        far = [key for key in self._images if key not in near][: len(self._images) - _KEPT]
        for key in far:
            del self._images[key]
        for place in self._places():
            if place.key in far:
                place.set_image(QImage(), waiting=True)


def _as_seen(image: QImage) -> QImage:
    """Return a picture no larger than it is seen: made so once, not at each painting."""
    sharpest = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    frame = THUMBNAIL * sharpest
    if image.width() <= frame.width() or image.height() <= frame.height():
        return image
    shape = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return image.scaled(frame, shape, Qt.TransformationMode.SmoothTransformation)
