"""The place of one photo in the column: a card when it is near, little more than words else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.photos.keys import picture_key
from newsroom.story.story import Photo
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.field_notes import Judged
from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.making import PROSE, PhotoMaking
from newsroom.ui.search.unmade import Field, Unmade

_PARTS = 12  # widgets that are given their look in one step


class PlaceSignals(QObject):
    """What the places tell: one of these for all, for signals of each would be felt."""

    edited = Signal(object, object)  # PhotoPlace, Photo
    card_made = Signal(object)  # PhotoPlace
    prose_made = Signal(object)  # ProseEdit
    changed = Signal(object)  # PhotoPlace: what is to be seen of it without a card


class PhotoPlace:
    """Makes the photo's card and gives it back; its prose fields stay once they are made.

    They hold what Ctrl+Z gives back, and can be searched and changed without a card.
    """

    def __init__(self, making: PhotoMaking, signals: PlaceSignals, column: QWidget) -> None:
        self._making = making
        self._signals = signals
        self._column = column
        self._prose: dict[str, ProseEdit] = {}
        self._steps: Iterator[None] | None = None  # of a card that is half made
        self._half: PhotoCard | None = None
        self._waiting = False  # for its picture
        self._found: Judged = {}
        self.photo = Photo("")
        self.key = ""  # what its picture is known by; empty when it has none
        self.number, self.count, self.leads = 0, 0, False
        self.card: PhotoCard | None = None
        self.image = QImage()
        self.top = 0  # in the column
        self.height = 0

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its fields is being written in."""
        focus = QApplication.focusWidget()
        return bool(focus and self.card and self.card.isAncestorOf(focus))

    @property
    def may_be_given_back(self) -> bool:
        """Whether nothing is lost with its card."""
        return bool(self.card) and not self.has_keyboard and not self.card.is_written_in

    def show_photo(self, photo: Photo, number: int, count: int, leads: bool) -> bool:
        """Show a photo in its place among so many; False if it is shown so already."""
        state = (photo, number, count, leads)
        if photo is self.photo and state[1:] == (self.number, self.count, self.leads):
            return False
        picture = (photo.digest, photo.file)  # what it shows stays while it is edited anew
        other = picture != (self.photo.digest, self.photo.file)
        self.photo, self.number, self.count, self.leads = state
        self.key = picture_key(photo)
        for name, prose in self._prose.items():
            if prose.text() != getattr(photo, name):
                prose.set_text(getattr(photo, name))
        if self.card:
            self.card.show_photo(*state)
        if other:
            # A store has the picture of every photo with a digest; it is on its way.
            self._show_image(QImage(), waiting=bool(photo.digest))
        return True

    def show_judged(self, found: Judged) -> None:
        """Say beside the fields what is wrong in them, once there is a card."""
        if found != self._found:
            self._found = found
            if self.card:
                self.card.show_judged(found)

    def set_image(self, image: QImage, *, waiting: bool = False) -> None:
        """Show the picture, or that there is none, unless it is still to come."""
        self._show_image(image, waiting)
        self._signals.changed.emit(self)

    def has_prose(self, edit: object) -> bool:
        """Say whether a field is one of its prose fields."""
        return edit in self._prose.values()

    def fields(self) -> dict[str, Field]:
        """Return the prose fields, or what stands for them until they are made."""
        return {
            name: self._prose.get(name)
            or Unmade(getattr(self.photo, name), partial(self.prose, name))
            for name in PROSE
        }

    def prose(self, name: str) -> ProseEdit:
        """Return the field of the caption or the alternative text, made now if need be."""
        if name not in self._prose:
            made = self._prose[name] = self._making.prose(name, self._column)
            made.set_text(getattr(self.photo, name))
            made.edited.connect(lambda: self._write(name, made.text()))
            self._signals.prose_made.emit(made)
        return self._prose[name]

    def build(self) -> PhotoCard:
        """Return the card, made now if need be."""
        while self.card is None:
            self.step()
        return self.card

    def step(self) -> None:
        """Make a part of the card."""
        if self.card is None:
            self._steps = self._steps or self._building()
            next(self._steps, None)

    def give_back(self) -> QWidget | None:
        """Put the card away; the caller ends it."""
        gone = self.card or self._half
        self.card = self._half = self._steps = None
        if gone is not None:
            for prose in self._prose.values():
                prose.hide()
                prose.setParent(self._column)
            gone.hide()
            self._signals.changed.emit(self)
        return gone

    def leave(self) -> list[QWidget]:
        """Go out of the column; what is returned, with all in it, is for the caller to end."""
        gone = self.card or self._half
        self.card = self._half = self._steps = None
        apart = [prose for prose in self._prose.values() if prose.parent() is self._column]
        return [gone, *apart] if gone else apart

    # Within.

    def _show_image(self, image: QImage, waiting: bool) -> None:
        self.image, self._waiting = image, waiting
        if self.card:
            self.card.set_image(image, waiting=waiting)

    def _building(self) -> Iterator[None]:
        for name in PROSE:
            self.prose(name)
            yield
        prose = (self.prose(name) for name in PROSE)
        card = self._half = self._making.card(*prose, self._column)
        yield
        card.lay_out()
        yield
        parts = card.findChildren(QWidget)
        for number, part in enumerate(parts):
            part.ensurePolished()  # otherwise all at once when it is shown
            if number % _PARTS == _PARTS - 1:
                yield
        shown = self._state()
        self._fill(card)
        yield
        if shown != self._state():
            self._fill(card)
        self.card, self._half, self._steps = card, None, None
        card.written.connect(self._write)
        self._signals.card_made.emit(self)

    def _fill(self, card: PhotoCard) -> None:
        card.show_photo(self.photo, self.number, self.count, self.leads)
        card.set_image(self.image, waiting=self._waiting)
        card.show_judged(self._found)

    def _state(self) -> tuple[object, ...]:
        """Return what a card shows."""
        place = (self.photo, self.number, self.count, self.leads)
        return *place, self.image.cacheKey(), self._waiting, self._found

    def _write(self, name: str, value: object) -> None:
        if value != getattr(self.photo, name):
            self.photo = replace(self.photo, **{name: value})
            if self.card:
                self.card.follow(self.photo)
            self._signals.changed.emit(self)
            self._signals.edited.emit(self, self.photo)
