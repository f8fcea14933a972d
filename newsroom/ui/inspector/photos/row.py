"""A photo whose card is not there: its picture, the file's name, its caption, what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from newsroom.story.story import Photo
from newsroom.ui.editor.photo_strip import THUMBNAIL
from newsroom.ui.inspector.photos.cut import cut
from newsroom.ui.inspector.photos.place import PhotoPlace
from newsroom.ui.theme import STEP, Theme

_MARGIN = 10  # pixels, as the card has it
_NAME, _PLACE = QRect(0, 0, 0, 16), QRect(0, 18, 0, 16)  # beside the picture
_LABEL, _BOX = QRect(0, 84, 0, 38), QRect(0, 124, 0, 48)  # below it
_INSIDE = 10  # between the box and what is written in it
_LEFT = Qt.AlignmentFlag.AlignLeft
_WRAPPED = Qt.TextFlag.TextWordWrap
_MIDDLE = _LEFT | Qt.AlignmentFlag.AlignVCenter


def paint_row(painter: QPainter, place: PhotoPlace, frame: QRect, theme: Theme) -> None:
    """Draw the place so that its card, when it comes, has the same things in the same places."""
    _paint_box(painter, frame, theme)
    inner = frame.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    picture = QRect(inner.topLeft(), THUMBNAIL)
    _paint_picture(painter, place, picture, theme)
    beside = inner.adjusted(picture.width() + 2 * STEP, 0, 0, 0)
    beside.setHeight(picture.height())
    small = theme.font(12)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    metrics = QFontMetrics(small)
    name = metrics.elidedText(place.photo.file, Qt.TextElideMode.ElideMiddle, beside.width())
    painter.drawText(_across(_NAME, beside), _MIDDLE, name)
    which = _tr("{0} dari {1}").format(place.number, place.count)
    painter.drawText(_across(_PLACE, beside), _MIDDLE, which if place.count > 1 else "")
    lacking = missing(place.photo)
    painter.drawText(beside, _LEFT | Qt.AlignmentFlag.AlignBottom | _WRAPPED, lacking)
    painter.drawText(_across(_LABEL, inner), _MIDDLE, _tr("Keterangan foto"))
    painter.setFont(theme.font(13))
    words = _across(_BOX, inner).adjusted(_INSIDE, _INSIDE, -_INSIDE, 0)
    words.setBottom(inner.bottom())
    text = place.photo.caption.strip()
    written = painter.boundingRect(words, _LEFT | _WRAPPED, text or " ")
    box = _across(_BOX, inner)
    box.setBottom(written.bottom() + _INSIDE)
    _paint_box(painter, box, theme)
    painter.setPen(theme.colour("ink"))
    painter.drawText(words, _LEFT | _WRAPPED, text)


def missing(photo: Photo) -> str:
    """Return what a photo's readers would miss, in words; nothing if all is there."""
    parts = (
        (photo.caption, _tr("keterangan")),
        (photo.credit, _tr("kredit")),
        (photo.alt, _tr("teks alternatif")),
    )
    lacking = [name for text, name in parts if not text.strip()]
    return _tr("Belum ada: {0}").format(", ".join(lacking)) if lacking else ""


def _across(band: QRect, frame: QRect) -> QRect:
    """Return a band of a frame, as wide as that."""
    return QRect(frame.x(), frame.y() + band.y(), frame.width(), band.height())


def _paint_box(painter: QPainter, frame: QRect, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _paint_picture(painter: QPainter, place: PhotoPlace, frame: QRect, theme: Theme) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(frame), 5, 5)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(frame, theme.colour("line"))
    if place.image.isNull():
        theme.icon("image", "muted").paint(painter, frame, Qt.AlignmentFlag.AlignCenter)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(frame), place.image, cut(place.image.size(), frame.size()))
    painter.restore()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoRow", text)
