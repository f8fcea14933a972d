"""How a picture is cut to a frame of another shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt


def cut(picture: QSize, frame: QSize) -> QRectF:
    """Return the middle of a picture, in the shape of a frame and as large as it can be.

    >>> middle = cut(QSize(300, 100), QSize(50, 50))
    >>> (middle.x(), middle.y(), middle.width(), middle.height())
    (100.0, 0.0, 100.0, 100.0)
    """
    size = QSizeF(frame).scaled(QSizeF(picture), Qt.AspectRatioMode.KeepAspectRatio)
    left = (picture.width() - size.width()) / 2
    top = (picture.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
