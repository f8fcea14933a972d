"""“Foto”: the story's photographs, in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from newsroom.portal.profile import Profile
from newsroom.story.story import Photo, Story
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.inspector.panel import STOP
from newsroom.ui.inspector.photos.adding import AddingRow, MoreWays
from newsroom.ui.inspector.photos.changes import (
    Photos,
    all_captioned,
    brought_back,
    led_by,
    moved,
    unshared,
    with_one_lead,
)
from newsroom.ui.inspector.photos.dropping import PhotoDropping
from newsroom.ui.inspector.photos.files import ask_photos, ask_picture
from newsroom.ui.inspector.photos.list import PhotoList
from newsroom.ui.inspector.photos.place import PhotoPlace
from newsroom.ui.inspector.photos.removed import RemovedPhoto
from newsroom.ui.inspector.photos.sharing import SharingDialog, shared
from newsroom.ui.inspector.undoing import Undoing
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme


class PhotoPanel(PhotoList):
    """Changes them as a person wants it; files dropped anywhere on the panel are new photos."""

    edited = Signal(dict)
    photos_wanted = Signal(list)  # [Path]
    picture_wanted = Signal(int, Path)  # the photo at this index is to get this picture
    editing_wanted = Signal(int)  # the photo at this index is to be edited
    way_wanted = Signal(str)  # the action that adds photos another way
    stop_wanted = Signal()  # add no more of those that are under way
    captions_shared = Signal(int, object)  # how many photos got one's words; what takes it back

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(self.tr("Foto"), theme, checks, profile)
        self._story_id = ""
        self._column.told.edited.connect(self._change)
        self._column.told.card_made.connect(self._connect)
        # What was done on the buttons of a card and not been taken back, each as its undoing.
        self._undoing: Undoing[Callable[[], None]] = Undoing(lambda undo: undo())
        self._removed = RemovedPhoto()
        self._removed.restored.connect(self._restore)
        self._removed.forgotten.connect(lambda: self._show_removed(None))
        self.undo = self._removed.undo
        self._empty = EmptyNote(
            theme,
            "image",
            self.tr("Belum ada foto"),
            self.tr("Tambahkan foto, atau seret berkas gambarnya ke panel ini."),
        )
        self.add = QPushButton(self.tr("Tambah foto…"))
        self.add.setProperty("kind", "line")
        self.add.setProperty(STOP, True)
        self.add.clicked.connect(lambda: ask_photos(self, self.photos_wanted.emit))
        self.ways = MoreWays(theme)
        self.ways.chosen.connect(self.way_wanted)
        self.adding = AddingRow()
        self.adding.stopped.connect(self.stop_wanted)
        adding = QHBoxLayout()
        adding.setSpacing(STEP)
        adding.addWidget(self.add, 1)
        adding.addWidget(self.ways)
        for widget in (self._empty, self.adding):
            self.rows.addWidget(widget)
        self.rows.addLayout(adding)
        self.rows.addStretch(1)
        PhotoDropping(theme, self).dropped.connect(self.photos_wanted)

    def show_story(self, story: Story) -> None:
        """Show a story's photos, without touching what already shows them."""
        other = story.id != self._story_id
        if not other and story.photos == self._photos:
            return
        self._story_id = story.id
        if other or len(story.photos) < len(self._photos):
            self._undoing.forget()
        if other:
            self._pictures.clear()
            self._removed.forget()
            self._column.set_count(0)
        self._photos = story.photos
        self._show_all()

    def take_back(self) -> None:
        """Take back who leads, a move, shared words; or bring back a photo just removed."""
        if not self._undoing.take_back() and self.undo.isVisible():
            self.undo.click()

    # What a person does.

    def _change(self, place: PhotoPlace, photo: Photo) -> None:
        index = self.places.index(place)
        self._put((*self._photos[:index], photo, *self._photos[index + 1 :]))

    def _lead(self, place: PhotoPlace) -> None:
        """Have a photo lead; taken back, the one before it does, or none was chosen again."""
        leads = [one for one in self.places if one.photo.lead]
        self._undoing.keep(lambda: self._put(self._led_by(leads[0] if leads else None)))
        self._put(self._led_by(place))

    def _led_by(self, place: PhotoPlace | None) -> Photos:
        return led_by(self._photos, self.places.index(place) if place in self.places else -1)

    def _move(self, place: PhotoPlace, step: int) -> None:
        self._undoing.keep(lambda: self._shift(place, -step))
        self._shift(place, step)

    def _shift(self, place: PhotoPlace, step: int) -> None:
        index = self.places.index(place)
        self._column.move(index, index + step)
        self._put(moved(self._photos, index, step))
        place.build().more.setFocus()
        self.ensureWidgetVisible(place.card)

    def _choose_shared(self, place: PhotoPlace) -> None:
        """Ask which photos are to say the same as one of them."""
        index, shown = self.places.index(place), self._photos
        dialog = SharingDialog(shown, index, self._pictures.image, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def share(chosen: frozenset[int], with_credit: bool) -> None:
            if self._photos == shown:  # else it is no longer known which are meant
                self._share(shared(shown, index, chosen, with_credit=with_credit))

        dialog.chosen.connect(share)
        dialog.open()

    def _share(self, photos: Photos) -> None:
        """Give photos the words of another; they can have their own back."""
        given = {
            place: (place.photo, photo)
            for place, photo in zip(self.places, photos, strict=True)
            if place.photo != photo
        }

        def unshare() -> None:
            self._put(
                tuple(
                    unshared(photo, *given[place]) if place in given else photo
                    for place, photo in zip(self.places, self._photos, strict=True)
                )
            )

        if given:
            self._undoing.keep(unshare)
            self._put(photos)
            self.captions_shared.emit(len(given), unshare)

    def _remove(self, place: PhotoPlace) -> None:
        index = self.places.index(place)
        self._undoing.forget()  # a photo that is brought back has another place
        self._removed.keep(index, self._photos[index])
        self._column.remove(index)
        self._put((*self._photos[:index], *self._photos[index + 1 :]))
        self._show_removed(index)
        self.undo.setFocus()
        self.ensureWidgetVisible(self.undo)

    def _restore(self, index: int, photo: Photo) -> None:
        index = min(index, len(self._photos))
        self._column.insert(index)
        self._put(brought_back(self._photos, index, photo))
        self.card(index).more.setFocus()

    def _choose_picture(self, place: PhotoPlace) -> None:
        index = self.places.index(place)
        ask_picture(self, lambda path: self.picture_wanted.emit(index, path))

    # Within.

    def _put(self, photos: Photos) -> None:
        self._photos = with_one_lead(photos)
        self._show_all()
        self.edited.emit({"photos": self._photos})

    def _show_all(self) -> None:
        self._empty.setVisible(not self._photos)
        self._show_photos()

    def _show_removed(self, index: int | None) -> None:
        self._column.set_note(index or 0, self._removed if index is not None else None)
        self._column.arrange()

    def _connect(self, place: PhotoPlace) -> None:
        card = place.card

        def index() -> int:
            return self.places.index(place)

        card.lead_wanted.connect(lambda: self._lead(place))
        card.picture_wanted.connect(lambda: self._choose_picture(place))
        card.editing_wanted.connect(lambda: self.editing_wanted.emit(index()))
        card.move_wanted.connect(lambda step: self._move(place, step))
        card.removal_wanted.connect(lambda: self._remove(place))
        card.caption_shared.connect(lambda: self._share(all_captioned(self._photos, index())))
        card.caption_for_some.connect(lambda: self._choose_shared(place))
