"""The upper part of a photo's card: the picture, the file's name, which photo it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from newsroom.photos.keys import picture_key
from newsroom.story.story import Photo
from newsroom.ui.inspector.photos.menu import PhotoMenu
from newsroom.ui.inspector.photos.thumbnail import PhotoThumbnail
from newsroom.ui.theme import STEP, Theme
from newsroom.ui.written import plain_tip


class PhotoHead(QWidget):
    """Leads to what concerns the picture itself and its place among the others."""

    lead_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo = Photo("")
        self._leads = False
        self._said = ""
        self.thumbnail = PhotoThumbnail(theme)
        self.lead = QPushButton(checkable=True)
        self.lead.setProperty("kind", "chip")
        self.lead.clicked.connect(self._ask_lead)
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place = QLabel()
        self._place.setProperty("role", "muted")
        self.choose = QPushButton(self.tr("Pilih gambar…"))
        self.choose.setProperty("kind", "line")
        self.choose.setProperty("small", True)
        self.more = PhotoMenu(theme)
        self._lay_out()
        theme.changed.connect(self._tint)

    def show_photo(self, photo: Photo, number: int, count: int, leads: bool) -> None:
        """Show which photo it is of so many."""
        self._photo, self._leads = photo, leads
        self._place.setText(self.tr("{0} dari {1}").format(number, count))
        self._place.setVisible(count > 1)
        self.more.show_place(number, count, has_picture=bool(picture_key(photo)))
        self._tint()

    def set_image(self, image: QImage, *, waiting: bool) -> None:
        """Show the picture; without one, say that it is missing unless it is still to come."""
        self.thumbnail.set_image(image)
        missing = image.isNull() and not waiting
        self.choose.setVisible(missing)
        lost = self.tr("Tidak terbaca") if picture_key(self._photo) else ""
        none = lost or self.tr("Belum ada gambar")
        self._said = none if missing else self._photo.file
        self._state.setToolTip(plain_tip(self._photo.file))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the file's name as there is room for."""
        super().resizeEvent(event)
        self._fit()

    # Within.

    def _fit(self) -> None:
        self.layout().activate()
        metrics, room = self._state.fontMetrics(), self._state.width()
        self._state.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, room))

    def _ask_lead(self) -> None:
        """One photo leads always, so the leading one can't be unset, only another set."""
        self._tint()
        if not self._leads:
            self.lead_wanted.emit()

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        said = QVBoxLayout()
        said.setSpacing(STEP // 2)
        said.addWidget(self._state)
        said.addWidget(self._place)
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addLayout(said, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(STEP)
        beside.addLayout(top)
        beside.addStretch()
        beside.addWidget(self.choose, 0, left)
        beside.addWidget(self.lead, 0, left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)

    def _tint(self) -> None:
        self.lead.setChecked(self._leads)
        self.lead.setText(self.tr("Foto utama") if self._leads else self.tr("Jadikan utama"))
        self.lead.setIcon(self._theme.icon("star", "on_accent" if self._leads else "muted"))
