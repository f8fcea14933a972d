"""The photos of a story, shown in their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.portal.profile import Profile
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.field_notes import Judged
from newsroom.ui.inspector.photos.card import PhotoCard
from newsroom.ui.inspector.photos.cards import PhotoCards
from newsroom.ui.inspector.photos.changes import Photos
from newsroom.ui.inspector.photos.column import PhotoColumn
from newsroom.ui.inspector.photos.making import PhotoMaking
from newsroom.ui.inspector.photos.nearness import Nearness
from newsroom.ui.inspector.photos.pictures import PhotoPictures
from newsroom.ui.inspector.photos.place import PhotoPlace
from newsroom.ui.inspector.photos.steady import SteadyPanel
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.search.unmade import Field
from newsroom.ui.theme import Theme

_AT_ONCE = 4  # pictures that are asked for before it is known what is seen


class PhotoList(SteadyPanel):
    """Knows the places, their cards as they are needed, and the fields that are searched."""

    thumbnail_wanted = Signal(object)  # Photo
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    prose_made = Signal(object)  # ProseEdit
    fields_changed = Signal()  # there are other prose fields, or they stand in another order

    def __init__(self, name: str, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(name)
        self._photos: Photos = ()
        self._column = PhotoColumn(PhotoMaking(theme, checks, profile))
        self._column.told.prose_made.connect(self._listen)
        self._near = Nearness(self, self._column)
        self._pictures = PhotoPictures(self, lambda: self.places, self._near.near)
        self._pictures.wanted.connect(self.thumbnail_wanted)
        self.rows.addWidget(self._column)
        self.steady(self._column, self._near.first_seen)

    def show_judged(self, found: Mapping[int, Judged]) -> None:
        """Say beside the fields what is wrong in them, by the photo's index."""
        for index, place in enumerate(self.places):
            place.show_judged(found.get(index, {}))

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Take a picture that was asked for; a null one says that there is none."""
        self._pictures.take(key, image)

    @property
    def places(self) -> Sequence[PhotoPlace]:
        """The places of all photos, in their order."""
        return self._column.places

    @property
    def cards(self) -> Sequence[PhotoCard]:
        """The cards of all photos, each of which is made when it is asked for."""
        return PhotoCards(self._column.places)

    def card(self, index: int) -> PhotoCard | None:
        """Return the card of a photo, made now if it is still to come; None without a photo."""
        return self.cards[index] if 0 <= index < len(self._photos) else None

    def prose(self) -> dict[str, Field]:
        """Return the photos' prose fields by name, or what stands for those to be made."""
        return {
            f"photos[{index}].{name}": field
            for index, place in enumerate(self.places)
            for name, field in place.fields().items()
        }

    def build_card_of(self, edit: QWidget) -> None:
        """Have the card there that a prose field belongs to."""
        if place := next((one for one in self.places if one.has_prose(edit)), None):
            place.build()

    def at_hand(self) -> int | None:
        """Return the photo whose card has the keyboard."""
        place = self._column.holding(QApplication.focusWidget())
        return self._column.places.index(place) if place else None

    def showEvent(self, event: QShowEvent) -> None:
        """See what is near."""
        super().showEvent(event)
        self._near.look_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter, too, go on to a photo whose card is not there yet."""
        self._column.build_beside_keyboard()
        super().keyPressEvent(event)

    # Within.

    def _show_photos(self) -> None:
        count = len(self._photos)
        lead = next((i for i, photo in enumerate(self._photos) if photo.lead), 0)
        self._column.set_count(count)
        other = False
        for index, (place, photo) in enumerate(zip(self.places, self._photos, strict=True)):
            key = place.key
            other = place.show_photo(photo, index + 1, count, index == lead) or other
            if place.key != key:
                self._pictures.show_on(place, at_once=index < _AT_ONCE)
        if other:
            self.fields_changed.emit()
        self._column.arrange()
        self._pictures.look_soon()
        self._near.look_soon()

    def _listen(self, prose: ProseEdit) -> None:
        prose.ignored.connect(self.ignored)
        prose.word_added.connect(self.word_added)
        self.prose_made.emit(prose)
        self.fields_changed.emit()
