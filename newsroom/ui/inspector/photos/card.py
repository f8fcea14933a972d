"""One photograph with its words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.fields import fields
from newsroom.portal.profile import Profile
from newsroom.story.caption import LONGEST
from newsroom.story.story import Photo
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.bound_fields import BoundFields
from newsroom.ui.inspector.caption_help import CaptionHelp
from newsroom.ui.inspector.date_field import DateField
from newsroom.ui.inspector.field_notes import FieldNotes, Judged
from newsroom.ui.inspector.length_note import LengthNote
from newsroom.ui.inspector.panel import labelled
from newsroom.ui.inspector.photos.fields import line
from newsroom.ui.inspector.photos.head import PhotoHead
from newsroom.ui.inspector.photos.rights import RIGHTS, PhotoRights
from newsroom.ui.inspector.place_line import PlaceLine
from newsroom.ui.theme import STEP, Theme

_ENDS = (".", ",", ";", ":", ")", "”")  # of words; no name follows them at once


class PhotoCard(QFrame):
    """Edits one photo; what concerns its place among the others is asked for by signal.

    The prose fields are handed in, for they outlive it.
    """

    written = Signal(str, object)  # the name of a field, its new value
    lead_wanted = Signal()
    picture_wanted = Signal()
    editing_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    removal_wanted = Signal()
    caption_shared = Signal()  # its caption is that of the photos that have none
    caption_for_some = Signal()  # its caption is that of photos still to be chosen
    grown = Signal()  # it has other fields than before

    def __init__(
        self, theme: Theme, profile: Profile, caption: ProseEdit, alt: ProseEdit, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.hide()  # until it is whole
        self.setProperty("card", "true")
        self._photo = Photo("")
        self._notes = FieldNotes()
        self.head = head = PhotoHead(theme)
        self.thumbnail, self.lead, self.choose, self.more = (
            head.thumbnail, head.lead, head.choose, head.more
        )  # fmt: skip
        head.thumbnail.chosen.connect(self.editing_wanted)
        head.lead_wanted.connect(self.lead_wanted)
        head.choose.clicked.connect(self.picture_wanted)
        head.more.editing_wanted.connect(self.editing_wanted)
        head.more.picture_wanted.connect(self.picture_wanted)
        head.more.move_wanted.connect(self.move_wanted)
        head.more.removal_wanted.connect(self.removal_wanted)
        self.caption, self.alt = caption, alt
        self.help = CaptionHelp(theme, profile.captions, lambda: self._photo)
        self.help.begun.connect(self._begin_caption)
        self.help.named.connect(self._put_in_names)
        self.help.shared.connect(self.caption_shared)
        self.help.for_some.connect(self.caption_for_some)
        self.caption_length = LengthNote(theme, LONGEST)
        self.credit = line(self.tr("Kredit foto"), self.tr("Nama/Antara, atau Dok. Humas …"))
        self.place = PlaceLine(self.tr("Tempat foto dibuat"), self.tr("mis. Lebak"))
        self.place.setAcceptDrops(False)
        self.taken = DateField(theme, self.tr("Tanggal foto dibuat"), profile.zone, past=True)
        self.taken.line.setAcceptDrops(False)
        self._fields = BoundFields(self)
        self._fields.bind_line("credit", self.credit)
        self._fields.bind_line("place", self.place)
        self._fields.bind(
            "taken", self.taken, self.taken.edited, self.taken.date, self.taken.set_date
        )
        self._fields.bind_timed("taken", self.taken)
        self._fields.written.connect(self.written)
        self.rights = PhotoRights(theme, self.tr("Hak dan data foto"), profile, self._fields)
        self.rights.opened.connect(self.grown)

    @property
    def is_written_in(self) -> bool:
        """Whether something would be lost with it: half a date, or what Ctrl+Z gives back."""
        return self.rights.is_open or any(
            one.isModified() or one.isUndoAvailable() for one in self.findChildren(QLineEdit)
        )

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, or may take it, in the order of the Tab key."""
        rights = [
            widget
            for widget in self.rights.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and widget.window() is self.window()  # not in a list that opens
        ]
        return [
            self.thumbnail, self.more, self.choose, self.lead, self.help, self.caption,
            self.credit, self.alt, self.place, self.taken.line, *rights,
        ]  # fmt: skip

    def show_photo(self, photo: Photo, number: int, count: int, lead: bool) -> None:
        """Show a photo in its place among so many."""
        self.head.show_photo(photo, number, count, lead)
        self.follow(photo)
        self._fields.show(photo)
        self.help.name_for(number)
        self.setAccessibleName(self.tr("Foto {0} dari {1}").format(number, count))

    def follow(self, photo: Photo) -> None:
        """Show what follows from the fields: lengths, and how many of those folded are filled."""
        self._photo = photo
        self.caption_length.show_length(photo.caption)
        self.rights.follow(photo)

    def show_judged(self, found: Judged) -> None:
        """Say beside the fields what is wrong in them."""
        self._notes.show(found, lambda name: not getattr(self._photo, name))
        self.rights.show_judged(found)

    def set_image(self, image: QImage, *, waiting: bool = False) -> None:
        """Show the picture; without one, say that it is missing unless it is still to come."""
        self.head.set_image(image, waiting=waiting)

    def field(self, name: str) -> QWidget:
        """Return the widget of one of the photo's fields; the picture's button by default."""
        if name in RIGHTS:
            self.rights.open()
        prose = {"caption": self.caption, "alt": self.alt}
        if field := prose.get(name) or self._fields.widget(name):
            return field
        return self.more if self.choose.isHidden() else self.choose

    # Within.

    def _begin_caption(self, text: str) -> None:
        """Write a begun caption for the one that stands there, and go to its first field."""
        self.caption.replace_range(0, len(self.caption.text()), self.caption.text(), text)
        self.caption.setFocus()
        if found := fields(text):
            self.caption.select(*found[0])

    def _put_in_names(self, names: str) -> None:
        """Write names where the cursor is, apart from the words beside them."""
        cursor, document = self.caption.textCursor(), self.caption.document()
        before = document.characterAt(cursor.selectionStart() - 1)
        after = document.characterAt(cursor.selectionEnd())
        left = " " if before.isalnum() or before in _ENDS else ""
        self.caption.insertPlainText(left + names + (" " if after.isalnum() else ""))
        self.caption.setFocus()

    def lay_out(self) -> None:
        """Put the fields in: apart from making them, for each takes a moment."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 12)
        rows.setSpacing(10)
        rows.addWidget(self.head)
        beside = QWidget()
        said = QHBoxLayout(beside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.caption_length)
        said.addWidget(self.help)
        put = self._notes.labelled
        rows.addLayout(put("caption", self.tr("Keterangan foto"), self.caption, beside))
        rows.addLayout(put("credit", self.tr("Kredit foto"), self.credit))
        rows.addLayout(put("alt", self.tr("Teks alternatif"), self.alt))
        rows.addLayout(self._where())
        rows.addWidget(self.rights)
        for prose in (self.caption, self.alt):
            prose.show()  # it may have been put aside with the card before

    def _where(self) -> QHBoxLayout:
        where = QHBoxLayout()
        where.setSpacing(2 * STEP)
        for label, field in ((self.tr("Tempat"), self.place), (self.tr("Tanggal"), self.taken)):
            column = labelled(label, field)
            column.addStretch()
            where.addLayout(column, 1)
        return where
