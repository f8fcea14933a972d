"""“Pakai untuk foto tertentu”: one caption for several photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.photos.keys import picture_key
from newsroom.story.story import Photo
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.theme import STEP

_PICTURE = QSize(72, 48)
_LONGEST = 70  # letters of a caption in the list


def shared(
    photos: Sequence[Photo], source: int, chosen: frozenset[int], *, with_credit: bool = False
) -> tuple[Photo, ...]:
    """Return the photos, those chosen with the caption of one of them.

    >>> photos = (Photo("a.jpg", "Warga panen.", "Rina"), Photo("b.jpg"), Photo("c.jpg", "Lain."))
    >>> [photo.caption for photo in shared(photos, 0, frozenset({1}))]
    ['Warga panen.', 'Warga panen.', 'Lain.']
    """
    said = photos[source]
    changed = {"caption": said.caption} | ({"credit": said.credit} if with_credit else {})
    return tuple(
        replace(photo, **changed) if index in chosen else photo
        for index, photo in enumerate(photos)
    )


class SharingDialog(QDialog):
    """A list of the other photos; those without a caption are ticked already."""

    chosen = Signal(object, bool)  # frozenset[int], whether the credit goes along

    def __init__(
        self,
        photos: Sequence[Photo],
        source: int,
        image: Callable[[str], QImage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pakai keterangan ini untuk foto lain"))
        self.resize(520, 460)
        caption = QLabel(f"“{photos[source].caption.strip()}”")
        caption.setWordWrap(True)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Foto yang memakai keterangan ini"))
        self.list.setIconSize(_PICTURE)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for index, photo in enumerate(photos):
            if index != source:
                self.list.addItem(self._item(index, photo, image(picture_key(photo))))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._count)
        self.all = line_button(self.tr("Pilih semua"), self._tick_all)
        self.credit = QCheckBox(self.tr("Kredit foto juga"))
        self.credit.setEnabled(bool(photos[source].credit.strip()))
        self.use = QPushButton()
        self.use.setProperty("kind", "main")
        self.use.setDefault(True)
        self.use.clicked.connect(self._use)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.all)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.use)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(caption)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.credit)
        rows.addLayout(foot)
        self._count()
        self.list.setFocus()

    # Within.

    def _item(self, index: int, photo: Photo, image: QImage) -> QListWidgetItem:
        said = photo.caption.strip()
        short = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
        name = photo.file or self.tr("tanpa gambar")
        item = QListWidgetItem(f"{index + 1}. {name}\n{short or self.tr('Belum ada keterangan')}")
        item.setData(Qt.ItemDataRole.UserRole, index)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked if said else Qt.CheckState.Checked)
        item.setIcon(QIcon(_cut(image)))
        return item

    def _ticked(self) -> frozenset[int]:
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = Qt.CheckState.Checked
        role = Qt.ItemDataRole.UserRole
        return frozenset(item.data(role) for item in items if item.checkState() == ticked)

    def _count(self) -> None:
        number = len(self._ticked())
        words = self.tr("Pakai untuk {0} foto").format(number) if number else self.tr("Pakai")
        self.use.setText(words)
        self.use.setEnabled(number > 0)

    def _tick_all(self) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Checked)

    def _use(self) -> None:
        self.chosen.emit(self._ticked(), self.credit.isChecked())
        self.accept()


def _cut(image: QImage) -> QPixmap:
    """Return the middle of a picture in the list's size; an empty frame without one."""
    frame = QPixmap(_PICTURE)
    frame.fill(QColor(128, 128, 128, 60))  # seen on light and dark alike
    if image.isNull():
        return frame
    how = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatioByExpanding, how)
    left = (scaled.width() - _PICTURE.width()) // 2
    top = (scaled.height() - _PICTURE.height()) // 2
    return QPixmap.fromImage(scaled.copy(left, top, _PICTURE.width(), _PICTURE.height()))
