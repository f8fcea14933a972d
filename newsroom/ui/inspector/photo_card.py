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

from newsroom.story.story import Photo
from newsroom.ui.editor.photo_strip import Thumbnail
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.inspector.date_field import DateField
from newsroom.ui.inspector.panel import boxed, labelled
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import STEP, Theme

_NAME_WIDTH = 108  # pixels


class PhotoCard(QFrame):
    """Edits one photo; what concerns its place among the others is asked for by signal."""

    edited = Signal(object)  # Photo
    ignored = Signal(object, object, str)  # Finding, Scope, the text it stands in
    word_added = Signal(str)
    lead_wanted = Signal()
    picture_wanted = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    removal_wanted = Signal()

    def __init__(self, theme: Theme, checks: LiveChecks) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme = theme
        self._photo = Photo("")
        self._is_lead = False
        self.thumbnail = Thumbnail(theme)
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
        self.credit = _line(self.tr("Kredit foto"), self.tr("Nama/Antara, atau Dok. Humas …"))
        self.alt = boxed(
            ProseEdit(theme, checks, self.tr("Teks alternatif"), kind="alt", one_line=True)
        )
        self.alt.setPlaceholderText(self.tr("Apa yang terlihat di gambar"))
        self.place = _line(self.tr("Tempat foto dibuat"), self.tr("mis. Lebak"))
        self.taken = DateField(theme, self.tr("Tanggal foto dibuat"))
        self._fields: dict[str, tuple[QWidget, Callable[[], Any], Callable[[Any], None]]] = {}
        self._bind("caption", self.caption, self.caption.edited, self.caption.text,
                   self.caption.set_text)  # fmt: skip
        self._bind("credit", self.credit, self.credit.textEdited, *_stripped(self.credit))
        self._bind("alt", self.alt, self.alt.edited, self.alt.text, self.alt.set_text)
        self._bind("place", self.place, self.place.textEdited, *_stripped(self.place))
        self._bind("taken", self.taken, self.taken.edited, self.taken.date, self.taken.set_date)
        for prose in (self.caption, self.alt):
            prose.ignored.connect(self.ignored)
            prose.word_added.connect(self.word_added)
        self._lay_out()
        theme.changed.connect(self._tint)

    @property
    def key(self) -> str:
        """What the photo's picture is known by; empty when it has none."""
        return self._photo.digest or self._photo.file

    def show_photo(self, photo: Photo, number: int, count: int, lead: bool, fresh: bool) -> None:
        """Show a photo; ``fresh`` drops half-typed text, because it is another one."""
        other = fresh or (photo.digest or photo.file) != self.key
        self._photo, self._is_lead = photo, lead
        for name, (_, read, write) in self._fields.items():
            if fresh or read() != getattr(photo, name):
                write(getattr(photo, name))
        if other:
            # A store has the picture of every photo with a digest; it is on its way.
            self.set_image(QImage(), waiting=bool(photo.digest))
        self.setAccessibleName(self.tr("Foto {0} dari {1}").format(number, count))
        self.more.setAccessibleName(self.tr("Tindakan untuk foto {0}").format(number))
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)
        self._tint()

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
            self.edited.emit(self._photo)

    def _ask_lead(self) -> None:
        """One photo leads always, so the leading one can't be unset, only another set."""
        self._tint()
        if not self._is_lead:
            self.lead_wanted.emit()

    def _make_menu(self) -> None:
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("Ganti gambar, pindahkan, hapus"))
        menu = QMenu(self.more)
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
        rows.addLayout(labelled(self.tr("Keterangan foto"), self.caption))
        rows.addLayout(labelled(self.tr("Kredit foto"), self.credit))
        rows.addLayout(labelled(self.tr("Teks alternatif"), self.alt))
        rows.addLayout(where)

    def _tint(self) -> None:
        lead = self._is_lead
        self.lead.setChecked(lead)
        self.lead.setText(self.tr("Foto utama") if lead else self.tr("Jadikan utama"))
        self.lead.setIcon(self._theme.icon("star", "on_accent" if lead else "muted"))
        self.more.setIcon(self._theme.icon("more", "muted"))
        self._remove.setIcon(self._theme.icon("trash", "muted"))


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line


def _stripped(line: QLineEdit) -> tuple[Callable[[], str], Callable[[str], None]]:
    """Return how a line is read and written, blanks at its ends left out of account."""

    def write(text: str) -> None:
        if line.text() != text:
            line.setText(text)

    return lambda: line.text().strip(), write
