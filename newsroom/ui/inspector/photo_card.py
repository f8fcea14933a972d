"""One photograph with its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.fields import fields
from newsroom.photos.keys import picture_key
from newsroom.portal.profile import Profile
from newsroom.story.caption import LONGEST
from newsroom.story.rights import Rights
from newsroom.story.story import Photo
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.caption_help import CaptionHelp
from newsroom.ui.inspector.combo_boxes import RightsBox
from newsroom.ui.inspector.date_field import DateField, show_note
from newsroom.ui.inspector.form_group import FormGroup
from newsroom.ui.inspector.length_note import LengthNote
from newsroom.ui.inspector.moment_field import MomentField
from newsroom.ui.inspector.panel import boxed, labelled
from newsroom.ui.inspector.photo_thumbnail import PhotoThumbnail
from newsroom.ui.inspector.place_line import PlaceLine
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme

_NAME_WIDTH = 108  # pixels
_RIGHTS = ("creator", "rights", "source", "permission", "embargo", "copyright", "keywords")


class PhotoCard(QFrame):
    """Edits one photo; what concerns its place among the others is asked for by signal."""

    edited = Signal(object)  # Photo
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    lead_wanted = Signal()
    picture_wanted = Signal()
    editing_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    removal_wanted = Signal()
    caption_shared = Signal()  # its caption is that of the photos that have none
    caption_for_some = Signal()  # its caption is that of photos still to be chosen

    def __init__(self, theme: Theme, checks: LiveChecks, profile: Profile) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme = theme
        self._profile = profile
        self._photo = Photo("")
        self._is_lead = False
        self.thumbnail = PhotoThumbnail(theme)
        self.thumbnail.chosen.connect(self.editing_wanted)
        self.lead = QPushButton(checkable=True)
        self.lead.setProperty("kind", "chip")
        self.lead.clicked.connect(self._ask_lead)
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self.choose = QPushButton(self.tr("Pilih gambar…"))
        self.choose.setProperty("kind", "line")
        self.choose.setProperty("small", True)
        self.choose.clicked.connect(self.picture_wanted)
        self._make_menu()
        self.caption = boxed(
            ProseEdit(theme, checks, self.tr("Keterangan foto"), kind="caption", one_line=True)
        )
        self.caption.setPlaceholderText(self.tr("Siapa, sedang apa, di mana, kapan"))
        self.help = CaptionHelp(theme, profile.captions, lambda: self._photo)
        self.help.begun.connect(self._begin_caption)
        self.help.named.connect(self.caption.insertPlainText)
        self.help.shared.connect(self.caption_shared)
        self.help.for_some.connect(self.caption_for_some)
        self.caption_length = LengthNote(theme, LONGEST)
        self.credit = _line(self.tr("Kredit foto"), self.tr("Nama/Antara, atau Dok. Humas …"))
        self.alt = boxed(
            ProseEdit(theme, checks, self.tr("Teks alternatif"), kind="alt", one_line=True)
        )
        self.alt.setPlaceholderText(self.tr("Apa yang terlihat di gambar"))
        self.place = PlaceLine(self.tr("Tempat foto dibuat"), self.tr("mis. Lebak"))
        self.taken = DateField(theme, self.tr("Tanggal foto dibuat"))
        self._fields: dict[str, tuple[QWidget, Callable[[], Any], Callable[[Any], None]]] = {}
        self._bind("caption", self.caption, self.caption.edited, self.caption.text,
                   self.caption.set_text)  # fmt: skip
        self._bind("credit", self.credit, self.credit.textEdited, *_stripped(self.credit))
        self._bind("alt", self.alt, self.alt.edited, self.alt.text, self.alt.set_text)
        self._bind("place", self.place, self.place.textEdited, *_stripped(self.place))
        self._bind("taken", self.taken, self.taken.edited, self.taken.date, self.taken.set_date)
        self.rights = FormGroup(theme, self.tr("Hak dan data foto"), self._make_rights)
        for prose in (self.caption, self.alt):
            prose.ignored.connect(self.ignored)
            prose.word_added.connect(self.word_added)
        self._lay_out()
        theme.changed.connect(self._tint)

    @property
    def key(self) -> str:
        """What the photo's picture is known by; empty when it has none."""
        return picture_key(self._photo)

    @property
    def photo(self) -> Photo:
        """The photo with the words as they stand on the card."""
        return self._photo

    def show_photo(self, photo: Photo, number: int, count: int, lead: bool, fresh: bool) -> None:
        """Show a photo; ``fresh`` drops half-typed text, because it is another one."""
        picture = (photo.digest, photo.file)  # what it shows stays while it is edited anew
        other = fresh or picture != (self._photo.digest, self._photo.file)
        self._photo, self._is_lead = photo, lead
        for name, (_, read, write) in self._fields.items():
            if fresh or read() != getattr(photo, name):
                write(getattr(photo, name))
        self._follow()
        if other:
            # A store has the picture of every photo with a digest; it is on its way.
            self.set_image(QImage(), waiting=bool(photo.digest))
        self._edit.setEnabled(bool(self.key))
        self.show_place(number, count)
        self._tint()

    def show_place(self, number: int, count: int) -> None:
        """Show which photo of how many it is; of many others that is all that changes."""
        self.help.name_for(number)
        self.setAccessibleName(self.tr("Foto {0} dari {1}").format(number, count))
        self.more.setAccessibleName(self.tr("Tindakan untuk foto {0}").format(number))
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)

    def set_image(self, image: QImage, *, waiting: bool = False) -> None:
        """Show the picture; without one, say that it is missing unless it is still to come."""
        self.thumbnail.set_image(image)
        missing = image.isNull() and not waiting
        self.choose.setVisible(missing)
        if missing:
            self._state.setText(
                self.tr("Gambar tidak ada") if self.key else self.tr("Belum ada gambar")
            )
        else:
            metrics = self._state.fontMetrics()
            file = self._photo.file
            self._state.setText(metrics.elidedText(file, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
        self._state.setToolTip(self._photo.file)

    def field(self, name: str) -> QWidget:
        """Return the widget of one of the photo's fields; the picture's button by default."""
        if name in _RIGHTS:
            self.rights.open()
        if name in self._fields:
            return self._fields[name][0]
        return self.more if self.choose.isHidden() else self.choose

    # Within.

    def _bind(
        self,
        name: str,
        widget: QWidget,
        edited: SignalInstance,
        read: Callable[[], Any],
        write: Callable[[Any], None],
    ) -> None:
        self._fields[name] = widget, read, write
        edited.connect(lambda *_: self._tell(name, read()))

    def _tell(self, name: str, value: Any) -> None:
        if value != getattr(self._photo, name):
            self._photo = replace(self._photo, **{name: value})
            self._follow()
            self.edited.emit(self._photo)

    def _begin_caption(self, text: str) -> None:
        """Write a begun caption for the one that stands there, and go to its first field."""
        self.caption.replace_range(0, len(self.caption.text()), self.caption.text(), text)
        self.caption.setFocus()
        if found := fields(text):
            self.caption.select(*found[0])

    def _follow(self) -> None:
        """Show what follows from the fields: lengths, and how many of those folded are filled."""
        self.caption_length.show_length(self._photo.caption)
        self.rights.show_count(sum(bool(getattr(self._photo, name)) for name in _RIGHTS))
        if self.rights.is_made:
            is_asked = self._photo.rights is Rights.COURTESY and not self._photo.source.strip()
            asked = self.tr("Foto istimewa: tulis dari siapa foto ini diperoleh.")
            show_note(self._asked, asked if is_asked else "", wrong=True)

    def _make_rights(self, rows: QVBoxLayout) -> None:
        """Put in who made the picture and on what ground it may be shown."""
        self.creator = _line(self.tr("Pemotret"), self.tr("Nama pemotret"))
        self.ground = RightsBox(self.tr("Hak muat foto"))
        self.source = _line(self.tr("Sumber foto"), self.tr("Siapa yang memberi atau memilikinya"))
        self.permission = _line(self.tr("Izin muat"), self.tr("mis. diizinkan lewat pesan, 3/11"))
        self.copyright = _line(self.tr("Hak cipta"), self.tr("mis. © 2026 Info Banten"))
        self.keywords = _line(self.tr("Kata kunci foto"), self.tr("Pisahkan dengan koma"))
        until = self.tr("Baru boleh dimuat {0} pukul {1} {2}.")
        held = MomentField(self._theme, self._profile.zone, self.tr("embargo foto"), until)
        self._asked = QLabel()
        self._asked.setWordWrap(True)
        self._asked.hide()
        self._bind("creator", self.creator, self.creator.textEdited, *_stripped(self.creator))
        self._bind("rights", self.ground, self.ground.edited, self.ground.rights,
                   self.ground.set_rights)  # fmt: skip
        self._bind("source", self.source, self.source.textEdited, *_stripped(self.source))
        self._bind("permission", self.permission, self.permission.textEdited,
                   *_stripped(self.permission))  # fmt: skip
        self._bind("embargo", held, held.edited, held.moment, held.set_moment)
        self._bind("copyright", self.copyright, self.copyright.textEdited,
                   *_stripped(self.copyright))  # fmt: skip
        self._bind("keywords", self.keywords, self.keywords.textEdited, *_listed(self.keywords))
        for label, name in (
            (self.tr("Pemotret"), "creator"),
            (self.tr("Hak muat"), "rights"),
            (self.tr("Sumber foto"), "source"),
            (self.tr("Izin"), "permission"),
            (self.tr("Embargo foto"), "embargo"),
            (self.tr("Hak cipta"), "copyright"),
            (self.tr("Kata kunci"), "keywords"),
        ):
            widget, _, write = self._fields[name]
            rows.addLayout(labelled(label, widget))
            if name == "source":
                rows.addWidget(self._asked)
            write(getattr(self._photo, name))
        for line in self.rights.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # a file let go here is a photo, not the text of its path
        self._follow()

    def _ask_lead(self) -> None:
        """One photo leads always, so the leading one can't be unset, only another set."""
        self._tint()
        if not self._is_lead:
            self.lead_wanted.emit()

    def _make_menu(self) -> None:
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("Sunting, ganti gambar, pindahkan, hapus"))
        menu = QMenu(self.more)
        self._edit = menu.addAction(self.tr("Sunting foto…"), self.editing_wanted.emit)
        menu.addAction(self.tr("Ganti gambar…"), self.picture_wanted.emit)
        menu.addSeparator()
        self._up = menu.addAction(self.tr("Pindah ke atas"), lambda: self.move_wanted.emit(-1))
        self._down = menu.addAction(self.tr("Pindah ke bawah"), lambda: self.move_wanted.emit(1))
        menu.addSeparator()
        self._remove = menu.addAction(self.tr("Hapus foto"), self.removal_wanted.emit)
        self.more.setMenu(menu)

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self._state, 1)
        top.addWidget(self.more)
        beside = QVBoxLayout()
        beside.setSpacing(STEP)
        beside.addLayout(top)
        beside.addStretch()
        beside.addWidget(self.choose, 0, left)
        beside.addWidget(self.lead, 0, left)
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.thumbnail)
        head.addLayout(beside, 1)
        where = QHBoxLayout()
        where.setSpacing(2 * STEP)
        place = labelled(self.tr("Tempat"), self.place)
        place.addStretch()
        taken = labelled(self.tr("Tanggal"), self.taken)
        taken.addStretch()
        where.addLayout(place, 1)
        where.addLayout(taken, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 12)
        rows.setSpacing(10)
        rows.addLayout(head)
        beside = QWidget()
        said = QHBoxLayout(beside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.caption_length)
        said.addWidget(self.help)
        rows.addLayout(labelled(self.tr("Keterangan foto"), self.caption, beside))
        rows.addLayout(labelled(self.tr("Kredit foto"), self.credit))
        rows.addLayout(labelled(self.tr("Teks alternatif"), self.alt))
        rows.addLayout(where)
        rows.addWidget(self.rights)

    def _tint(self) -> None:
        lead = self._is_lead
        self.lead.setChecked(lead)
        self.lead.setText(self.tr("Foto utama") if lead else self.tr("Jadikan utama"))
        self.lead.setIcon(self._theme.icon("star", "on_accent" if lead else "muted"))
        self.more.setIcon(self._theme.icon("more", "muted"))
        self._edit.setIcon(self._theme.icon("crop", "muted"))
        self._remove.setIcon(self._theme.icon("trash", "muted"))


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line


def _listed(line: QLineEdit) -> tuple[Callable[[], tuple[str, ...]], Callable[..., None]]:
    """Return how a line that holds a list is read and written."""

    def read() -> tuple[str, ...]:
        return tuple(word for part in line.text().split(",") if (word := part.strip()))

    def write(words: tuple[str, ...]) -> None:
        if read() != words:
            line.setText(", ".join(words))

    return read, write


def _stripped(line: QLineEdit) -> tuple[Callable[[], str], Callable[[str], None]]:
    """Return how a line is read and written, blanks at its ends left out of account."""

    def write(text: str) -> None:
        if line.text() != text:
            line.setText(text)

    return lambda: line.text().strip(), write
