"""The picture as its edits make it, drawn as large as it is seen."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from newsroom.photos.editing import edited, pixels
from newsroom.story.photo_edits import BRIGHTEST, DARKEST, WHOLE, Box, PhotoEdits

# A blurred part is a few soft squares: drawn larger it looks the same, and is there at once.
_PATCH_SIDE = 240
_BLURRED = PhotoEdits(blurs=(WHOLE,))


class Proof:
    """Turns, blurs and brightens one picture; it is never cut, for the frame is seen on it.

    It may be made in any thread; then it stays in the window's.
    """

    def __init__(self, picture: Image.Image) -> None:
        self._picture = self._turned = on_white(picture)
        self._turn = 0
        self._whole = as_image(self._picture)
        self._small = QImage()
        self._patches: dict[Box, QImage] = {}
        self._shown: tuple[object, ...] = ()
        self._drawn = QImage()

    @property
    def size(self) -> QSize:
        """The size of the picture as it was turned last."""
        return self._whole.size()

    def turn(self, degrees: int) -> None:
        """Turn the picture, if it is not turned so."""
        if degrees != self._turn:
            self._turn = degrees
            self._turned = edited(self._picture, PhotoEdits(turn=degrees))
            self._whole, self._small = as_image(self._turned), QImage()
            self._patches.clear()

    def draw(self, edits: PhotoEdits, size: QSize) -> QImage:
        """Return the picture in this size, in pixels of the screen."""
        self.turn(edits.turn)
        wanted = (edits.turn, edits.blurs, edits.brightness, size)
        if wanted != self._shown:
            self._shown = wanted
            if self._small.size() != size:
                smooth = Qt.TransformationMode.SmoothTransformation
                self._small = self._whole.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._drawn = self._small.copy()
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._blur(painter, edits.blurs)
            _brighten(painter, edits.brightness)
            painter.end()
        return self._drawn

    def _blur(self, painter: QPainter, boxes: tuple[Box, ...]) -> None:
        wide = painter.device().width() / self._turned.width
        high = painter.device().height() / self._turned.height
        self._patches = {box: self._patches.get(box) or self._patch(box) for box in boxes}
        for box, patch in self._patches.items():
            left, top, right, bottom = pixels(box, self._turned.size)
            place = QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)
            painter.drawImage(place, patch)

    def _patch(self, box: Box) -> QImage:
        part = self._turned.crop(pixels(box, self._turned.size))
        part.thumbnail((_PATCH_SIDE, _PATCH_SIDE), Image.Resampling.BOX)
        return as_image(edited(part, _BLURRED))


def _brighten(painter: QPainter, brightness: float) -> None:
    """Multiply what is drawn, as ``edited`` does."""
    factor = min(max(brightness, DARKEST), BRIGHTEST)
    whole = QRectF(0, 0, painter.device().width(), painter.device().height())
    if factor < 1:
        painter.fillRect(whole, QColor.fromRgbF(0, 0, 0, 1 - factor))
    elif factor > 1:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_ColorDodge)
        painter.fillRect(whole, QColor.fromRgbF(*([1 - 1 / factor] * 3)))


def on_white(picture: Image.Image) -> Image.Image:
    """Return a picture without transparency, as most portals show it."""
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


def as_image(picture: Image.Image) -> QImage:
    """Return an RGB picture for Qt."""
    across = 3 * picture.width
    whole = QImage(
        picture.tobytes(), picture.width, picture.height, across, QImage.Format.Format_RGB888
    )
    return whole.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
