"""“Foto”: the story's photographs, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton
from shiboken6 import delete

from newsroom.portal.profile import Profile
from newsroom.story.story import Photo, Story
from newsroom.ui.dropping import local_files, take_copy
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.inspector.panel import Panel
from newsroom.ui.inspector.photo_adding import AddingRow, MoreWays
from newsroom.ui.inspector.photo_card import PhotoCard
from newsroom.ui.inspector.photo_pictures import CardPictures
from newsroom.ui.inspector.photo_sharing import SharingDialog, shared
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.work.slices import Slices

_UNDO_FOR = 8_000  # milliseconds
_AT_ONCE = 4  # cards; more than are seen, so that the others may come by and by


class PhotoPanel(Panel):
    """Shows each photo on a card; files dropped anywhere on the panel are new photos."""

    edited = Signal(dict)
    photos_wanted = Signal(list)  # [Path]
    picture_wanted = Signal(int, Path)  # the photo at this index is to get this picture
    editing_wanted = Signal(int)  # the photo at this index is to be edited
    thumbnail_wanted = Signal(object)  # Photo
    way_wanted = Signal(str)  # the action that adds photos another way
    stop_wanted = Signal()  # add no more of those that are under way
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__(self.tr("Foto"))
        self._theme = theme
        self._checks = checks
        self._profile = profile
        self._story_id = ""
        self._photos: tuple[Photo, ...] = ()
        self._shown: list[tuple[Photo, int, int, bool]] = []  # on each card
        self._pictures = CardPictures(self, lambda: self.cards)
        self._pictures.wanted.connect(self.thumbnail_wanted)
        self._slices = Slices(self)
        self._gone: list[PhotoCard] = []  # hidden; they end by and by
        self._endings = Slices(self)
        self._removed: tuple[int, Photo] | None = None
        self.cards: list[PhotoCard] = []
        self._empty = EmptyNote(
            theme,
            "image",
            self.tr("Belum ada foto"),
            self.tr("Tambahkan foto, atau seret berkas gambarnya ke panel ini."),
        )
        self.add = QPushButton(self.tr("Tambah foto…"))
        self.add.setProperty("kind", "line")
        self.add.clicked.connect(self._choose_photos)
        self.ways = MoreWays(theme)
        self.ways.chosen.connect(self.way_wanted)
        self.adding = AddingRow()
        self.adding.stopped.connect(self.stop_wanted)
        adding = QHBoxLayout()
        adding.setSpacing(STEP)
        adding.addWidget(self.add, 1)
        adding.addWidget(self.ways)
        self._make_undo()
        self.rows.addWidget(self._empty)
        self.rows.addWidget(self.adding)
        self.rows.addLayout(adding)
        self.rows.addStretch(1)
        self.setAcceptDrops(True)
        self._drop_note = QLabel(self.tr("Lepaskan di sini untuk menambah foto"), self)
        self._drop_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop_note.hide()
        self._tint()
        theme.changed.connect(self._tint)

    def show_story(self, story: Story) -> None:
        """Show a story's photos, without touching what already shows them."""
        other = story.id != self._story_id
        if not other and story.photos == self._photos:
            return
        self._story_id = story.id
        if other:
            self._pictures.clear()
            self._forget_removed()
        self._photos = story.photos
        self._show_photos(fresh=other)

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Take a picture that was asked for; a null one says that there is none."""
        self._pictures.take(key, image)

    def card(self, index: int) -> PhotoCard | None:
        """Return the card of a photo, made now if it is still to come; None without a photo."""
        if not 0 <= index < len(self._photos):
            return None
        while len(self.cards) <= index:
            self._add_card()
        return self.cards[index]

    # What a person does.

    def _change(self, index: int, photo: Photo) -> None:
        self._put((*self._photos[:index], photo, *self._photos[index + 1 :]))

    def _lead(self, index: int) -> None:
        self._put(tuple(replace(p, lead=i == index) for i, p in enumerate(self._photos)))

    def _move(self, index: int, step: int) -> None:
        photos = list(self._photos)
        photos.insert(index + step, photos.pop(index))
        self._put(tuple(photos), fresh=True)
        if card := self.card(index + step):
            card.more.setFocus()
            self.ensureWidgetVisible(card)

    def _share_caption(self, index: int) -> None:
        """Give the caption of one photo to those that have none."""
        caption = self._photos[index].caption
        self._put(
            tuple(
                photo if photo.caption.strip() else replace(photo, caption=caption)
                for photo in self._photos
            )
        )

    def _choose_shared(self, index: int) -> None:
        """Ask which photos are to say the same as one of them."""
        dialog = SharingDialog(self._photos, index, self._pictures.image, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._photos

        def share(chosen: frozenset[int], with_credit: bool) -> None:
            if self._photos == shown:  # else it is no longer known which are meant
                self._put(shared(self._photos, index, chosen, with_credit=with_credit))

        dialog.chosen.connect(share)
        dialog.open()

    def _remove(self, index: int) -> None:
        self._removed = index, self._photos[index]
        self._put((*self._photos[:index], *self._photos[index + 1 :]), fresh=True)
        self.rows.removeWidget(self._undo_row)
        self.rows.insertWidget(index, self._undo_row)
        self._undo_row.show()
        self.undo.setFocus()
        self._undo_timer.start()

    def _restore(self) -> None:
        if self._removed is None:
            return
        index, photo = self._removed
        self._forget_removed()
        photos = list(self._photos)
        photos.insert(index, replace(photo, lead=photo.lead and not any(p.lead for p in photos)))
        self._put(tuple(photos), fresh=True)
        if card := self.card(min(index, len(photos) - 1)):
            card.more.setFocus()

    def _put(self, photos: tuple[Photo, ...], *, fresh: bool = False) -> None:
        self._photos = _with_one_lead(photos)
        self._show_photos(fresh=fresh)
        self.edited.emit({"photos": self._photos})

    def _choose_photos(self) -> None:
        def add(files: list[str]) -> None:
            self.photos_wanted.emit([Path(file) for file in files])

        self._ask(self.tr("Tambah foto"), QFileDialog.FileMode.ExistingFiles, add)

    def _choose_picture(self, index: int) -> None:
        def fill(files: list[str]) -> None:
            self.picture_wanted.emit(index, Path(files[0]))

        self._ask(self.tr("Pilih gambar"), QFileDialog.FileMode.ExistingFile, fill)

    def _ask(
        self, title: str, mode: QFileDialog.FileMode, done: Callable[[list[str]], None]
    ) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(mode)
        dialog.setNameFilter(
            self.tr("Gambar (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(done)
        dialog.open()

    # Dropped files.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and say so."""
        if local_files(event.mimeData()):
            take_copy(event)
            self._drop_note.show()
            self._drop_note.raise_()

    def dragMoveEvent(self, event: QDragEnterEvent) -> None:
        """Take them wherever they are let go."""
        take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Put the invitation away."""
        self._drop_note.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the dropped files as photos; whether they are pictures is found out later."""
        self._drop_note.hide()
        if paths := local_files(event.mimeData()):
            take_copy(event)
            self.photos_wanted.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the invitation over the whole panel."""
        super().resizeEvent(event)
        self._drop_note.setGeometry(self.rect().adjusted(8, 8, -8, -8))

    # Within.

    def _show_photos(self, *, fresh: bool) -> None:
        """Show the photos; where there are many, most cards are made between events."""
        if len(self.cards) > len(self._photos):
            self._drop_cards()
        for index in range(len(self.cards)):
            self._show_card(index, fresh=fresh)
        while len(self.cards) < min(len(self._photos), _AT_ONCE):
            self._add_card()
        if len(self.cards) < len(self._photos):
            self._slices.start(self._remaining(), at_once=False)
        self._empty.setVisible(not self._photos)
        self._pictures.look_soon()

    def _drop_cards(self) -> None:
        """Take away what is too many; to end them all at once would be felt."""
        gone = self.cards[len(self._photos) :]
        del self.cards[len(self._photos) :], self._shown[len(self._photos) :]
        for card in gone:
            self.rows.removeWidget(card)
            card.hide()
        self._gone += gone
        self._endings.start(self._end_cards(), at_once=False)

    def _end_cards(self) -> Iterator[None]:
        while self._gone:
            delete(self._gone.pop())
            yield

    def _remaining(self) -> Iterator[None]:
        while len(self.cards) < len(self._photos):
            card = self._make_card()
            yield
            if len(self.cards) < len(self._photos):
                self._put_in(card)
                self._pictures.look_soon()
            else:
                self._gone.append(card)
            yield

    def _show_card(self, index: int, *, fresh: bool) -> None:
        """Show a photo on its card, unless it stands there as it is."""
        lead = next((i for i, photo in enumerate(self._photos) if photo.lead), 0)
        photo, card = self._photos[index], self.cards[index]
        state = photo, index + 1, len(self._photos), index == lead
        if self._shown[index] == state and not fresh:
            return
        before, was = card.key, self._shown[index]
        self._shown[index] = state
        if was[0] is photo and was[3] == state[3] and not fresh:
            card.show_place(index + 1, len(self._photos))
            return
        card.show_photo(*state, fresh)
        if fresh or card.key != before:
            self._pictures.show_on(card, photo, at_once=index < _AT_ONCE)

    def _add_card(self) -> None:
        self._put_in(self._make_card())

    def _make_card(self) -> PhotoCard:
        card = PhotoCard(self._theme, self._checks, self._profile)
        # A file let go over a text field is a photo too, not the text of its path.
        for field in (card.caption, card.alt, card.credit, card.place, card.taken.line):
            field.setAcceptDrops(False)
        return card

    def _put_in(self, card: PhotoCard) -> None:
        """Show the next photo on a card, below those that are there."""
        index = len(self.cards)
        card.edited.connect(lambda photo: self._change(index, photo))
        card.ignored.connect(self.ignored)
        card.word_added.connect(self.word_added)
        card.lead_wanted.connect(lambda: self._lead(index))
        card.picture_wanted.connect(lambda: self._choose_picture(index))
        card.editing_wanted.connect(lambda: self.editing_wanted.emit(index))
        card.move_wanted.connect(lambda step: self._move(index, step))
        card.removal_wanted.connect(lambda: self._remove(index))
        card.caption_shared.connect(lambda: self._share_caption(index))
        card.caption_for_some.connect(lambda: self._choose_shared(index))
        self.cards.append(card)
        self._shown.append((Photo(""), 0, 0, False))
        self.rows.insertWidget(self.rows.indexOf(self._empty), card)
        card.show()
        self.setTabOrder(card.rights.heading, self.add)
        self._show_card(index, fresh=True)

    def _make_undo(self) -> None:
        self._undo_row = QFrame()
        self._undo_row.setProperty("card", "quiet")
        self.undo = QPushButton(self.tr("Urungkan"))
        self.undo.setProperty("kind", "line")
        self.undo.setProperty("small", True)
        self.undo.clicked.connect(self._restore)
        row = QHBoxLayout(self._undo_row)
        row.setContentsMargins(10, STEP, STEP, STEP)
        row.addWidget(QLabel(self.tr("Foto dihapus.")), 1)
        row.addWidget(self.undo)
        self.rows.addWidget(self._undo_row)
        self._undo_row.hide()
        self._undo_timer = QTimer(self, singleShot=True, interval=_UNDO_FOR)
        self._undo_timer.timeout.connect(self._forget_removed)

    def _forget_removed(self) -> None:
        self._removed = None
        self._undo_timer.stop()
        self._undo_row.hide()

    def _tint(self) -> None:
        colours = self._theme.colours
        self._drop_note.setStyleSheet(
            f"background: {colours.tint}; color: {colours.ink}; font-weight: 600;"
            f"border: 2px dashed {colours.accent}; border-radius: 8px;"
        )


def _with_one_lead(photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Return the photos with the first of several leading ones as the only one."""
    lead = next((index for index, photo in enumerate(photos) if photo.lead), -1)
    return tuple(replace(photo, lead=index == lead) for index, photo in enumerate(photos))
